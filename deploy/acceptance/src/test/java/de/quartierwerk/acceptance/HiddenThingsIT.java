package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.acceptance.ApiDocument.Call;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a caller may not see answers as if it did not exist: the same status, code and text, whatever is done with it.
 * An operation with an id that is neither tried here nor named as showing the same to everybody fails the test.
 */
@Order(13)
@ExtendWith(PlatformExtension.class)
class HiddenThingsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String UNKNOWN_ID = "7e57ab1e-0000-4000-8000-00000000dead";
    private static final String PAYMENT = "7e57ab1e-0000-4000-8000-0000000000af";

    /** Things that everybody who may use these operations sees alike; the rest of a path may follow. */
    private static final Set<String> SEEN_BY_ALL = Set.of(
            "/registry/v1/imports/{id}",
            "/registry/v1/levels/{code}",
            "/registry/v1/republication/{id}",
            "/ingestion/v1/republication/{id}",
            "/classification/v1/republication/{id}",
            "/funding/v1/republication/{id}",
            "/reporting/v1/republication/{id}",
            "/registry/v1/spaces/{key}",
            "/ingestion/v1/indicators/{code}",
            "/ingestion/v1/profiles/{code}",
            "/ingestion/v1/period-locks/{code}",
            "/ingestion/v1/templates/{profile}.xlsx",
            // ids of releases stand on public values; what is answered is filtered by area
            "/ingestion/v1/releases/{id}/disclosure",
            "/classification/v1/schemes/{code}",
            "/classification/v1/shipped-schemes/{code}",
            "/funding/v1/bodies/{code}",
            "/funding/v1/budget-lines/{code}",
            "/funding/v1/programmes/{code}",
            "/funding/v1/budget-years",
            "/funding/v1/payment-orders",
            "/funding/v1/posts",
            "/funding/v1/base-rates",
            "/funding/v1/papers/{number}",
            "/funding/v1/mandates/{id}",
            "/reporting/v1/spaces/{key}/profile");

    private final Acceptance acceptance;
    private final PlatformClient client;
    private final Map<String, Hidden> hidden = new LinkedHashMap<>();
    private final Map<String, String> bodies = new HashMap<>();

    /**
     * Something that is hidden from some.
     *
     * @param id its id or key
     * @param unknown one of the same length that nothing has
     * @param users those from whom it is hidden; nobody is the caller without a token
     */
    private record Hidden(String id, String unknown, List<String> users) {}

    HiddenThingsIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.client();
    }

    @BeforeEach
    void hide() throws IOException, InterruptedException {
        acceptance.demonstration();
        Officials officials = new Officials(acceptance.addresses().realm());
        officials.add("clerk-elsewhere", "clerk", "99002");
        officials.add("funding-officer-elsewhere", "funding-officer", "99002");
        hideDeliveries();
        hideRunsAndReports();
        hideFunding();
    }

    private void hideDeliveries() {
        String submission = client.items("/ingestion/v1/submissions", "steward").stream()
                .filter(each -> each.get("fileName").asText().startsWith("demonstration"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        hide("/ingestion/v1/submissions/{id}", submission, List.of("supplier", "supplier2", "steward-elsewhere"));
        bodies.put("/reporting/v1/reports/{id}/corrections", "{\"reason\":\"Nachgemeldet\"}");
        bodies.put("/ingestion/v1/submissions/{id}/answers", "{\"numbers\":[0],\"reason\":\"fremd\"}");
        bodies.put("/ingestion/v1/submissions/{id}/rejection", "{\"reason\":\"fremd\"}");
        ObjectNode observation = JSON.createObjectNode()
                .put("field", "elderly")
                .put("space", "99001001-01")
                .put("finding", "Seit der Schließung des Ladens fehlt ein Treffpunkt.")
                .put("certainty", "likely")
                .put("sourceKind", "professional");
        String observed = post("/ingestion/v1/observations", "steward", observation);
        hide(
                "/ingestion/v1/observations/{id}",
                observed,
                List.of("nobody", "supplier2", "steward-elsewhere", "planner-elsewhere"));
        bodies.put("/ingestion/v1/observations/{id}/release", "{\"namesNobody\":true}");
        bodies.put("/ingestion/v1/observations/{id}/refusal", "{\"reason\":\"fremd\"}");
        ObjectNode entry = JSON.createObjectNode()
                .put("title", "Schuleingangsuntersuchung")
                .put("holder", "Gesundheitsamt")
                .put("granularity", "social-space")
                .put("state", "promised")
                .put("area", "99001");
        hideKept("inventory", entry, List.of("steward-elsewhere", "planner-elsewhere"));
        ObjectNode expectation = JSON.createObjectNode()
                .put("organisation", "verband-a")
                .put("level", "social-space")
                .put("area", "99001")
                .put("period", "2024")
                .put("due", "2025-03-31");
        expectation.putArray("indicators").add("dwellings");
        hideKept("expectations", expectation, List.of("steward-elsewhere", "supplier2"));
    }

    private void hideKept(String collection, ObjectNode body, List<String> users) {
        String path = "/ingestion/v1/" + collection + "/hidden-a";
        client.put(path, "steward", body).orFail();
        hidden.put("/ingestion/v1/" + collection + "/{code}", new Hidden("hidden-a", "hidden-b", users));
        bodies.put("/ingestion/v1/" + collection + "/{code}", body.toString());
    }

    private void hideRunsAndReports() {
        ObjectNode run =
                JSON.createObjectNode().put("scheme", "handlungsfelder").put("period", "2023");
        String preliminary = post("/classification/v1/runs", "planner", run);
        client.await("/classification/v1/runs/" + preliminary, "planner", Set.of("COMPLETED"), Duration.ofMinutes(2));
        hide("/classification/v1/runs/{id}", preliminary, List.of("nobody", "supplier"));
        ObjectNode report = JSON.createObjectNode()
                .put("type", "monitoring")
                .put("area", "99001")
                .put("period", "2023");
        String unpublished = post("/reporting/v1/reports", "planner", report);
        client.await("/reporting/v1/reports/" + unpublished, "planner", Set.of("COMPLETED"), Duration.ofMinutes(2));
        hide("/reporting/v1/reports/{id}", unpublished, List.of("nobody", "supplier", "planner-elsewhere"));
    }

    private void hideFunding() {
        ObjectNode draft = JSON.createObjectNode()
                .put("programme", "quartiersfonds")
                .put("applicant", "verband-a")
                .put("title", "Noch ein Entwurf");
        String application = post("/funding/v1/applications", "supplier", draft);
        hide(
                "/funding/v1/applications/{id}",
                application,
                List.of("nobody", "supplier2", "funding-officer-elsewhere", "clerk-elsewhere"));
        applicationBodies(draft);
        ObjectNode actor = JSON.createObjectNode()
                .put("name", "Noch nicht öffentlich")
                .put("kind", "network")
                .put("published", false);
        actor.putArray("spaces").add("99001001-01");
        hideNamed("stakeholders", actor, List.of("nobody", "supplier2", "planner-elsewhere"));
        ObjectNode offer = JSON.createObjectNode()
                .put("stakeholder", "verband-a")
                .put("name", "Noch nicht öffentlich")
                .put("published", false);
        offer.putArray("spaces").add("99001001-01");
        hideNamed("offers", offer, List.of("nobody", "supplier2"));
    }

    private void hideNamed(String collection, ObjectNode body, List<String> users) {
        String path = "/funding/v1/" + collection + "/hidden-a";
        if (client.get(path, "admin").status() != 200) {
            client.put(path, "admin", body).orFail();
        }
        String template = "/funding/v1/" + collection + "/{key}";
        hidden.put(template, new Hidden("hidden-a", "hidden-b", users));
        bodies.put(template, body.toString());
    }

    private void applicationBodies(ObjectNode draft) {
        String application = "/funding/v1/applications/{id}";
        bodies.put(application, draft.toString());
        bodies.put(application + "/assessment", "{\"recommendation\":\"refuse\"}");
        bodies.put(application + "/consultations", """
                {"body":"specialist-committee","heldOn":"2024-01-01","result":"recommended"}""");
        bodies.put(application + "/decision", """
                {"body":"main-committee","decidedOn":"2024-01-01","result":"refused","paperNumber":"1"}""");
        bodies.put(application + "/agreement", """
                {"kind":"notice","number":"1","signedOn":"2024-01-01"}""");
        bodies.put(application + "/payments", """
                {"year":2027,"amount":{"amount":"1.00","currency":"EUR"}}""");
        bodies.put(application + "/payments/{payment}/rejection", "{\"reason\":\"fremd\"}");
        bodies.put(application + "/proof-of-use", """
                {"costs":[{"item":"fremd","amount":{"amount":"1.00","currency":"EUR"}}],"report":"fremd"}""");
        bodies.put(application + "/review", """
                {"eligible":{"amount":"1.00","currency":"EUR"},"note":"fremd"}""");
        bodies.put(application + "/hearing", """
                {"sentOn":"2024-01-01","until":"2024-02-01"}""");
        bodies.put(application + "/recovery/repayments", """
                {"paidOn":"2024-01-01","amount":{"amount":"1.00","currency":"EUR"}}""");
        bodies.put("/funding/v1/stakeholders/{key}/bank-details", """
                {"holder":"fremd","iban":"DE02120300000000202051"}""");
        bodies.put(application + "/recovery", """
                {"amount":{"amount":"1.00","currency":"EUR"},"decidedOn":"2024-01-01","heardOn":"2024-01-01",
                 "legalBasis":"fremd","reason":"fremd"}""");
        bodies.put(application + "/recovery/waiver", """
                {"amount":{"amount":"1.00","currency":"EUR"},"decidedOn":"2024-01-01","reason":"fremd",
                 "legalBasis":"fremd"}""");
        bodies.put(application + "/conditions/{number}/fulfilment", "{\"metOn\":\"2024-01-01\"}");
        bodies.put(application + "/documents", "{\"kind\":\"notice\"}");
        bodies.put(application + "/return", """
                {"items":[{"pointer":"/costs","reason":"fremd"}],"deadline":"2099-01-01"}""");
        bodies.put(application + "/waiver", "{\"reason\":\"fremd\"}");
        bodies.put(application + "/remark", "{\"text\":\"fremd\"}");
        bodies.put(application + "/revocation", """
                {"decidedOn":"2024-01-01","reason":"fremd","legalBasis":"fremd"}""");
        bodies.put(application + "/correction", """
                {"record":"decision","reason":"fremd"}""");
    }

    private void hide(String path, String id, List<String> users) {
        hidden.put(path, new Hidden(id, UNKNOWN_ID, users));
    }

    private String post(String path, String user, ObjectNode body) {
        return client.post(path, user, body).orFail().json().get("id").asText();
    }

    @Test
    void hiddenThings_answerLikeUnknownOnes() {
        // Given
        List<String> faults = new ArrayList<>();
        Set<String> untried = new TreeSet<>();
        for (Call call : ApiDocument.calls(client)) {
            if (!call.path().contains("{") || isSeenByAll(call.path())) {
                continue;
            }
            Optional<Hidden> thing = hiddenAt(call.path());
            if (thing.isEmpty()) {
                untried.add(call.toString());
                continue;
            }
            for (String user : thing.get().users()) {
                if (mayCall(user, call)) {
                    // When
                    compare(faults, call, thing.get(), user);
                }
            }
        }
        // Then
        assertThat(faults).isEmpty();
        assertThat(untried).isEmpty();
    }

    @Test
    void deletedThings_answerLikeUnknownOnes() {
        // Given
        List<String> faults = new ArrayList<>();
        Map<String, Hidden> deleted = delete();
        for (Call call : ApiDocument.calls(client)) {
            Hidden thing = deleted.entrySet().stream()
                    .filter(each -> call.path().startsWith(each.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            // under a code of its own choice anyone may begin anew
            if (thing == null || (call.method().equals("PUT") && call.path().endsWith("/{code}"))) {
                continue;
            }
            for (String user : thing.users()) {
                if (mayCall(user, call)) {
                    // When
                    compare(faults, call, thing, user);
                }
            }
        }
        // Then
        assertThat(faults).isEmpty();
    }

    /** Makes things and deletes them again. */
    private Map<String, Hidden> delete() {
        Map<String, Hidden> deleted = new LinkedHashMap<>();
        ObjectNode draft =
                JSON.createObjectNode().put("programme", "quartiersfonds").put("title", "Verworfen");
        String application = post("/funding/v1/applications", "supplier", draft);
        remove("supplier", "/funding/v1/applications/" + application);
        deleted.put(
                "/funding/v1/applications/{id}",
                new Hidden(
                        application,
                        UNKNOWN_ID,
                        List.of("nobody", "supplier", "supplier2", "funding-officer", "clerk", "admin")));
        for (String collection : List.of("inventory", "expectations")) {
            String path = "/ingestion/v1/" + collection + "/";
            client.put(path + "deleted-a", "steward", json(bodies.get(path + "{code}")))
                    .orFail();
            remove("steward", path + "deleted-a");
            deleted.put(path + "{code}", new Hidden("deleted-a", "deleted-b", List.of("steward", "planner", "admin")));
        }
        client.put(
                        "/registry/v1/levels/deleted-a",
                        "planner",
                        JSON.createObjectNode().put("name", "Verworfen").put("rank", 60))
                .orFail();
        remove("planner", "/registry/v1/levels/deleted-a");
        deleted.put(
                "/registry/v1/levels/{code}",
                new Hidden("deleted-a", "deleted-b", List.of("nobody", "planner", "admin")));
        return deleted;
    }

    private void remove(String user, String path) {
        String tag = client.get(path, user).orFail().header("ETag").orElseThrow();
        client.send("DELETE", path, user, Map.of("If-Match", tag), BodyPublishers.noBody())
                .orFail();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static boolean isSeenByAll(String path) {
        return SEEN_BY_ALL.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    private Optional<Hidden> hiddenAt(String path) {
        return hidden.entrySet().stream()
                .filter(each -> path.equals(each.getKey()) || path.startsWith(each.getKey() + "/"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean mayCall(String user, Call call) {
        String role = user.replaceAll("(-elsewhere|\\d+)$", "");
        return !call.secured() || call.roles().contains(role);
    }

    private void compare(List<String> faults, Call call, Hidden thing, String user) {
        for (Map<String, String> more : List.of(Map.<String, String>of(), Map.of("If-Match", "\"1\""))) {
            Answer found = send(call, thing.id(), user, more);
            Answer unknown = send(call, thing.unknown(), user, more);
            String told = found.text().replace(thing.id(), "ID");
            boolean same = found.status() == unknown.status()
                    && told.equals(unknown.text().replace(thing.unknown(), "ID"))
                    && found.headers()
                            .map()
                            .keySet()
                            .equals(unknown.headers().map().keySet());
            boolean read = found.status() == 400 || found.status() == 422;
            if (!same || read || found.status() < 400) {
                faults.add(call + " by " + user + " with " + more + ": " + found.status() + " " + Flow.brief(found)
                        + " instead of " + unknown.status() + " " + Flow.brief(unknown));
            }
        }
    }

    private Answer send(Call call, String id, String user, Map<String, String> more) {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.putAll(more);
        String path = call.path()
                .replaceFirst("\\{(id|key|code)}", id)
                .replace("{payment}", PAYMENT)
                .replace("{attachment}", PAYMENT)
                .replace("{number}", "1")
                .replace("{version}", "1")
                .replace("{year}", "2027")
                .replace("{space}", "99001001-01");
        if (path.endsWith("/comparison")) {
            path += "?with=" + id;
        }
        String body = bodies.getOrDefault(call.path(), call.emptyBody());
        return client.send(
                call.method(),
                path,
                user.equals("nobody") ? null : user,
                headers,
                call.bodyType() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }
}
