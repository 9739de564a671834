package de.quartierwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums of which a few contributors make up most. */
class DominanceTest {
    private static final Dominance TWO_OF_85 = new Dominance(2, BigDecimal.valueOf(85), null);
    private static final Dominance TEN_PERCENT = new Dominance(null, null, BigDecimal.TEN);

    @ParameterizedTest
    @CsvSource({
        "1000,500 351,true",
        "1000,500 350,false",
        "1000,351 500 100,true",
        "1000,400,false",
        "1000,430,true",
        "1000,900,true",
        "-1000,-500 -351,true",
        "0,0 0,false",
    })
    void theLargestContributionsAreMoreThanSoManyPercent(BigDecimal sum, String largest, boolean expected) {
        assertThat(TWO_OF_85.dominates(sum, numbers(largest))).isEqualTo(expected);
    }

    /** The second largest knows its own 300: what is left besides the largest 600 has to be 60 at least. */
    @ParameterizedTest
    @CsvSource({"959,600 300,true", "960,600 300,false", "1300,600,false", "1259,600,true"})
    void theSecondLargestEstimatesTheLargest(BigDecimal sum, String largest, boolean expected) {
        assertThat(TEN_PERCENT.dominates(sum, numbers(largest))).isEqualTo(expected);
    }

    @Test
    void aMeanIsSuppressedForItsSum() {
        Rules rules =
                new Rules(Measure.MEAN, BigDecimal.valueOf(5), BigDecimal.valueOf(100), false, null, TWO_OF_85, false);

        assertThat(mean(rules, 9, "500 351")).isEqualTo(Reason.DOMINANCE);
        assertThat(mean(rules, 9, "300 200")).isNull();
        assertThat(mean(rules, 9, "")).isNull();
        assertThat(mean(rules, 4, "300 200")).isEqualTo(Reason.SMALL_NUMBER);
    }

    private static Reason mean(Rules rules, int cases, String largest) {
        return new PrimaryControl(rules)
                .decide(new Cell(
                        BigDecimal.TEN,
                        BigDecimal.valueOf(1000),
                        BigDecimal.valueOf(cases),
                        false,
                        true,
                        Inputs.PUBLIC,
                        numbers(largest)))
                .reason();
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(number -> !number.isEmpty())
                .map(BigDecimal::new)
                .toList();
    }
}
