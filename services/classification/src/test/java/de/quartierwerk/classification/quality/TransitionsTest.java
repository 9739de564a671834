package de.quartierwerk.classification.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    @Test
    void countsSpacesByClassBeforeAndNow() {
        Transitions transitions = new Transitions(Indices.of("1", "2", "3"), Indices.of("1", "2", "3"));

        transitions.add(0, 0);
        transitions.add(0, 2);
        transitions.add(1, 0);
        transitions.add(1, 0);

        assertThat(transitions.compared()).isEqualTo(4);
        assertThat(transitions.up()).isEqualTo(1);
        assertThat(transitions.down()).isEqualTo(2);
        assertThat(transitions.matrix().counts())
                .isEqualTo(List.of(List.of(1, 0, 1), List.of(2, 0, 0), List.of(0, 0, 0)));
        assertThat(transitions.sparse()).isEqualTo(Map.of("1", Map.of("1", 1, "3", 1), "2", Map.of("1", 2)));
    }

    @Test
    void theSameCodeAtAnotherPositionIsNoMove() {
        Transitions transitions = new Transitions(Indices.of("low", "high"), Indices.of("lowest", "low", "high"));

        transitions.add(1, 2);

        assertThat(transitions.up()).isZero();
        assertThat(transitions.down()).isZero();
        assertThat(transitions.matrix().from()).containsExactly("low", "high");
        assertThat(transitions.matrix().to()).containsExactly("lowest", "low", "high");
    }
}
