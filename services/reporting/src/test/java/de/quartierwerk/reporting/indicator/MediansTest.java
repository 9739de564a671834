package de.quartierwerk.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MediansTest {
    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    @Test
    void takesTheMiddleOfAnOddNumber() {
        assertThat(Medians.of(numbers("7", "-1", "3.5"))).isEqualTo(new BigDecimal("3.5"));
    }

    @Test
    void takesHalfTheSumOfTheTwoInTheMiddleExactly() {
        assertThat(Medians.of(numbers("0.1", "10", "0.2", "-5"))).isEqualTo(new BigDecimal("0.15"));
    }

    @Test
    void hasNoneWithoutANumber() {
        assertThat(Medians.of(List.of())).isNull();
    }
}
