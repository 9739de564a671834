package de.quartierwerk.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Supplier;

/** What surrounds deliveries in district 99001, touched by a steward of another district. */
final class IngestionAreas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWNER = "steward";
    private static final String STRANGER = "steward-elsewhere";
    private static final String DISTRICT = "99001";

    private final PlatformClient client;
    private final String space;
    private final Map<String, Supplier<Answer>> cases;

    /** Adds its cases to those that are there, by operation. */
    IngestionAreas(PlatformClient client, String space, Map<String, Supplier<Answer>> cases) {
        this.client = client;
        this.space = space;
        this.cases = cases;
    }

    /** Tries everything that a submission of the district and its surroundings offer. */
    void add(String submission, ObjectNode mapping) {
        catalogue(mapping);
        submission("/ingestion/v1/submissions/" + submission);
        kept("expectations", expectation());
        cases.put(
                "GET /ingestion/v1/expectations/{code}",
                () -> client.get("/ingestion/v1/expectations/nahebei", STRANGER));
        kept("inventory", inventoryEntry());
        cases.put("GET /ingestion/v1/inventory/{code}", () -> client.get("/ingestion/v1/inventory/nahebei", STRANGER));
        kept("period-locks", lock());
        cases.put(
                "PUT /ingestion/v1/period-locks/{code}/exceptions/{exception}",
                () -> client.put("/ingestion/v1/period-locks/nahebei/exceptions/fremd", STRANGER, exception()));
        observations();
        cases.put(
                "GET /ingestion/v1/values/lineage",
                () -> client.get(
                        "/ingestion/v1/values/lineage?indicator=population&period=2023&space=" + space, STRANGER));
    }

    private void submission(String path) {
        cases.put("GET /ingestion/v1/submissions/{id}", () -> client.get(path, STRANGER));
        cases.put(
                "GET /ingestion/v1/submissions/{id}/events",
                () -> client.send("GET", path + "/events", STRANGER, Map.of("Accept", "*/*"), BodyPublishers.noBody()));
        cases.put("GET /ingestion/v1/submissions/{id}/findings", () -> client.get(path + "/findings", STRANGER));
        cases.put(
                "POST /ingestion/v1/submissions/{id}/answers",
                () -> post(path + "/answers", "{\"numbers\":[0],\"reason\":\"fremd\"}"));
        cases.put("POST /ingestion/v1/submissions/{id}/approval", () -> post(path + "/approval", "{}"));
        cases.put(
                "POST /ingestion/v1/submissions/{id}/rejection",
                () -> post(path + "/rejection", "{\"reason\":\"fremd\"}"));
        cases.put("POST /ingestion/v1/submissions/{id}/withdrawal", () -> post(path + "/withdrawal", "{}"));
    }

    private void catalogue(ObjectNode mapping) {
        cases.put(
                "PUT /ingestion/v1/indicators/{code}",
                () -> client.put(
                        "/ingestion/v1/indicators/fremd",
                        STRANGER,
                        JSON.createObjectNode()
                                .put("name", "Fremd")
                                .put("unit", "percent")
                                .put("kind", "ratio")));
        cases.put(
                "PUT /ingestion/v1/profiles/{code}",
                () -> client.put("/ingestion/v1/profiles/fremd", STRANGER, mapping));
        JsonNode shipped =
                client.get("/ingestion/v1/catalogue/shipped", null).orFail().json();
        cases.put("POST /ingestion/v1/catalogue", () -> client.post("/ingestion/v1/catalogue", STRANGER, shipped));
        cases.put("POST /ingestion/v1/catalogue/shipped", () -> post("/ingestion/v1/catalogue/shipped", "{}"));
    }

    /** Something with a code and an area: put by the owner, then put and deleted by the stranger. */
    private void kept(String collection, ObjectNode body) {
        String path = "/ingestion/v1/" + collection + "/nahebei";
        client.put(path, OWNER, body).orFail();
        cases.put("PUT /ingestion/v1/" + collection + "/{code}", () -> client.put(path, STRANGER, body));
        cases.put(
                "DELETE /ingestion/v1/" + collection + "/{code}",
                () -> client.send("DELETE", path, STRANGER, Map.of(), BodyPublishers.noBody()));
    }

    private void observations() {
        ObjectNode observation = JSON.createObjectNode()
                .put("field", "elderly")
                .put("space", space)
                .put("finding", "Seit der Schließung des Ladens fehlt ein Treffpunkt.")
                .put("certainty", "likely")
                .put("sourceKind", "professional");
        String id = client.post("/ingestion/v1/observations", OWNER, observation)
                .orFail()
                .json()
                .get("id")
                .asText();
        cases.put(
                "POST /ingestion/v1/observations",
                () -> client.post("/ingestion/v1/observations", STRANGER, observation));
        moderation(id, "release", "{\"namesNobody\":true}");
        moderation(id, "refusal", "{\"reason\":\"fremd\"}");
        moderation(id, "withdrawal", "{}");
    }

    private void moderation(String observation, String step, String body) {
        cases.put(
                "POST /ingestion/v1/observations/{id}/" + step,
                () -> post("/ingestion/v1/observations/" + observation + "/" + step, body));
    }

    private Answer post(String path, String body) {
        return client.send(
                "POST",
                path,
                STRANGER,
                Map.of("Content-Type", "application/json", "If-Match", "\"1\""),
                BodyPublishers.ofString(body));
    }

    private static ObjectNode expectation() {
        ObjectNode expectation = JSON.createObjectNode()
                .put("organisation", "verband-a")
                .put("level", "social-space")
                .put("area", DISTRICT)
                .put("period", "2024")
                .put("due", "2025-03-31");
        expectation.putArray("indicators").add("dwellings");
        return expectation;
    }

    private static ObjectNode inventoryEntry() {
        return JSON.createObjectNode()
                .put("title", "Schuleingangsuntersuchung")
                .put("holder", "Gesundheitsamt")
                .put("granularity", "social-space")
                .put("state", "promised")
                .put("area", DISTRICT);
    }

    private static ObjectNode lock() {
        return JSON.createObjectNode()
                .put("period", "1999")
                .put("area", DISTRICT)
                .put("reason", "abgeschlossen");
    }

    private static ObjectNode exception() {
        return JSON.createObjectNode()
                .put("organisation", "verband-b")
                .put("expiresAt", "2030-01-01T00:00:00Z")
                .put("reason", "fremd");
    }
}
