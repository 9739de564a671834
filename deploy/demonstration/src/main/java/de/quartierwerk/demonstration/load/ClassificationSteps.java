package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The scheme, approved by a steward, and its published run for the last year. */
final class ClassificationSteps {

    private static final String PLANNER = "planner";
    private static final String STEWARD = "steward";
    private static final String RUNS = "/classification/v1/runs";
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final PlatformClient client;
    private final Consumer<String> progress;
    private final String period;
    private final ObjectMapper json = new ObjectMapper();

    ClassificationSteps(PlatformClient client, DemonstrationRegion region, Consumer<String> progress) {
        this.client = client;
        this.progress = progress;
        this.period = Integer.toString(region.settings().lastYear());
    }

    void run() {
        String path = "/classification/v1/schemes/" + DemonstrationRegion.SCHEME;
        int version = client.put(path, PLANNER, DemonstrationRegion.scheme())
                .orFail()
                .json()
                .get("version")
                .asInt();
        approve(path + "/versions/" + version);
        Optional<JsonNode> published = find(version, "published");
        if (published.isPresent()) {
            progress.accept("The fields of action are published");
            return;
        }
        JsonNode run = find(version, "preliminary").orElseGet(() -> start(version));
        String runPath = RUNS + "/" + run.get("id").asText();
        JsonNode done = client.await(runPath, PLANNER, Set.of("COMPLETED", "FAILED"), PATIENCE);
        if (done.get("state").asText().equals("FAILED")) {
            throw new LoadFailure("run failed: " + done);
        }
        publish(runPath);
    }

    private void approve(String path) {
        JsonNode version = client.get(path, STEWARD).orFail().json();
        if (version.path("approvedBy").asText(null) == null) {
            client.post(path + "/approval", STEWARD, json.createObjectNode()).orFail();
        }
    }

    private Optional<JsonNode> find(int version, String standing) {
        return client
                .items(
                        RUNS + "?scheme=" + DemonstrationRegion.SCHEME + "&period=" + period + "&standing=" + standing,
                        PLANNER)
                .stream()
                .filter(run -> run.get("version").asInt() == version
                        && run.path("basis").asText("exact").equals("exact")
                        && !run.get("state").asText().equals("FAILED"))
                .findFirst();
    }

    private JsonNode start(int version) {
        progress.accept("Classifying the spaces for " + period);
        ObjectNode body = json.createObjectNode()
                .put("scheme", DemonstrationRegion.SCHEME)
                .put("version", version)
                .put("period", period);
        return client.post(RUNS, PLANNER, body).orFail().json();
    }

    private void publish(String path) {
        progress.accept("Publishing the fields of action");
        ObjectNode body = json.createObjectNode().put("note", "Mit den Kommunen der erfundenen Region beraten");
        body.putArray("consulted").add("99001001").add("99001002");
        client.post(path + "/publication", PLANNER, body).orFail();
    }
}
