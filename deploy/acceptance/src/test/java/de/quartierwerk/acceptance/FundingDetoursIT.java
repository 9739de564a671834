package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What happens beside the straight way of an application: back, away, over two years, and the treasury's part. */
@Order(54)
@ExtendWith(PlatformExtension.class)
class FundingDetoursIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "/funding/v1/";
    private static final String PROGRAMME = "detours";

    /** A page, as programs that write little write it. */
    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages"
            + "/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
            + "trailer<</Root 1 0 R>>\n%%EOF";

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private final int year = today.getYear() + 1;
    private final Acceptance acceptance;
    private final PlatformClient client;

    FundingDetoursIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.client = acceptance.hostileClient();
    }

    @BeforeEach
    void load() {
        acceptance.demonstration();
        put("funding-officer", "budget-lines/detours", """
                {"name":"Umwege","product":"05.03.06","account":"531800",
                 "years":[{"year":1991,"planned":{"amount":"100.00","currency":"EUR"}},
                          {"year":%d,"planned":{"amount":"500000.00","currency":"EUR"}},
                          {"year":%d,"planned":{"amount":"500000.00","currency":"EUR"}}]}""".formatted(year, year + 1));
        put("funding-officer", "programmes/" + PROGRAMME, """
                {"name":"Umwege","budgetLine":"detours","criteria":[]}""");
    }

    @Test
    void applicantAndOffice_giveBackAndWithdraw() {
        String path = submitted();
        step("funding-officer", path, "/return", """
                {"items":[{"pointer":"/amounts","reason":"Bitte prüfen"}],"deadline":"%s"}""".formatted(today.plusDays(14)));
        step("supplier", path, "/submission", "{}");
        step("clerk", path, "/remark", "{\"text\":\"intern\"}");
        JsonNode withdrawn = step("supplier", path, "/withdrawal", "{\"reason\":\"Entfällt\"}");

        assertThat(withdrawn.get("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void assessedApplications_areRanked() {
        String path = submitted();
        step("funding-officer", path, "/assessment", "{\"recommendation\":\"grant\"}");

        JsonNode ranking = get("clerk", "programmes/" + PROGRAMME + "/ranking?limit=1000");

        assertThat(ranking.get("items").findValuesAsText("application"))
                .contains(path.substring((ROOT + "applications/").length()));
    }

    @Test
    void grants_areCorrectedWaivedClosedAndRevoked() {
        String path = agreed("{\"kind\":\"notice\",\"number\":\"Z-1\",\"signedOn\":\"" + today + "\"}");
        step("clerk", path, "/correction", """
                {"record":"decision","paperNumber":"2024/0132","reason":"Zahlendreher"}""");
        step("funding-officer2", path, "/correction/1/confirmation", "{}");
        step("supplier", path, "/waiver", "{\"reason\":\"Anders finanziert\"}");
        assertThat(step("funding-officer", path, "/closure", "{}").get("state").asText())
                .isEqualTo("CLOSED");

        String second = agreed("{\"kind\":\"notice\",\"number\":\"Z-2\",\"signedOn\":\"" + today + "\"}");
        JsonNode revoked = step("funding-officer", second, "/revocation", """
                {"decidedOn":"%s","reason":"Zweckverfehlung","legalBasis":"§ 49 Abs. 3 VwVfG"}""".formatted(today));
        assertThat(revoked.get("state").asText()).isEqualTo("REVOKED");
    }

    @Test
    void budget_isChangedByTwoPeopleAndClosed() {
        String change = post("funding-officer", "budget-lines/detours/authorisations", """
                {"year":%d,"kind":"supplementary","amount":{"amount":"1.00","currency":"EUR"},"paperNumber":"2026/1",
                 "body":"council","decidedOn":"2026-06-17","reason":"Mehrbedarf"}""".formatted(year))
                .get("id")
                .asText();
        post("clerk", "budget-lines/detours/authorisations/" + change + "/confirmation", "{}");
        post(
                "funding-officer",
                "budget-lines/detours/authorisations/" + change + "/reversal",
                "{\"reason\":\"Falsches Jahr\"}");
        post("clerk", "budget-lines/detours/authorisations/" + change + "/reversal/confirmation", "{}");
        post("clerk", "budget-years/1991/closing", "{\"paperNumber\":\"1992/1\"}");
        put("funding-officer", "posts/detours", """
                {"title":"Sozialplanung","fte":0.5,"from":"2019-01-01","product":"05.03.06","paperNumber":"2018/0233"}""");

        assertThat(get("clerk", "posts?year=2019").get("fte").asDouble()).isGreaterThanOrEqualTo(0.5);
        assertThat(get("clerk", "ledger/balances?line=detours").get("items")).isNotEmpty();
        assertThat(get("clerk", "ledger/trial-balance").at("/total/amount").asText())
                .isEqualTo("0.00");
        assertThat(get("auditor", "ledger/verification").get("ok").asBoolean()).isTrue();
    }

    @Test
    void treasury_paysAndMoneyComesBackWithInterest() {
        put("supplier", "stakeholders/verband-a/bank-details", """
                {"holder":"Verband A e. V.","iban":"DE02120300000000202051"}""");
        post("funding-officer", "stakeholders/verband-a/bank-details/confirmation", "{}");
        put("funding-officer", "base-rates/2026-01-01", "{\"percent\":1.27}");
        String path = agreed("{\"kind\":\"notice\",\"number\":\"Z-3\",\"signedOn\":\"" + today + "\"}");
        String cancelled = ordered(path, "10.00");
        post("funding-officer", "payment-orders/" + cancelled + "/cancellation", "{\"reason\":\"Konto erloschen\"}");
        String paid = ordered(path, "20.00");
        String batch = post("funding-officer", "payment-orders/batches", "{}")
                .get("number")
                .asText();
        client.send(
                        "GET",
                        ROOT + "payment-orders/batches/" + batch,
                        "funding-officer",
                        Map.of("Accept", "text/csv"),
                        BodyPublishers.noBody())
                .orFail();
        post("funding-officer", "payment-orders/" + paid + "/confirmation", """
                {"paidOn":"%s","reference":"K 1"}""".formatted(today));
        step("supplier", path, "/proof-of-use", """
                {"report":"Der Treff war geöffnet.",
                 "costs":[{"item":"Miete","amount":{"amount":"9.00","currency":"EUR"}}]}""");
        step("funding-officer2", path, "/review", """
                {"eligible":{"amount":"9.00","currency":"EUR"},"note":"Minderausgaben"}""");
        step("funding-officer", path, "/hearing", """
                {"sentOn":"%1$s","until":"%2$s","statementOn":"%1$s","statement":"Einverstanden"}""".formatted(today, today.plusDays(14)));
        step("funding-officer", path, "/recovery", """
                {"amount":{"amount":"11.00","currency":"EUR"},"decidedOn":"%s",
                 "reason":"Nicht verbraucht","legalBasis":"§ 49a VwVfG"}""".formatted(today));
        JsonNode closed = step("funding-officer", path, "/recovery/repayments", """
                {"paidOn":"%s","amount":{"amount":"11.00","currency":"EUR"}}""".formatted(today));

        assertThat(closed.get("state").asText()).isEqualTo("CLOSED");
    }

    @Test
    void grant_hasFilesAndDocumentsAndItsClaimIsGivenUp() {
        String path = agreed("""
                {"kind":"notice","number":"Z-5","signedOn":"%s","beforePayment":["Die Stelle ist besetzt."]}""".formatted(today));
        step("funding-officer", path, "/conditions/1/fulfilment", "{\"metOn\":\"" + today + "\"}");
        String below = path.substring(ROOT.length());
        String form = """
                --x
                Content-Disposition: form-data; name="kind"

                receipt
                --x
                Content-Disposition: form-data; name="file"; filename="belege.csv"
                Content-Type: text/csv

                Beleg;Betrag
                --x--
                """.replace("\n", "\r\n");
        client.send(
                        "POST",
                        path + "/attachments",
                        "supplier",
                        Map.of("Content-Type", "multipart/form-data; boundary=x"),
                        BodyPublishers.ofString(form))
                .orFail();
        client.send(
                        "POST",
                        path + "/attachments",
                        "supplier",
                        Map.of("Content-Type", "multipart/form-data; boundary=x"),
                        BodyPublishers.ofString(
                                form.replace("belege.csv", "konzept.pdf").replace("Beleg;Betrag", PDF)))
                .orFail();
        client.send(
                        "POST",
                        path + "/receipts",
                        "supplier",
                        Map.of("Content-Type", "multipart/form-data; boundary=x"),
                        BodyPublishers.ofString(form.replaceFirst("(?s)^--x.*?--x", "--x")
                                .replace("Beleg;Betrag", "Datum;Position;Betrag\r\n" + year + "-02-03;Miete;1,00")))
                .orFail();
        JsonNode file = get("supplier", below + "/attachments").at("/items/0");
        read(path + "/attachments/" + file.get("id").asText(), "*/*");
        int number = post("funding-officer", below + "/documents", "{\"kind\":\"notice\"}")
                .get("number")
                .asInt();
        assertThat(get("supplier", below + "/documents").get("items")).hasSize(1);
        assertThat(read(path + "/documents/" + number, "text/html")).contains("20.000,00 EUR");
        assertThat(client.get(ROOT + "grants/360giving", null)
                        .orFail()
                        .json()
                        .get("version")
                        .asText())
                .isEqualTo("1.4");

        String paid = ordered(path, "20.00");
        post("funding-officer", "payment-orders/" + paid + "/confirmation", """
                {"paidOn":"%s","reference":"K 2"}""".formatted(today));
        step("funding-officer", path, "/revocation", """
                {"decidedOn":"%s","reason":"Zweckverfehlung","legalBasis":"§ 49 Abs. 3 VwVfG"}""".formatted(today));
        step("funding-officer", path, "/recovery", """
                {"amount":{"amount":"20.00","currency":"EUR"},"heardOn":"%1$s","statement":"Nein","decidedOn":"%1$s",
                 "reason":"Zweckverfehlung","legalBasis":"§ 49a VwVfG"}""".formatted(today));
        JsonNode closed = step("funding-officer2", path, "/recovery/waiver", """
                {"amount":{"amount":"20.00","currency":"EUR"},"decidedOn":"%s","reason":"Unbillig",
                 "legalBasis":"§ 26 KomHVO NRW"}""".formatted(today));

        assertThat(closed.get("state").asText()).isEqualTo("CLOSED");
    }

    private String read(String path, String type) {
        return client.send("GET", path, "supplier", Map.of("Accept", type), BodyPublishers.noBody())
                .orFail()
                .text();
    }

    @Test
    void laterYear_isCommittedWhenItsBudgetIsAdopted() {
        put("funding-officer", "budget-lines/detours-later", later(",\"provisional\":true"));
        put("funding-officer", "programmes/detours-later", """
                {"name":"Umwege","budgetLine":"detours-later","criteria":[]}""");
        String path = ROOT + "applications/"
                + post("supplier", "applications", """
                {"programme":"detours-later","title":"Stelle","purpose":"Beratung","spaces":["99001001-01"],
                 "period":{"from":"%1$d-01-01","to":"%2$d-12-31"},
                 "amounts":[{"year":%1$d,"amount":{"amount":"20000.00","currency":"EUR"}},
                            {"year":%2$d,"amount":{"amount":"20000.00","currency":"EUR"}}]}""".formatted(year, year + 1))
                        .get("id")
                        .asText();
        decided(path);
        step(
                "funding-officer",
                path,
                "/agreement",
                "{\"kind\":\"notice\",\"number\":\"Z-4\",\"signedOn\":\"" + today + "\"}");
        String line = ROOT + "budget-lines/detours-later";
        client.send(
                        "PUT",
                        line,
                        "funding-officer",
                        condition("funding-officer", line),
                        BodyPublishers.ofString(later("")))
                .orFail();
        JsonNode committed = step("funding-officer", path, "/tranches/" + (year + 1) + "/commitment", "{}");

        assertThat(committed.get("tranches")).hasSize(2);
    }

    private String later(String more) {
        return """
                {"name":"Später","product":"05.03.06","account":"531801",
                 "years":[{"year":%d,"planned":{"amount":"50000.00","currency":"EUR"}},
                          {"year":%d,"planned":{"amount":"50000.00","currency":"EUR"}%s}]}""".formatted(year, year + 1, more);
    }

    /** Path of an application that was handed in. */
    private String submitted() {
        String path = ROOT + "applications/"
                + post("supplier", "applications", """
                {"programme":"%s","title":"Treff %3$s","purpose":"Begegnung","spaces":["99001001-01"],
                 "period":{"from":"%2$d-01-01","to":"%2$d-12-31"},
                 "amounts":[{"year":%2$d,"amount":{"amount":"20000.00","currency":"EUR"}}]}""".formatted(PROGRAMME, year, UUID.randomUUID()))
                        .get("id")
                        .asText();
        step("supplier", path, "/submission", "{}");
        return path;
    }

    private void decided(String path) {
        if (get("supplier", path.substring(ROOT.length())).get("state").asText().equals("DRAFT")) {
            step("supplier", path, "/submission", "{}");
        }
        step("funding-officer", path, "/assessment", "{\"recommendation\":\"grant\"}");
        step("clerk", path, "/consultations", """
                {"body":"specialist-committee","heldOn":"%s","result":"recommended"}""".formatted(today));
        step("clerk", path, "/decision", """
                {"body":"main-committee","decidedOn":"%s","result":"granted","paperNumber":"2024/0123",
                 "votes":{"unanimous":true}}""".formatted(today));
    }

    private String agreed(String agreement) {
        String path = submitted();
        decided(path);
        step("funding-officer", path, "/agreement", agreement);
        return path;
    }

    /** Id of a payment that was certified and ordered. */
    private String ordered(String path, String amount) {
        JsonNode payments = step("funding-officer", path, "/payments", """
                {"year":%d,"amount":{"amount":"%s","currency":"EUR"}}""".formatted(year, amount))
                .get("payments");
        String payment = payments.get(payments.size() - 1).get("id").asText();
        step("funding-officer2", path, "/payments/" + payment + "/order", "{}");
        return payment;
    }

    private JsonNode step(String user, String application, String below, String body) {
        return client.send(
                        "POST", application + below, user, condition(user, application), BodyPublishers.ofString(body))
                .orFail()
                .json();
    }

    private Map<String, String> condition(String user, String path) {
        String tag = client.get(path, user).orFail().header("ETag").orElseThrow();
        return Map.of("Content-Type", "application/json", "If-Match", tag);
    }

    private JsonNode get(String user, String path) {
        return client.get(ROOT + path, user).orFail().json();
    }

    private JsonNode post(String user, String path, String body) {
        return client.post(ROOT + path, user, tree(body)).orFail().json();
    }

    private void put(String user, String path, String body) {
        Answer answer = client.put(ROOT + path, user, tree(body));
        if (answer.status() != 428) {
            answer.orFail();
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
