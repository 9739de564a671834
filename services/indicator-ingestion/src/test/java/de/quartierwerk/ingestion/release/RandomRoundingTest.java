package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.quartierwerk.ingestion.catalogue.NoiseProtection;
import de.quartierwerk.ingestion.space.Space;
import de.quartierwerk.ingestion.space.SpaceTree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counts rounded up or down by lot. */
class RandomRoundingTest {
    private static final LocalDate DAY = LocalDate.of(2023, 12, 31);
    private static final int SPACES = 3000;
    private static final SpaceTree TREE = SpaceTree.of(
            IntStream.range(0, SPACES)
                    .mapToObj(i -> new Space("s" + i, "s" + i, "level", List.of("s" + i), DAY, null, null))
                    .toList(),
            Map.of(),
            DAY);

    private static RandomRounding rounding(int secret) {
        return new RandomRounding(
                new NoiseProtection(NoiseProtection.Method.RANDOM_ROUNDING, BigDecimal.valueOf(2)),
                new byte[] {(byte) secret},
                "x",
                new Group("x", "2023", DAY),
                TREE);
    }

    @Test
    void multiplesStayAndOthersGoToOneOfTheirNeighbours() {
        for (int space = 0; space < 50; space++) {
            assertThat(rounding(1).round(BigDecimal.ZERO, space)).isEqualTo("0");
            assertThat(rounding(1).round(BigDecimal.valueOf(12), space)).isEqualTo("12");
            assertThat(rounding(1).round(BigDecimal.valueOf(7), space).intValue())
                    .isIn(6, 9);
            assertThat(rounding(1).round(BigDecimal.valueOf(-7), space).intValue())
                    .isIn(-6, -9);
        }
    }

    @Test
    void theSameCountIsRoundedTheSameWayWithTheSameSecret() {
        boolean differs = false;
        for (int space = 0; space < 50; space++) {
            BigDecimal once = rounding(1).round(BigDecimal.ONE, space);
            assertThat(rounding(1).round(BigDecimal.ONE, space)).isEqualTo(once);
            differs |= rounding(2).round(BigDecimal.ONE, space).compareTo(once) != 0;
        }
        assertThat(differs).isTrue();
    }

    @Test
    void onAverageACountStaysWhatItIs() {
        double sum = IntStream.range(0, SPACES)
                .mapToDouble(
                        space -> rounding(1).round(BigDecimal.valueOf(4), space).doubleValue())
                .sum();

        assertThat(sum / SPACES).isCloseTo(4, within(0.1));
    }
}
