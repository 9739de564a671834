package de.quartierwerk.classification.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a run finds its spaces by ordinals. */
class PositionsTest {
    @Test
    void ordinalsThatLieTogetherAreFound() {
        Values.Positions positions = new Values.Positions(Map.of(7, 0, 9, 1), null);

        assertThat(positions.of(7)).isZero();
        assertThat(positions.of(9)).isEqualTo(1);
        assertThat(positions.of(8)).isEqualTo(-1);
        assertThat(positions.of(10)).isEqualTo(-1);
    }

    @Test
    void ordinalsThatLieFarApartTakeNoMemoryForThoseBetween() {
        Values.Positions positions = new Values.Positions(Map.of(7, 0, Integer.MAX_VALUE, 1), null);

        assertThat(positions.of(7)).isZero();
        assertThat(positions.of(Integer.MAX_VALUE)).isEqualTo(1);
        assertThat(positions.of(8)).isEqualTo(-1);
    }
}
