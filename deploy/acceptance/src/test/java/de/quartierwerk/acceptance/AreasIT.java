package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.acceptance.ApiDocument.Call;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.local.LocalService;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The right role in the wrong area: everything of district 99001 is refused to those who may act in 99002 only, and
 * what belongs to one association is refused to another. An operation that is neither tried here nor named as having no
 * area fails the test, so that none is forgotten.
 */
@Order(11)
@ExtendWith(PlatformExtension.class)
class AreasIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SPACE = "99001001-01";

    /** Operations without an area: whoever has the role may use them, or what they show is filtered (tested apart). */
    private static final Set<String> WITHOUT_AREA = Set.of(
            // the audit trail and the machinery are the whole installation's affair, with roles of their own
            "GET /registry/v1/audit",
            "GET /ingestion/v1/audit",
            "GET /classification/v1/audit",
            "GET /funding/v1/audit",
            "GET /funding/v1/irregularities",
            // the steps that wait for the caller, in the own areas
            "GET /funding/v1/inbox",
            "GET /funding/v1/programmes/{code}/ranking",
            "GET /reporting/v1/audit",
            "GET /registry/v1/dead-letters",
            "GET /ingestion/v1/dead-letters",
            "GET /classification/v1/dead-letters",
            "GET /funding/v1/dead-letters",
            "GET /reporting/v1/dead-letters",
            "POST /registry/v1/dead-letters/replay",
            "POST /ingestion/v1/dead-letters/replay",
            "POST /classification/v1/dead-letters/replay",
            "POST /funding/v1/dead-letters/replay",
            "POST /reporting/v1/dead-letters/replay",
            "GET /registry/v1/republication/{id}",
            "GET /ingestion/v1/republication/{id}",
            "GET /classification/v1/republication/{id}",
            "GET /funding/v1/republication/{id}",
            "GET /reporting/v1/republication/{id}",
            // schemes are the same for everybody who sees classification
            "GET /classification/v1/schemes",
            "GET /classification/v1/schemes/{code}",
            "GET /classification/v1/schemes/{code}/versions",
            "GET /classification/v1/schemes/{code}/versions/{version}",
            "GET /classification/v1/schemes/{code}/versions/{version}/comparison",
            "GET /classification/v1/schemes/{code}/versions/{version}/description",
            // lists of what lies in the own areas, and spreadsheets with the spaces of the own areas
            "GET /classification/v1/runs/{id}/comments",
            "GET /ingestion/v1/delivery-state",
            "GET /ingestion/v1/expectations",
            "GET /ingestion/v1/inventory",
            "GET /ingestion/v1/releases/{id}/disclosure",
            "GET /ingestion/v1/reminders",
            "GET /ingestion/v1/templates/{profile}.xlsx",
            // looks at the caller's file only
            "POST /ingestion/v1/mappings/proposal",
            // who delivers must know which periods are closed
            "GET /ingestion/v1/period-locks",
            "GET /ingestion/v1/period-locks/{code}",
            // computes on public values and stores nothing
            "POST /classification/v1/simulations");

    private final Acceptance acceptance;
    private final PlatformClient client;
    private final Map<String, Supplier<Answer>> cases = new LinkedHashMap<>();
    private String submission;
    private String run;
    private String report;
    private String draft;
    private String assessed;

    AreasIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        acceptance.demonstration();
        Officials officials = new Officials(acceptance.addresses().realm());
        officials.add("clerk-elsewhere", "clerk", "99002");
        officials.add("funding-officer-elsewhere", "funding-officer", "99002");
        officials.add("admin-elsewhere", "admin", "99002");
        submission = client.items("/ingestion/v1/submissions", "steward").stream()
                .filter(each -> each.get("fileName").asText().startsWith("demonstration"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        run = client.items("/classification/v1/runs?scheme=handlungsfelder&standing=published", "planner")
                .get(0)
                .get("id")
                .asText();
        report = client.items("/reporting/v1/reports?area=99001", "planner")
                .get(0)
                .get("id")
                .asText();
        draft = application("DRAFT");
        assessed = application("ASSESSED");
        registryCases();
        new IngestionAreas(client, SPACE, cases).add(submission, mapping());
        classificationCases();
        fundingCases();
        reportingCases();
    }

    private String application(String state) {
        return client.items("/funding/v1/applications?programme=quartiersfonds&state=" + state, "admin")
                .get(0)
                .get("id")
                .asText();
    }

    @Test
    void everyOperation_isRefusedInTheWrongArea() {
        // Given
        List<String> faults = new ArrayList<>();
        cases.forEach((operation, request) -> {
            // When
            Answer answer = request.get();
            // Then
            boolean problem = answer.header("Content-Type").orElse("").startsWith("application/problem+json");
            if (!problem || (answer.status() != 403 && answer.status() != 404)) {
                faults.add(operation + ": " + answer.status() + " " + Flow.brief(answer));
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void everySecuredOperation_isTriedOrHasNoArea() {
        // Given
        Set<String> described = new TreeSet<>();
        for (Call call : ApiDocument.calls(client)) {
            if (call.secured() && !call.roles().equals(Set.of("admin"))) {
                described.add(call.toString());
            }
        }
        // When
        described.removeAll(cases.keySet());
        described.removeAll(WITHOUT_AREA);
        // Then: the first two are answered with what lies in the own area only, see below
        assertThat(described)
                .containsExactlyInAnyOrder("GET /ingestion/v1/submissions", "POST /ingestion/v1/submissions");
    }

    @Test
    void submissionsOfOtherAreas_areNotListed() {
        assertThat(client.items("/ingestion/v1/submissions", "steward-elsewhere"))
                .noneMatch(each -> each.get("id").asText().equals(submission));
        assertThat(client.items("/ingestion/v1/submissions", "supplier")).isEmpty();
    }

    @Test
    void valuesForSpacesOfOtherAreas_areRejected() {
        // Given
        String csv = "space;indicator;period;value\n" + SPACE + ";dwellings;2025;4711\n";
        // When
        Answer answer = Flow.submit(
                client, "steward-elsewhere", "elsewhere.csv", csv.getBytes(StandardCharsets.UTF_8), mapping());
        JsonNode checked = client.await(
                "/ingestion/v1/submissions/" + answer.orFail().json().get("id").asText(),
                "steward-elsewhere",
                Set.of("VALIDATED", "REJECTED"),
                java.time.Duration.ofMinutes(1));
        // Then
        assertThat(checked.get("state").asText()).isEqualTo("REJECTED");
    }

    @Test
    void exactValues_areSeenInTheOwnAreaOnly() {
        // Given
        String path = "/ingestion/v1/values?indicator=taken-into-care&level=social-space&period=2023";
        // When
        List<JsonNode> elsewhere = client.items(path, "steward-elsewhere");
        // Then
        assertThat(elsewhere).isEqualTo(client.items(path, null)).isNotEqualTo(client.items(path, "steward"));
    }

    private void registryCases() {
        ObjectNode options = JSON.createObjectNode()
                .put("level", "social-space")
                .put("validFrom", "2012-01-01")
                .put("atomic", true);
        cases.put(
                "POST /registry/v1/imports",
                () -> client.upload(
                        "/registry/v1/imports",
                        "planner-elsewhere",
                        "fremd.csv",
                        BodyPublishers.ofString("key;name;parent\n99001001-99;Fremd;99001001\n"),
                        "options",
                        options));
        for (LocalService service : LocalService.values()) {
            String path = "/" + service.root() + "/v1/republication";
            cases.put("POST " + path, () -> post(path, "admin-elsewhere"));
        }
        cases.put(
                "PUT /registry/v1/levels/{code}",
                () -> client.put(
                        "/registry/v1/levels/social-space",
                        "planner-elsewhere",
                        JSON.createObjectNode().put("name", "Anders").put("rank", 30)));
        cases.put(
                "DELETE /registry/v1/levels/{code}",
                () -> client.send(
                        "DELETE",
                        "/registry/v1/levels/social-space",
                        "planner-elsewhere",
                        Map.of(),
                        BodyPublishers.noBody()));
        cases.put(
                "PUT /registry/v1/spaces/{key}",
                () -> put(
                        "/registry/v1/spaces/" + SPACE,
                        "planner-elsewhere",
                        JSON.createObjectNode()
                                .put("name", "Umbenannt")
                                .put("level", "social-space")
                                .put("parent", "99001001")
                                .put("validFrom", "2012-01-01")));
    }

    private void classificationCases() {
        String path = "/classification/v1/runs/" + run;
        String scheme = "/classification/v1/schemes/handlungsfelder";
        cases.put(
                "PUT /classification/v1/schemes/{code}",
                () -> client.put(
                        scheme,
                        "planner-elsewhere",
                        ((ObjectNode) DemonstrationRegion.scheme()).put("title", "Anders")));
        cases.put(
                "POST /classification/v1/schemes/{code}/versions/{version}/approval",
                () -> post(scheme + "/versions/1/approval", "steward-elsewhere"));
        cases.put(
                "POST /classification/v1/runs",
                () -> client.post(
                        "/classification/v1/runs",
                        "planner-elsewhere",
                        JSON.createObjectNode()
                                .put("scheme", "handlungsfelder")
                                .put("period", "2023")
                                .put("area", "99001")));

        cases.put(
                "POST /classification/v1/runs/{id}/needs",
                () -> client.post(
                        path + "/needs",
                        "planner-elsewhere",
                        JSON.createObjectNode()
                                .put("space", SPACE)
                                .put("need", "HF4")
                                .put("reason", "fremd")));
        cases.put(
                "POST /classification/v1/runs/{id}/comments",
                () -> client.post(
                        path + "/comments",
                        "planner-elsewhere",
                        JSON.createObjectNode()
                                .put("space", SPACE)
                                .put("speaker", "Fremd")
                                .put("text", "fremd")));
        cases.put(
                "POST /classification/v1/shipped-schemes/{code}/adoption",
                () -> post("/classification/v1/shipped-schemes/jenks/adoption", "planner-elsewhere"));
        cases.put(
                "POST /classification/v1/runs/{id}/publication",
                () -> post(path + "/publication", "planner-elsewhere"));
    }

    private void fundingCases() {
        String own = "/funding/v1/applications/" + draft;
        String path = "/funding/v1/applications/" + assessed;
        String officer = "funding-officer-elsewhere";
        String clerk = "clerk-elsewhere";
        ObjectNode content = JSON.createObjectNode()
                .put("programme", "quartiersfonds")
                .put("applicant", "verband-a")
                .put("title", "Fremd");
        cases.put("POST /funding/v1/applications", () -> client.post("/funding/v1/applications", "supplier2", content));
        cases.put("PUT /funding/v1/applications/{id}", () -> put(own, "supplier2", content));
        cases.put(
                "DELETE /funding/v1/applications/{id}",
                () -> client.send("DELETE", own, "supplier2", Map.of("If-Match", "*"), BodyPublishers.noBody()));
        step(own, "withdrawal", "supplier2", "{}");
        step(own, "waiver", "supplier2", """
                {"reason": "fremd"}""");
        step(path, "return", officer, """
                {"items": [{"pointer": "/costs", "reason": "fremd"}], "deadline": "2099-01-01"}""");
        step(path, "remark", officer, """
                {"text": "fremd"}""");
        step(path, "revocation", officer, """
                {"decidedOn": "2024-01-01", "reason": "fremd", "legalBasis": "fremd"}""");
        step(path, "closure", officer, "{}");
        step(path, "correction", clerk, """
                {"record": "decision", "reason": "fremd"}""");
        step(path, "correction/{number}/confirmation", officer, "");
        step(own, "submission", "supplier2", "{}");
        step(own, "proof-of-use", "supplier2", """
                {"costs": [{"item": "fremd", "amount": {"amount": "1.00", "currency": "EUR"}}], "report": "fremd"}""");
        step(path, "assessment", officer, """
                {"recommendation": "refuse"}""");
        step(path, "consultations", clerk, """
                {"body": "specialist-committee", "heldOn": "2024-01-01", "result": "recommended"}""");
        step(path, "decision", clerk, """
                {"body": "main-committee", "decidedOn": "2024-01-01", "result": "refused", "paperNumber": "1"}""");
        step(path, "agreement", officer, """
                {"kind": "notice", "number": "1", "signedOn": "2024-01-01"}""");
        step(path, "payments", officer, """
                {"year": 2027, "amount": {"amount": "1.00", "currency": "EUR"}}""");
        step(path, "payments/{payment}/order", officer, "");
        step(path, "payments/{payment}/rejection", officer, """
                {"reason": "fremd"}""");
        step(path, "review", officer, """
                {"eligible": {"amount": "1.00", "currency": "EUR"}, "note": "fremd"}""");
        step(path, "recovery", officer, """
                {"amount": {"amount": "1.00", "currency": "EUR"}, "decidedOn": "2024-01-01", "heardOn": "2024-01-01",
                "legalBasis": "fremd", "reason": "fremd"}""");
        step(path, "recovery/waiver", officer, """
                {"amount": {"amount": "1.00", "currency": "EUR"}, "decidedOn": "2024-01-01", "reason": "fremd",
                "legalBasis": "fremd"}""");
        step(path, "conditions/{number}/fulfilment", officer, """
                {"metOn": "2024-01-01"}""");
        files(path, officer);
        step(path, "tranches/{year}/commitment", officer, "");
        step(path, "hearing", officer, """
                {"sentOn": "2024-01-01", "until": "2024-02-01"}""");
        step(path, "recovery/repayments", officer, """
                {"paidOn": "2024-01-01", "amount": {"amount": "1.00", "currency": "EUR"}}""");
        fundingObjects(officer);
        new FundingBookAreas(client, officer, cases).add(clerk);
    }

    private void files(String application, String officer) {
        cases.put(
                "POST /funding/v1/applications/{id}/attachments",
                () -> client.upload(
                        application + "/attachments",
                        officer,
                        "fremd.csv",
                        BodyPublishers.ofString("a;b\n"),
                        "kind",
                        JSON.getNodeFactory().textNode("other")));
        cases.put(
                "POST /funding/v1/applications/{id}/receipts",
                () -> client.upload(
                        application + "/receipts",
                        officer,
                        "fremd.csv",
                        BodyPublishers.ofString("a;b\n"),
                        "kind",
                        JSON.getNodeFactory().textNode("other")));
        step(application, "documents", officer, """
                {"kind": "notice"}""");
        for (String list : List.of("attachments", "documents")) {
            String item = list.equals("documents") ? "/1" : "/00000000-0000-4000-8000-000000000000";
            String name = list.equals("documents") ? "/{number}" : "/{attachment}";
            cases.put("GET /funding/v1/applications/{id}/" + list, () -> client.get(application + "/" + list, officer));
            cases.put(
                    "GET /funding/v1/applications/{id}/" + list + name,
                    () -> client.send(
                            "GET",
                            application + "/" + list + item,
                            officer,
                            Map.of("Accept", "*/*"),
                            BodyPublishers.noBody()));
        }
    }

    private void step(String application, String step, String user, String body) {
        String address = application
                + "/"
                + step.replace("{payment}", "00000000-0000-4000-8000-000000000000")
                        .replace("{number}", "1")
                        .replace("{year}", "2027");
        cases.put("POST /funding/v1/applications/{id}/" + step, () -> send(address, user, body));
    }

    private void fundingObjects(String officer) {
        cases.put(
                "PUT /funding/v1/bodies/{code}",
                () -> put(
                        "/funding/v1/bodies/council",
                        officer,
                        JSON.createObjectNode().put("name", "Fremd").put("kind", "council")));
        cases.put(
                "PUT /funding/v1/budget-lines/{code}",
                () -> put(
                        "/funding/v1/budget-lines/wohlfahrt",
                        officer,
                        JSON.createObjectNode().put("name", "Fremd")));
        cases.put(
                "PUT /funding/v1/programmes/{code}",
                () -> put(
                        "/funding/v1/programmes/quartiersfonds",
                        officer,
                        JSON.createObjectNode().put("name", "Fremd").put("budgetLine", "wohlfahrt")));
        cases.put("PUT /funding/v1/offers/{key}", () -> {
            ObjectNode offer =
                    JSON.createObjectNode().put("stakeholder", "verband-a").put("name", "Fremd");
            offer.putArray("spaces").add(SPACE);
            return put("/funding/v1/offers/familienzentrum", "supplier2", offer);
        });
        cases.put(
                "PUT /funding/v1/stakeholders/{key}",
                () -> put(
                        "/funding/v1/stakeholders/verband-a",
                        "supplier2",
                        JSON.createObjectNode().put("name", "Fremd").put("kind", "welfare-association")));
    }

    private void reportingCases() {
        cases.put(
                "POST /reporting/v1/reports",
                () -> client.post(
                        "/reporting/v1/reports",
                        "planner-elsewhere",
                        JSON.createObjectNode()
                                .put("type", "monitoring")
                                .put("area", "99001")
                                .put("period", "2023")));
        cases.put(
                "POST /reporting/v1/reports/{id}/publication",
                () -> post("/reporting/v1/reports/" + report + "/publication", "planner-elsewhere"));
        cases.put(
                "POST /reporting/v1/reports/{id}/corrections",
                () -> client.post(
                        "/reporting/v1/reports/" + report + "/corrections",
                        "planner-elsewhere",
                        JSON.createObjectNode().put("reason", "Fremd")));
    }

    private static ObjectNode mapping() {
        return JSON.createObjectNode()
                .put("layout", "long")
                .put("level", "social-space")
                .put("spaceColumn", "space")
                .put("indicatorColumn", "indicator")
                .put("periodColumn", "period")
                .put("valueColumn", "value");
    }

    private Answer post(String path, String user) {
        return send(path, user, "{}");
    }

    private Answer put(String path, String user, JsonNode body) {
        return client.send("PUT", path, user, headers(), BodyPublishers.ofString(body.toString()));
    }

    private Answer send(String path, String user, String body) {
        return client.send("POST", path, user, headers(), BodyPublishers.ofString(body));
    }

    private static Map<String, String> headers() {
        return Map.of("Content-Type", "application/json", "If-Match", "\"1\"");
    }
}
