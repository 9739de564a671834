package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No list takes more SQL statements than {@code list-statements.csv} says, whatever its length and who reads it. */
@Order(57)
@ExtendWith(PlatformExtension.class)
class ListStatementsIT {

    private final Acceptance acceptance;

    ListStatementsIT(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    /** Of all pages that the tests before have read, those of the demonstration region and of Berlin among them. */
    @Test
    void everyListTakesAsFewStatementsAsAgreed() throws IOException {
        acceptance.platform();
        assertThat(acceptance.statements().unseen()).isEmpty();
        assertThat(acceptance.statements().faults(agreed())).isEmpty();
    }

    private static Map<String, Integer> agreed() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ListStatementsIT.class.getResourceAsStream("/list-statements.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(";", -1))
                    .collect(Collectors.toMap(
                            row -> row[0], row -> row[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(row[1])));
        }
    }
}
