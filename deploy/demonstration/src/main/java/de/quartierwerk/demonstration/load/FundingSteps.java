package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.membership.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Associations, offers, bodies, the budget, a programme, and applications on their way. */
final class FundingSteps {

    private static final String FUNDING = "/funding/v1/";
    private static final String OFFICER = "funding-officer";
    private static final String CLERK = "clerk";
    private static final List<String> WAY = List.of("DRAFT", "SUBMITTED", "ASSESSED", "CONSULTED", "DECIDED", "AGREED");
    private static final List<String> TO_THE_CLAIM = List.of("PROVEN", "REVIEWED", "RECOVERED");

    private final PlatformClient client;
    private final DemonstrationRegion region;
    private final Consumer<String> progress;
    private final GrantSteps grants;
    private final ObjectMapper json = new ObjectMapper();
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));

    FundingSteps(PlatformClient client, DemonstrationRegion region, Consumer<String> progress) {
        this.client = client;
        this.region = region;
        this.progress = progress;
        this.grants = new GrantSteps(client, today);
    }

    void run() {
        JsonNode data = data();
        progress.accept("Adding associations, offers, bodies, the budget and a programme");
        putNew("stakeholders/", data.get("stakeholders"));
        putNew("offers/", withSpaces(data.get("offers")));
        data.get("bodies").properties().forEach(body -> rename(body.getKey(), body.getValue()));
        putNew("budget-lines/", withYears(data.get("budgetLines")));
        putNew("programmes/", data.get("programmes"));
        data.get("applications").forEach(this::application);
    }

    private static JsonNode data() {
        try (InputStream in = DemonstrationRegion.class.getResourceAsStream("funding.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void putNew(String collection, JsonNode entries) {
        entries.properties().forEach(entry -> {
            String path = FUNDING + collection + entry.getKey();
            if (client.get(path, OFFICER).status() != 200) {
                client.put(path, OFFICER, entry.getValue()).orFail();
            }
        });
    }

    /** The bodies of an installation are there from the start; the region gives them names of its own. */
    private void rename(String code, JsonNode body) {
        String path = FUNDING + "bodies/" + code;
        Answer there = client.get(path, OFFICER).orFail();
        ObjectNode named = body.deepCopy();
        named.set("competences", there.json().get("competences"));
        named.set("votingMembers", there.json().get("votingMembers"));
        send("PUT", path, OFFICER, there.header("ETag").orElseThrow(), named);
        if (client.get(path + "/changes", OFFICER).orFail().json().get("items").isEmpty()) {
            changeCompetences(path, body);
        }
    }

    /** What a body decides changes by two people. */
    private void changeCompetences(String path, JsonNode body) {
        ObjectNode change =
                json.createObjectNode().put("paperNumber", "DEMO/0000").put("reason", "Erfundene Hauptsatzung");
        change.set("competences", body.get("competences"));
        if (body.has("votingMembers")) {
            change.set("votingMembers", body.get("votingMembers"));
        }
        String number = client.post(path + "/changes", OFFICER, change)
                .orFail()
                .json()
                .get("number")
                .asText();
        client.post(path + "/changes/" + number + "/confirmation", CLERK, json.createObjectNode())
                .orFail();
    }

    /** Sends a change of the version that was read. */
    private Answer send(String method, String path, String user, String version, JsonNode body) {
        return client.send(
                        method,
                        path,
                        user,
                        Map.of("Content-Type", "application/json", "If-Match", version),
                        BodyPublishers.ofString(body.toString()))
                .orFail();
    }

    /** The first spaces of a field stand in for "field" and "number". */
    private JsonNode withSpaces(JsonNode offers) {
        offers.forEach(offer -> {
            ObjectNode body = (ObjectNode) offer;
            body.set(
                    "spaces",
                    spaces(body.remove("field").asText(), body.remove("number").asInt()));
        });
        return offers;
    }

    private ArrayNode spaces(String code, int number) {
        Field field = Arrays.stream(Field.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        BitSet members = region.memberships().of(field);
        ArrayNode keys = json.createArrayNode();
        for (int s = members.nextSetBit(0); s >= 0 && keys.size() < number; s = members.nextSetBit(s + 1)) {
            keys.add(region.territory().spaces().get(s).key());
        }
        return keys;
    }

    private JsonNode withYears(JsonNode lines) {
        lines.forEach(line -> {
            ObjectNode body = (ObjectNode) line;
            String planned = body.remove("planned").asText();
            ArrayNode years = body.putArray("years");
            for (int year = today.getYear(); year < today.getYear() + 4; year++) {
                years.addObject().put("year", year).set("planned", euro(planned));
            }
        });
        return lines;
    }

    private ObjectNode euro(String amount) {
        return json.createObjectNode().put("amount", amount).put("currency", "EUR");
    }

    private void application(JsonNode plan) {
        String user = plan.get("user").asText();
        String until = plan.get("until").asText();
        JsonNode application =
                client
                        .items(
                                FUNDING + "applications?applicant="
                                        + plan.get("applicant").asText(),
                                user)
                        .stream()
                        .filter(each -> each.path("title")
                                .asText()
                                .equals(plan.get("title").asText()))
                        .findFirst()
                        .orElseGet(() -> {
                            progress.accept("Applying: " + plan.get("title").asText());
                            return client.post(FUNDING + "applications", user, content(plan))
                                    .orFail()
                                    .json();
                        });
        String path = FUNDING + "applications/" + application.get("id").asText();
        String state = application.get("state").asText();
        List<String> way = way(until);
        while (way.contains(state) && way.indexOf(state) < way.indexOf(until)) {
            state = step(path, state, until, user).json().get("state").asText();
        }
    }

    /** The states that lead to the one that is wanted. */
    private static List<String> way(String until) {
        if (until.equals("RETURNED") || until.equals("WITHDRAWN")) {
            return List.of("DRAFT", "SUBMITTED", until);
        }
        if (WAY.contains(until)) {
            return WAY;
        }
        List<String> way = new ArrayList<>(WAY);
        if (TO_THE_CLAIM.contains(until)) {
            way.addAll(TO_THE_CLAIM);
        } else {
            way.add(until);
        }
        return way;
    }

    private ObjectNode content(JsonNode plan) {
        int year = today.getYear() + 1;
        ObjectNode body = json.createObjectNode()
                .put("programme", "quartiersfonds")
                .put("applicant", plan.get("applicant").asText())
                .put("title", plan.get("title").asText())
                .put("purpose", plan.get("purpose").asText())
                .put("kind", "project")
                .put("financing", "fixed-amount")
                .put("targetGroup", plan.get("targetGroup").asText());
        body.set("spaces", spaces(plan.get("field").asText(), plan.get("number").asInt()));
        body.putArray("needs").add(plan.get("field").asText());
        body.putObject("period").put("from", year + "-01-01").put("to", year + "-12-31");
        body.putArray("amounts")
                .addObject()
                .put("year", year)
                .set("amount", euro(plan.get("amount").asText()));
        body.set("ownShare", euro(plan.get("own").asText()));
        body.putArray("goals")
                .addObject()
                .put("outcome", plan.get("goal").asText())
                .put("due", year + "-12-31");
        return body;
    }

    private Answer step(String path, String state, String until, String applicant) {
        return switch (state) {
            case "DRAFT" -> post(path, "submission", applicant, json.createObjectNode());
            case "SUBMITTED" -> fromSubmitted(path, until, applicant);
            case "ASSESSED" -> post(path, "consultations", CLERK, consultation());
            case "CONSULTED" -> post(path, "decision", CLERK, decision());
            case "DECIDED" -> post(path, "agreement", OFFICER, agreement());
            default -> grants.step(path, state, until, applicant);
        };
    }

    private Answer fromSubmitted(String path, String until, String applicant) {
        return switch (until) {
            case "WITHDRAWN" ->
                post(path, "withdrawal", applicant, json.createObjectNode().put("reason", "Wird verschoben"));
            case "RETURNED" -> post(path, "return", OFFICER, returned());
            default ->
                post(
                        path,
                        "assessment",
                        OFFICER,
                        json.createObjectNode()
                                .put("recommendation", "grant")
                                .put("note", "Der Bedarf ist durch die veröffentlichten Handlungsfelder belegt."));
        };
    }

    private ObjectNode returned() {
        ObjectNode body =
                json.createObjectNode().put("deadline", today.plusDays(30).toString());
        body.putArray("items").addObject().put("pointer", "/goals").put("reason", "Bitte das Ziel in Zahlen nennen.");
        return body;
    }

    private Answer post(String path, String step, String user, JsonNode body) {
        String version = client.get(path, user).orFail().header("ETag").orElseThrow();
        return send("POST", path + "/" + step, user, version, body);
    }

    private ObjectNode consultation() {
        ObjectNode body = json.createObjectNode()
                .put("body", "specialist-committee")
                .put("heldOn", today.toString())
                .put("role", "advising")
                .put("result", "recommended")
                .put("paperNumber", "DEMO/0001");
        body.putObject("votes").put("unanimous", true);
        return body;
    }

    private ObjectNode decision() {
        ObjectNode body = json.createObjectNode()
                .put("body", "main-committee")
                .put("decidedOn", today.toString())
                .put("result", "granted")
                .put("paperNumber", "DEMO/0001");
        body.putObject("votes")
                .put("unanimous", false)
                .put("yes", 14)
                .put("no", 3)
                .put("abstained", 1);
        return body;
    }

    private ObjectNode agreement() {
        return json.createObjectNode()
                .put("kind", "agreement")
                .put("number", "DEMO-ZV-1")
                .put("signedOn", today.toString())
                .put("proofOfUseDue", today.getYear() + 2 + "-03-31");
    }
}
