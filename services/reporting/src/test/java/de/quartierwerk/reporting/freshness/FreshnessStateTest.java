package de.quartierwerk.reporting.freshness;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.problem.Unavailable;
import org.junit.jupiter.api.Test;

class FreshnessStateTest {
    @Test
    void callsAThingUnknownWhenTheReadModelIsCurrent() {
        Freshness.State state = new Freshness.State(null);

        assertThat(state.missing(() -> new NotFound("space.unknown", "x")).status())
                .isEqualTo(404);
    }

    @Test
    void asksTheCallerToComeAgainWhileTheReadModelIsBehind() {
        Freshness.State state = new Freshness.State(new Unavailable("service.catching-up"));

        assertThat(state.missing(() -> new NotFound("space.unknown", "x")).code())
                .isEqualTo("service.catching-up");
    }
}
