package de.quartierwerk.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The region has counts that have to stay secret, in municipalities with other counts that protect them. */
class SecretCountsTest {
    @Test
    void someCountsAreSmallerThanThree() throws IOException {
        DemonstrationRegion region = DemonstrationRegion.generate(RegionSettings.standard());
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        new RegionFiles(region).counts(2023, 2023, file);

        List<String> rows = file.toString(StandardCharsets.UTF_8).lines().toList();
        long small = rows.stream()
                .skip(1)
                .flatMap(row -> Arrays.stream(row.split(";")))
                .filter(cell -> cell.equals("1") || cell.equals("2"))
                .count();
        assertThat(small).as(rows.get(0) + "\n" + rows.get(1)).isGreaterThan(5);
    }
}
