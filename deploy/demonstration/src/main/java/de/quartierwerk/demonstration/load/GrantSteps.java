package de.quartierwerk.demonstration.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.Map;

/** What becomes of grants after the agreement: money, proof, review, and the ways that end early. */
final class GrantSteps {

    private static final String OFFICER = "funding-officer";
    private static final String SECOND_OFFICER = "funding-officer2";
    private static final String PAID = "5000.00";
    private static final String LEFT_OVER = "1000.00";
    private static final String SPENT_IN_PART = "4000.00";

    private final PlatformClient client;
    private final LocalDate today;
    private final ObjectMapper json = new ObjectMapper();

    GrantSteps(PlatformClient client, LocalDate today) {
        this.client = client;
        this.today = today;
    }

    /** The step from an agreed grant, or from what followed it, on the way to that state. */
    Answer step(String path, String state, String until, String applicant) {
        return switch (state) {
            case "AGREED" -> fromAgreed(path, until, applicant);
            case "PROVEN" ->
                post(
                        path,
                        "review",
                        SECOND_OFFICER,
                        json.createObjectNode()
                                .put("note", "Die Belege wurden gesehen.")
                                .set("eligible", euro(spent(until))));
            case "REVIEWED" ->
                post(
                        path,
                        "recovery",
                        OFFICER,
                        json.createObjectNode()
                                .put("heardOn", today.toString())
                                .put("statement", "Einverstanden")
                                .put("decidedOn", today.toString())
                                .put("reason", "Nicht verbraucht")
                                .put("legalBasis", "§ 49a VwVfG")
                                .set("amount", euro(LEFT_OVER)));
            default -> throw new LoadFailure("no step leads on from " + state);
        };
    }

    private Answer fromAgreed(String path, String until, String applicant) {
        return switch (until) {
            case "REVOKED" ->
                post(
                        path,
                        "revocation",
                        OFFICER,
                        json.createObjectNode()
                                .put("decidedOn", today.toString())
                                .put("reason", "Das Vorhaben findet nicht statt.")
                                .put("legalBasis", "§ 49 Abs. 3 VwVfG"));
            case "CLOSED" -> {
                post(path, "waiver", applicant, json.createObjectNode().put("reason", "Anders finanziert"));
                yield post(path, "closure", OFFICER, json.createObjectNode());
            }
            default -> {
                if (client.get(path, OFFICER).orFail().json().path("payments").isEmpty()) {
                    pay(path);
                }
                yield post(path, "proof-of-use", applicant, proof(until));
            }
        };
    }

    private void pay(String path) {
        JsonNode certified = post(
                        path,
                        "payments",
                        OFFICER,
                        json.createObjectNode()
                                .put("year", today.getYear() + 1)
                                .put("call", "Abruf 1")
                                .set("amount", euro(PAID)))
                .json();
        String payment = certified.at("/payments/0/id").asText();
        post(path, "payments/" + payment + "/order", SECOND_OFFICER, json.createObjectNode());
        client.post(
                        "/funding/v1/payment-orders/" + payment + "/confirmation",
                        OFFICER,
                        json.createObjectNode().put("paidOn", today.toString()).put("reference", "DEMO"))
                .orFail();
    }

    private ObjectNode proof(String until) {
        ObjectNode body = json.createObjectNode()
                .put("report", "Das Vorhaben (erfunden) ist abgeschlossen.")
                .put("early", true)
                .put("reason", "Das Beispiel soll nicht ein Jahr dauern.");
        body.putArray("costs").addObject().put("item", "Personal").set("amount", euro(spent(until)));
        return body;
    }

    private static String spent(String until) {
        return until.equals("RECOVERED") ? SPENT_IN_PART : PAID;
    }

    private ObjectNode euro(String amount) {
        return json.createObjectNode().put("amount", amount).put("currency", "EUR");
    }

    private Answer post(String path, String step, String user, JsonNode body) {
        String version = client.get(path, user).orFail().header("ETag").orElseThrow();
        return client.send(
                        "POST",
                        path + "/" + step,
                        user,
                        Map.of("Content-Type", "application/json", "If-Match", version),
                        BodyPublishers.ofString(body.toString()))
                .orFail();
    }
}
