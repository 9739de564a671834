package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which shares give a small number of cases with a count. */
class BareSharesTest {
    private static final Definition PERCENT = Definition.of("x", "percent", Kind.RATIO);

    @ParameterizedTest
    @CsvSource({
        "1.3333, 150, true", // 2 cases
        "98.6667, 150, true", // all but 2
        "7.5, 400, false", // 30 cases
        "1.5333, 150, false", // no whole number of cases
        "1, 150, true", // 0.75 to 2.25 cases: 1 or 2
        "1, 300, false", // 1.5 to 4.5 cases: 2, 3 or 4
        "100, 150, false", // all
        "0, 150, false", // none
    })
    void aShareGivesASmallCount(BigDecimal share, BigDecimal group, boolean expected) {
        assertThat(BareShares.giveSmallCount(share, group, PERCENT)).isEqualTo(expected);
    }
}
