package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The monitoring report of the first district, published. */
final class ReportSteps {

    private static final String USER = "planner";
    private static final String REPORTS = "/reporting/v1/reports";

    private final PlatformClient client;
    private final Consumer<String> progress;
    private final String area;
    private final String period;
    private final ObjectMapper json = new ObjectMapper();

    ReportSteps(PlatformClient client, DemonstrationRegion region, Consumer<String> progress) {
        this.client = client;
        this.progress = progress;
        this.area = area(region);
        this.period = Integer.toString(region.settings().lastYear());
    }

    /** The path of the needs overview of the first district. */
    static String needs(DemonstrationRegion region) {
        return "/reporting/v1/needs?area=" + area(region) + "&period="
                + region.settings().lastYear() + "&scheme=" + DemonstrationRegion.SCHEME;
    }

    /** The address of the report's page. */
    String run() {
        JsonNode report = earlier().orElseGet(this::request);
        String path = REPORTS + "/" + report.get("id").asText();
        JsonNode done = client.await(path, USER, Set.of("COMPLETED", "FAILED"), Duration.ofMinutes(10));
        if (done.get("state").asText().equals("FAILED")) {
            throw new LoadFailure("report failed: " + done);
        }
        if (client.get(path, null).status() != 200) {
            client.post(path + "/publication", USER, json.createObjectNode()).orFail();
        }
        return client.address(path + "/document");
    }

    private static String area(DemonstrationRegion region) {
        return region.territory().districts().get(0).key();
    }

    private Optional<JsonNode> earlier() {
        return client.items(REPORTS + "?area=" + area + "&type=monitoring&period=" + period, USER).stream()
                .filter(report -> !report.get("state").asText().equals("FAILED")
                        && report.path("area").asText(area).equals(area))
                .findFirst();
    }

    private JsonNode request() {
        progress.accept("Assembling the monitoring report");
        ObjectNode body = json.createObjectNode()
                .put("type", "monitoring")
                .put("area", area)
                .put("period", period)
                .put("language", "de");
        return client.post(REPORTS, USER, body).orFail().json();
    }
}
