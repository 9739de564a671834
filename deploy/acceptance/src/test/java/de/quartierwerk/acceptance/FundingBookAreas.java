package de.quartierwerk.acceptance;

import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.function.Supplier;

/** Calls of officials of another area to the books of funding, which are the whole installation's. */
final class FundingBookAreas {

    private static final String ROOT = "/funding/v1/";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private final PlatformClient client;
    private final String officer;
    private final Map<String, Supplier<Answer>> cases;

    FundingBookAreas(PlatformClient client, String officer, Map<String, Supplier<Answer>> cases) {
        this.client = client;
        this.officer = officer;
        this.cases = cases;
    }

    void add(String clerk) {
        read("ledger/entries", "");
        read("ledger/balances", "?line=wohlfahrt");
        read("ledger/trial-balance", "");
        read("ledger/verification", "");
        read("payment-orders", "");
        cases.put(
                "GET " + ROOT + "payment-orders/batches/{number}",
                () -> client.send(
                        "GET",
                        ROOT + "payment-orders/batches/1",
                        officer,
                        Map.of("Accept", "text/csv"),
                        BodyPublishers.noBody()));
        read("posts", "?year=2027");
        read("budget-lines/{code}/authorisations", "");
        read("bodies/{code}/changes", "");
        read("papers", "");
        read("papers/{number}", "");
        cases.put(
                "GET " + ROOT + "papers/{number}/document",
                () -> client.send(
                        "GET",
                        ROOT + "papers/1/document",
                        officer,
                        Map.of("Accept", "text/html"),
                        BodyPublishers.noBody()));
        read("mandates", "");
        read("mandates/{id}", "");
        read("stakeholders/{key}/bank-details", "");
        write("POST", "payment-orders/batches", "");
        write("POST", "payment-orders/{id}/confirmation", """
                {"paidOn": "2024-01-01", "reference": "fremd"}""");
        write("POST", "payment-orders/{id}/cancellation", """
                {"reason": "fremd"}""");
        write("POST", "budget-lines/{code}/authorisations", """
                {"year": 2027, "kind": "block", "amount": {"amount": "1.00", "currency": "EUR"}, "paperNumber": "1",
                "body": "council", "decidedOn": "2024-01-01", "reason": "fremd"}""");
        write("POST", "budget-lines/{code}/authorisations/{id}/confirmation", "");
        write("POST", "budget-lines/{code}/authorisations/{id}/reversal", "{\"reason\": \"fremd\"}");
        write("POST", "budget-lines/{code}/authorisations/{id}/reversal/confirmation", "");
        papers(clerk);
        write("PUT", "posts/{code}", """
                {"title": "fremd", "fte": 1, "from": "2024-01-01", "paperNumber": "1"}""");
        write("PUT", "base-rates/{validFrom}", """
                {"percent": 1}""");
        write("PUT", "stakeholders/{key}/bank-details", """
                {"holder": "fremd", "iban": "DE02120300000000202051"}""");
        write("POST", "stakeholders/{key}/bank-details/confirmation", "");
        cases.put(
                "POST /funding/v1/budget-years/{year}/closing",
                () -> send("POST", "budget-years/1990/closing", clerk, "{\"paperNumber\": \"1\"}"));
    }

    private void papers(String clerk) {
        write("POST", "bodies/{code}/changes", """
                {"votingMembers": [{"number": 1}], "paperNumber": "1", "reason": "fremd"}""");
        write(clerk, "POST", "bodies/{code}/changes/{number}/confirmation", "{}");
        write("PUT", "papers/{number}", """
                {"kind": "notice", "title": "fremd", "originator": "fremd"}""");
        write(clerk, "POST", "papers/{number}/consultations", """
                {"body": "council", "heldOn": "2024-01-01", "result": "noted"}""");
        write(clerk, "POST", "papers/{number}/decision", """
                {"body": "council", "decidedOn": "2024-01-01", "result": "refused"}""");
        write(clerk, "POST", "papers/{number}/mandates", """
                {"text": "fremd", "responsible": "fremd", "due": "2024-01-01"}""");
        write("PUT", "mandates/{id}", """
                {"state": "done", "report": "fremd"}""");
    }

    private void write(String user, String method, String path, String body) {
        cases.put(method + " " + ROOT + path, () -> send(method, address(path), user, body));
    }

    private void read(String path, String query) {
        cases.put("GET " + ROOT + path, () -> client.get(ROOT + address(path) + query, officer));
    }

    private void write(String method, String path, String body) {
        cases.put(method + " " + ROOT + path, () -> send(method, address(path), officer, body));
    }

    private Answer send(String method, String path, String user, String body) {
        return client.send(
                method,
                ROOT + path,
                user,
                Map.of("Content-Type", "application/json", "If-Match", "\"1\""),
                BodyPublishers.ofString(body));
    }

    private static String address(String path) {
        return path.replace("{code}", "wohlfahrt")
                .replace("{key}", "verband-b")
                .replace("{id}", NOBODY)
                .replace("{number}", "1")
                .replace("{validFrom}", "1990-01-01");
    }
}
