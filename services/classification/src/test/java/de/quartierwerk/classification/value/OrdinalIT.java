package de.quartierwerk.classification.value;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.classification.Database;
import de.quartierwerk.classification.Neighbours;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every key has one ordinal; there are only two thousand million of them. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class OrdinalIT {
    @Inject
    Database database;

    @Inject
    Settling settling;

    @Test
    void keysThatAreKnownUseUpNoOrdinals() {
        said("ordinal-1", "ordinal-2");
        long before = used();

        said("ordinal-1", "ordinal-2");
        assertThat(used()).isEqualTo(before);

        said("ordinal-1", "ordinal-2", "ordinal-3");
        assertThat(used()).isEqualTo(before + 1);
    }

    private void said(String... keys) {
        Neighbours.spaces(List.of(keys).stream()
                .map(key -> Neighbours.space("ordinal-area", key))
                .toList());
        settling.catchUp(Topics.SOCIAL_SPACE);
        Neighbours.Batch batch = new Neighbours.Batch("ordinal-x", 2020);
        List.of(keys).forEach(key -> batch.value(key, 1));
        Neighbours.release(batch);
        settling.catchUp(Topics.VALUE_PROTECTED);
    }

    private long used() {
        return database.number("select last_value from space_key_ordinal_seq");
    }
}
