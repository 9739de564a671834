package de.quartierwerk.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void drawsFromLowToHighAndLeavesGaps() {
        String line = Sparkline.of(Arrays.asList(BigDecimal.ONE, null, BigDecimal.TEN, new BigDecimal("2.8")))
                .orElseThrow();

        assertThat(line).contains("d=\"M4 24M79 4L116 20\"", "cx=\"116\" cy=\"20\"");
    }

    @Test
    void drawsEqualValuesInTheMiddle() {
        assertThat(Sparkline.of(List.of(BigDecimal.ONE, BigDecimal.ONE)).orElseThrow())
                .contains("d=\"M4 14L116 14\"");
    }

    @Test
    void needsTwoValues() {
        assertThat(Sparkline.of(Arrays.asList(BigDecimal.ONE, null))).isEmpty();
    }
}
