package de.quartierwerk.funding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import java.time.Instant;
import java.util.UUID;

/** Published runs of classification, for tests. */
public final class Runs {

    /** Whom the needs of these runs concern. */
    public static final String TARGET_GROUP = "Kinder und ihre Eltern";

    private Runs() {}

    /** Sends a batch of a new run, in which a space has a need; gives the run. */
    public static UUID publish(String scheme, int batch, int of, String space, String need) {
        UUID run = UUID.randomUUID();
        send(run, scheme, batch, of, space, need);
        return run;
    }

    /** The example of the contract with another run, scheme, space and need. */
    public static void send(UUID run, String scheme, int batch, int of, String space, String need) {
        ObjectNode event =
                TestEvents.example(EventTypes.CLASSIFICATION_PUBLISHED).deepCopy();
        event.put("run", run.toString())
                .put("publishedAt", Instant.now().toString())
                .put("scheme", scheme)
                .put("batch", batch)
                .put("of", of);
        ArrayNode needs = event.putArray("needs");
        needs.addObject()
                .put("code", need)
                .put("title", "Kinder und Familien")
                .put("targetGroup", TARGET_GROUP)
                .put("spaces", 1);
        JsonNode result = event.get("results").get(0);
        ((ObjectNode) result).put("space", space);
        ((ObjectNode) result.get("needs").get(0)).put("need", need);
        event.putArray("results").add(result);
        TestEvents.send(Topics.CLASSIFICATION, scheme, EventTypes.CLASSIFICATION_PUBLISHED, scheme, 1, event);
    }
}
