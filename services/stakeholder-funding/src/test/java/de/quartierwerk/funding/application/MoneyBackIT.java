package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.Api;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the decision to the last cent that comes back. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class MoneyBackIT {

    private static final String IBAN = "DE02120300000000202051";

    @BeforeEach
    void applicants() {
        Api.applicants();
    }

    /** 50,000.00 paid in two orders, 41,000.00 proven, 9,000.00 back with 132.97 interest. */
    @Test
    void whatWasNotUsedComesBackWithInterest() {
        confirmedAccount();
        Api.put("funding-officer", "base-rates/2016-07-01", "{\"percent\":-0.88}");
        String line = Api.key("line");
        String id = agreed(
                line,
                2021,
                "50000.00",
                "\"financing\":\"full\",\"costs\":[{\"item\":\"Personal\",\"amount\":" + euro("50000.00") + "}],");
        order(id, "25000.00", "Abruf 1");
        order(id, "25000.00", "Abruf 2");
        step(
                        "supplier",
                        id,
                        "proof-of-use",
                        "{\"report\":\"Bericht\",\"costs\":[{\"item\":\"Personal\",\"amount\":" + euro("41000.00")
                                + "}]}")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROVEN"));

        step("funding-officer2", id, "review", "{\"eligible\":" + euro("41000.01") + ",\"note\":\"x\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("review.above-computed"));
        JsonPath reviewed = stepped(
                "funding-officer2",
                id,
                "review",
                "{\"eligible\":" + euro("41000.00") + ",\"note\":\"Minderausgaben\"}");
        assertThat(reviewed.getString("review.computed.eligible.amount")).isEqualTo("41000.00");
        assertThat(reviewed.getString("review.computed.recoverable.amount")).isEqualTo("9000.00");
        assertThat(reviewed.<String>getList("allowedActions"))
                .contains("hearing")
                .doesNotContain("recovery");

        String claim = """
                {"amount":%s,"interest":{"from":"2022-04-01"},"decidedOn":"2022-06-01",
                 "reason":"Nicht verbraucht","legalBasis":"§ 49a VwVfG"}""".formatted(euro("9000.00"));
        step("funding-officer", id, "recovery", claim)
                .then()
                .statusCode(422)
                .body("code", equalTo("recovery.not-heard"));
        JsonPath heard = stepped(
                "funding-officer",
                id,
                "hearing",
                "{\"sentOn\":\"" + Api.today() + "\",\"until\":\"" + Api.today().plusDays(14) + "\"}");
        assertThat(heard.<String>getList("allowedActions")).contains("hearing").doesNotContain("recovery");
        JsonPath over =
                stepped("funding-officer", id, "hearing", "{\"sentOn\":\"2022-05-02\",\"until\":\"2022-05-20\"}");
        assertThat(over.<String>getList("allowedActions")).contains("recovery");
        step("funding-officer", id, "recovery", claim.replace("9000.00", "0.01"))
                .then()
                .statusCode(409)
                .body("code", equalTo("recovery.below-recoverable"))
                .body("detail", containsString("9,000.00"));
        step(
                        "funding-officer",
                        id,
                        "recovery",
                        claim.replace("{\"amount\"", "{\"heardOn\":\"+999999999-12-31\",\"amount\""))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("json.wrong-type"))
                .body("errors[0].pointer", equalTo("/heardOn"));
        stepped("funding-officer", id, "recovery", claim);
        JsonPath first = stepped("funding-officer", id, "recovery/repayments", repayment("2022-06-30", "5000.00"));
        assertThat(first.getString("repayments[0].interest.amount")).isEqualTo("91.43");
        step("funding-officer", id, "recovery/repayments", repayment("2022-09-30", "4132.98"))
                .then()
                .statusCode(409)
                .body("code", equalTo("repayment.above-claim"));
        JsonPath second = stepped("funding-officer", id, "recovery/repayments", repayment("2022-09-30", "4000.00"));
        assertThat(second.getString("recovery.interest.amount")).isEqualTo("132.97");
        assertThat(second.getString("repayments[1].outstanding.amount")).isEqualTo("132.97");
        JsonPath last = stepped("funding-officer", id, "recovery/repayments", repayment("2022-10-14", "132.97"));

        assertThat(last.getString("state")).isEqualTo("CLOSED");
        assertThat(balance(line, 2021, "paid")).isEqualTo("41000.00");
        assertThat(balance(line, 2021, "returned")).isEqualTo("9132.97");
        assertThat(balance(line, 2021, "interest")).isEqualTo("-132.97");
        assertThat(balance(line, 2021, "claimed")).isEqualTo("0.00");
        get("clerk", "ledger/trial-balance").then().body("total.amount", equalTo("0.00"));
    }

    /** 5,000 of 10,000 were spent of which the grant bears 60 percent; 4,000 of 6,000 had been paid. */
    @Test
    void aShareBearsItsShareOfWhatWasSpent() {
        String line = Api.key("line");
        String id = agreed(
                line,
                2021,
                "6000.00",
                "\"financing\":\"share\",\"ownShare\":" + euro("4000.00")
                        + ",\"costs\":[{\"item\":\"Personal\",\"amount\":" + euro("10000.00") + "}],");
        String payment = stepped("funding-officer", id, "payments", payment(2021, "4000.00", "Abruf"))
                .getString("payments[0].id");
        stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");
        stepped(
                "supplier",
                id,
                "proof-of-use",
                "{\"report\":\"Bericht\",\"costs\":[{\"item\":\"Personal\",\"amount\":" + euro("5000.00") + "}]}");

        JsonPath reviewed =
                stepped("funding-officer2", id, "review", "{\"eligible\":" + euro("3000.00") + ",\"note\":\"x\"}");

        assertThat(reviewed.getString("review.computed.eligible.amount")).isEqualTo("3000.00");
        assertThat(reviewed.getString("review.recoverable.amount")).isEqualTo("1000.00");
        assertThat(reviewed.getString("review.computed.formula"))
                .isEqualTo("min(6000.00, 5000.00 × 6000.00 / 10000.00)");
        assertThat(balance(line, 2021, "available")).isEqualTo("2000.00");
        assertThat(balance(line, 2021, "committed")).isEqualTo("0.00");
    }

    @Test
    void noMoneyIsPaidBeforeItsConditionsAreMet() {
        String id = Api.consulted(Api.programme("60000.00", "[]"), Api.space("99001001"), "20000.00");
        stepped("clerk", id, "decision", Api.grant());
        JsonPath agreed = stepped(
                "funding-officer",
                id,
                "agreement",
                Api.agreement().replace("}", ",\"beforePayment\":[\"Die Stelle ist besetzt.\"]}"));
        assertThat(agreed.getString("agreement.proofOfUseDue")).isEqualTo("2031-06-30");
        assertThat(agreed.getList("allowedActions")).contains("condition").doesNotContain("payments");
        step("funding-officer", id, "payments", payment(2030, "1.00", "Abruf"))
                .then()
                .statusCode(409)
                .body("code", equalTo("payment.condition-open"));
        String met = "{\"metOn\":\"" + Api.today() + "\",\"note\":\"Vertrag lag vor\"}";
        step("funding-officer", id, "conditions/2/fulfilment", met).then().statusCode(404);

        stepped("funding-officer", id, "conditions/1/fulfilment", met);

        stepped("funding-officer", id, "payments", payment(2030, "1.00", "Abruf"));
        step("funding-officer", id, "conditions/1/fulfilment", met).then().statusCode(409);
    }

    /** 1,000.00 are claimed, 400.00 come back, 600.00 are given up by another person. */
    @Test
    void aClaimIsGivenUpByAnotherPerson() {
        String line = Api.key("line");
        String id = claimed(line, "1000.00");
        stepped(
                "funding-officer",
                id,
                "recovery/repayments",
                repayment(Api.today().toString(), "400.00"));
        String waiver = waiver("600.00");
        step("funding-officer", id, "recovery/waiver", waiver)
                .then()
                .statusCode(403)
                .body("code", equalTo("duty.separated"));
        step("funding-officer2", id, "recovery/waiver", waiver.replace("600.00", "600.01"))
                .then()
                .statusCode(409)
                .body("code", equalTo("repayment.above-claim"));

        JsonPath closed = stepped("funding-officer2", id, "recovery/waiver", waiver);

        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(closed.getString("repayments[1].waiver.reason")).isEqualTo("Unbillig");
        assertThat(balance(line, 2021, "claimed")).isEqualTo("0.00");
        assertThat(balance(line, 2021, "expired")).isEqualTo("600.00");
        get("auditor", "ledger/trial-balance").then().body("total.amount", equalTo("0.00"));
    }

    /** 1,000.00 of 6,000.00 are claimed back before the treasury tells that it has paid them. */
    @Test
    void anOrderIsConfirmedAfterItsMoneyWasClaimedBack() {
        String line = Api.key("line");
        String id = claimed(line, "1000.00");

        confirm(payment(id)).then().statusCode(200);

        assertThat(balance(line, 2021, "ordered")).isEqualTo("0.00");
        assertThat(balance(line, 2021, "paid")).isEqualTo("5000.00");
        assertThat(balance(line, 2021, "claimed")).isEqualTo("1000.00");
    }

    /** 1,000.00 come back within the budget year of 6,000.00, with 10.00 interest for 73 days at 5 percent. */
    @Test
    void withinItsYearAClaimIsFreeAgainAndItsInterestIsIncome() {
        String line = Api.key("line");
        int year = Api.today().getYear();
        String id = agreed(line, year, "6000.00", "");
        confirm(ordered(id, year, "6000.00", "Abruf")).then().statusCode(200);
        reviewed(id, "5000.00");
        stepped("funding-officer", id, "recovery", claim("1000.00", """
                {"from":"%s","to":"%s","percent":5}""".formatted(
                        Api.today().minusDays(73), Api.today())));
        step("funding-officer", id, "recovery/repayments", repayment("2021-08-31", "900.00"))
                .then()
                .statusCode(422)
                .body("code", equalTo("date.before"))
                .body("errors[0].pointer", equalTo("/paidOn"));
        stepped(
                "funding-officer",
                id,
                "recovery/repayments",
                repayment(Api.today().toString(), "900.00"));

        JsonPath closed = stepped(
                "funding-officer",
                id,
                "recovery/repayments",
                repayment(Api.today().toString(), "110.00"));

        assertThat(closed.getString("state")).isEqualTo("CLOSED");
        assertThat(balance(line, year, "available")).isEqualTo("1000.00");
        assertThat(balance(line, year, "returned")).isEqualTo("10.00");
        assertThat(balance(line, year, "claimed")).isEqualTo("0.00");
        get("auditor", "ledger/trial-balance").then().body("total.amount", equalTo("0.00"));
    }

    /** The treasury could not pay: nobody owes what he never got. */
    @Test
    void anOrderOfClaimedMoneyIsCancelledOnceTheClaimIsWaived() {
        String line = Api.key("line");
        String id = claimed(line, "1000.00");
        cancel(payment(id))
                .then()
                .statusCode(409)
                .body("code", equalTo("payment-order.claimed"))
                .body("detail", containsString("1,000.00"));
        assertThat(balance(line, 2021, "ordered")).isEqualTo("5000.00");
        stepped("funding-officer2", id, "recovery/waiver", waiver("1000.00"));

        cancel(payment(id)).then().statusCode(200).body("state", equalTo("CANCELLED"));

        assertThat(balance(line, 2021, "ordered")).isEqualTo("0.00");
        assertThat(balance(line, 2021, "committed")).isEqualTo("0.00");
        assertThat(balance(line, 2021, "available")).isEqualTo("5000.00");
        assertThat(balance(line, 2021, "expired")).isEqualTo("1000.00");
        get("auditor", "ledger/trial-balance").then().body("total.amount", equalTo("0.00"));
    }

    @Test
    void anOrderIsNotCancelledOnceMoneyOfItCameBack() {
        String line = Api.key("line");
        String id = claimed(line, "1000.00");
        stepped(
                "funding-officer",
                id,
                "recovery/repayments",
                repayment(Api.today().toString(), "400.00"));
        stepped("funding-officer2", id, "recovery/waiver", waiver("600.00"));

        cancel(payment(id)).then().statusCode(409).body("code", equalTo("payment-order.repaid"));

        assertThat(balance(line, 2021, "ordered")).isEqualTo("5000.00");
    }

    /** 5,000.00 are eligible, 6,000.00 were ordered and never paid: 5,000.00 can be paid anew. */
    @Test
    void aCancelledOrderIsNotClaimedBack() {
        String line = Api.key("line");
        String id = agreed(line, 2021, "6000.00", "");
        String order = ordered(id, "6000.00", "Abruf");
        assertThat(reviewed(id, "5000.00").getString("review.recoverable.amount"))
                .isEqualTo("1000.00");

        cancel(order).then().statusCode(200);

        get("funding-officer", "applications/" + id)
                .then()
                .body("review.recoverable.amount", equalTo("0.00"))
                .body("allowedActions", hasItem("payments"))
                .body("allowedActions", not(hasItem("hearing")));
        assertThat(balance(line, 2021, "committed")).isEqualTo("5000.00");
        assertThat(balance(line, 2021, "available")).isEqualTo("1000.00");
        assertThat(paidInTotal(id)).containsExactly("6000.00", "0.00");
        confirm(ordered(id, "5000.00", "Abruf 2")).then().statusCode(200);
    }

    @Test
    void ofARevokedGrantACancelledOrderIsFreeAgain() {
        String line = Api.key("line");
        String id = agreed(line, 2021, "6000.00", "");
        String order = ordered(id, "6000.00", "Abruf");
        stepped(
                "funding-officer",
                id,
                "revocation",
                "{\"decidedOn\":\"" + Api.today() + "\",\"reason\":\"x\",\"legalBasis\":\"§ 49 VwVfG\"}");

        cancel(order).then().statusCode(200);

        get("funding-officer", "applications/" + id)
                .then()
                .body("revocation.recoverable.amount", equalTo("0.00"))
                .body("allowedActions", hasItem("closure"));
        assertThat(balance(line, 2021, "committed")).isEqualTo("0.00");
        assertThat(balance(line, 2021, "available")).isEqualTo("6000.00");
    }

    private static List<String> paidInTotal(String id) {
        return TestEvents.received(Topics.FUNDING, EventTypes.GRANT_PAID).stream()
                .filter(event -> event.key().equals(id))
                .map(event -> event.data().at("/paidInTotal/amount").asText())
                .toList();
    }

    private static String payment(String id) {
        return get("funding-officer", "applications/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("payments[0].id");
    }

    private static Response cancel(String order) {
        return Api.post(
                "funding-officer", "payment-orders/" + order + "/cancellation", "{\"reason\":\"Konto erloschen\"}");
    }

    private static String waiver(String amount) {
        return "{\"amount\":" + euro(amount) + ",\"decidedOn\":\"" + Api.today()
                + "\",\"reason\":\"Unbillig\",\"legalBasis\":\"§ 26 KomHVO NRW\"}";
    }

    /** An application whose claim of this amount is decided; the treasury has not answered to its order. */
    private static String claimed(String line, String amount) {
        String id = agreed(line, 2021, "6000.00", "");
        ordered(id, "6000.00", "Abruf");
        reviewed(id, Money.euro("6000.00").minus(Money.euro(amount)).amount());
        stepped("funding-officer", id, "recovery", claim(amount, "null"));
        return id;
    }

    /** That this was spent and is eligible, though the year of the project may not be over. */
    private static JsonPath reviewed(String id, String spent) {
        stepped("supplier", id, "proof-of-use", """
                {"report":"Bericht","early":true,"reason":"Ende","costs":[{"item":"Personal","amount":%s}]}""".formatted(euro(spent)));
        return stepped("funding-officer2", id, "review", "{\"eligible\":" + euro(spent) + ",\"note\":\"x\"}");
    }

    private static String claim(String amount, String interest) {
        return """
               {"amount":%1$s,"interest":%2$s,"heardOn":"%3$s","statement":"Ja","decidedOn":"%3$s",
                "reason":"Minderausgaben","legalBasis":"§ 49a VwVfG"}""".formatted(euro(amount), interest, Api.today());
    }

    @Test
    void moreThanComputedNeedsAReasonAndTwoPeople() {
        String id = agreed(Api.key("line"), 2021, "6000.00", "");
        String payment = stepped("funding-officer", id, "payments", payment(2021, "6000.00", "Abruf"))
                .getString("payments[0].id");
        stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");
        stepped(
                "supplier",
                id,
                "proof-of-use",
                "{\"report\":\"Bericht\",\"costs\":[{\"item\":\"Personal\",\"amount\":" + euro("10.00") + "}]}");
        String more = "{\"eligible\":" + euro("6000.00") + ",\"note\":\"x\",\"reason\":\"Unabweisbar\"}";

        JsonPath proposed = stepped("funding-officer2", id, "review", more);
        JsonPath again = stepped("funding-officer2", id, "review", more);
        JsonPath other = stepped("admin", id, "review", more.replace("6000.00", "5999.00"));
        assertThat(other.<String>getList("earlierReviews.by")).contains("funding-officer2");
        stepped("funding-officer2", id, "review", more);
        JsonPath confirmed = stepped("admin", id, "review", more);

        assertThat(proposed.getString("state")).isEqualTo("PROVEN");
        assertThat(again.getString("state")).isEqualTo("PROVEN");
        assertThat(confirmed.getString("state")).isEqualTo("REVIEWED");
        assertThat(confirmed.getString("review.by")).isEqualTo("funding-officer2");
        assertThat(confirmed.getString("review.confirmedBy")).isEqualTo("admin");
    }

    @Test
    void anInterimProofLeavesTheStateAndAnEarlyFinalOneNeedsAReason() {
        String id = agreed(Api.key("line"), 2031, "6000.00", "");
        String proof = "{\"report\":\"Bericht\",\"kind\":\"%s\",\"costs\":[{\"item\":\"Personal\",\"amount\":"
                + euro("10.00") + "}]}";

        JsonPath interim = stepped("supplier", id, "proof-of-use", proof.formatted("interim"));

        assertThat(interim.getString("state")).isEqualTo("AGREED");
        assertThat(interim.getList("interimProofs")).hasSize(1);
        step("supplier", id, "proof-of-use", proof.formatted("final"))
                .then()
                .statusCode(422)
                .body("code", equalTo("proof.early"));
    }

    @Test
    void anOrderIsConfirmedOrCancelledOnce() {
        confirmedAccount();
        String line = Api.key("line");
        String id = agreed(line, 2021, "6000.00", "");
        String confirmed = ordered(id, "1000.00", "Abruf 1");
        String cancelled = ordered(id, "2000.00", "Abruf 2");
        step("funding-officer", id, "payments", payment(2021, "2000.00", "Abruf 2"))
                .then()
                .statusCode(409)
                .body("code", equalTo("payment.repeated"));

        confirm(confirmed).then().statusCode(200).body("account.iban", equalTo(IBAN));
        confirm(confirmed).then().statusCode(409).body("code", equalTo("payment-order.ended"));
        cancel(cancelled).then().statusCode(200).body("state", equalTo("CANCELLED"));

        assertThat(balance(line, 2021, "paid")).isEqualTo("1000.00");
        assertThat(balance(line, 2021, "ordered")).isEqualTo("0.00");
        assertThat(balance(line, 2021, "committed")).isEqualTo("5000.00");
        get("funding-officer", "applications/" + id)
                .then()
                .body("payments.state", contains("CONFIRMED", "CANCELLED"))
                .body("paid.amount", equalTo("1000.00"));
        get("auditor", "audit?limit=1000&subject=payment-orders/" + confirmed)
                .then()
                .body("items.size()", equalTo(1))
                .body(not(containsString(IBAN)));
    }

    @Test
    void theTreasuryGetsEachOrderInOneFileThatStaysAsItIs() {
        confirmedAccount();
        String id = agreed(Api.key("line"), 2021, "6000.00", "");
        String order = ordered(id, "1000.00", "Abruf 1");

        int number = Api.post("funding-officer", "payment-orders/batches", "")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        String file = file(number);
        confirm(order).then().statusCode(200);

        assertThat(file).contains(";" + order + ";verband-a;").contains(IBAN).contains(";1000.00;EUR;");
        assertThat(file(number)).isEqualTo(file);
        Api.post("funding-officer", "payment-orders/batches", "").then().statusCode(409);
        get("funding-officer", "payment-orders/batches/999999").then().statusCode(404);
    }

    @Test
    void anAccountIsCheckedMaskedAndConfirmedByASecondPerson() {
        String wrong = "DE03120300000000202051";
        Api.put("supplier", "stakeholders/verband-a/bank-details", account(wrong))
                .then()
                .statusCode(422)
                .body("code", equalTo("iban.invalid"))
                .body(not(containsString(wrong)));
        Api.put("supplier", "stakeholders/verband-a/bank-details", account("DE0212030000000020205"))
                .then()
                .statusCode(422);
        Api.put("supplier", "stakeholders/verband-a/bank-details", account("XX02120300000000202051"))
                .then()
                .statusCode(422);
        Api.put(
                        "supplier",
                        "stakeholders/verband-a/bank-details",
                        account(IBAN).replace("}", ",\"bic\":\"BYLAZZM1001\"}"))
                .then()
                .statusCode(422)
                .body("code", equalTo("bic.invalid"));
        Api.put("supplier2", "stakeholders/verband-a/bank-details", account(IBAN))
                .then()
                .statusCode(404);
        String other = "DE75512108001245126199";
        Api.put("funding-officer", "stakeholders/verband-b/bank-details", account(other))
                .then()
                .statusCode(200)
                .body(not(containsString(other)));
        Api.post("funding-officer", "stakeholders/verband-b/bank-details/confirmation", "")
                .then()
                .statusCode(403)
                .body("code", equalTo("duty.separated"));
        Api.post("funding-officer2", "stakeholders/verband-b/bank-details/confirmation", "")
                .then()
                .statusCode(200)
                .body("confirmed.iban", equalTo("DE****************6199"));
        Api.post("funding-officer2", "stakeholders/verband-b/bank-details/confirmation", "")
                .then()
                .statusCode(409);
    }

    @Test
    void noAccountStandsInTheAuditTrail() {
        confirmedAccount();

        String entries = get("auditor", "audit?subject=stakeholders/verband-a&limit=1000")
                .then()
                .statusCode(200)
                .body("items.action", hasItem(startsWith("bank-details")))
                .extract()
                .asString();

        assertThat(entries).doesNotContain(IBAN);
    }

    @Test
    void ordersAreListedByTheirState() {
        confirmedAccount();
        String id = agreed(Api.key("line"), 2021, "6000.00", "");
        String open = ordered(id, "1000.00", "Abruf 1");
        String confirmed = ordered(id, "2000.00", "Abruf 2");
        confirm(confirmed).then().statusCode(200);

        List<String> waiting = get("funding-officer", "payment-orders?state=ORDERED&limit=1000")
                .path("items.id");
        List<String> paid = get("funding-officer", "payment-orders?state=CONFIRMED&limit=1000")
                .path("items.id");

        assertThat(waiting).contains(open).doesNotContain(confirmed);
        assertThat(paid).contains(confirmed).doesNotContain(open);
    }

    @Test
    void aConfirmationMayNameWhatItConfirms() {
        String path = "stakeholders/" + Api.key("verband") + "/bank-details";
        Api.put("planner", path.replace("/bank-details", ""), "{\"name\":\"V\",\"kind\":\"k\",\"published\":true}")
                .then()
                .statusCode(201);
        Api.put("funding-officer", path, account(IBAN)).then().statusCode(200);
        String read = get("funding-officer2", path).header("ETag");
        Api.put("funding-officer", path, account("DE75512108001245126199"))
                .then()
                .statusCode(200);

        Response stale = confirmed(path, read);
        Response present = confirmed(path, get("funding-officer2", path).header("ETag"));

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(present.statusCode()).isEqualTo(200);
        assertThat(present.jsonPath().getString("confirmed.iban")).endsWith("6199");
    }

    private static Response confirmed(String path, String etag) {
        return Api.as("funding-officer2").header("If-Match", etag).post("/v1/" + path + "/confirmation");
    }

    private static Response confirm(String order) {
        return Api.post(
                "funding-officer",
                "payment-orders/" + order + "/confirmation",
                "{\"paidOn\":\"2021-09-01\",\"reference\":\"K 1\"}");
    }

    private static String file(int number) {
        return get("funding-officer", "payment-orders/batches/" + number)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void confirmedAccount() {
        Api.put("supplier", "stakeholders/verband-a/bank-details", account(IBAN))
                .then()
                .statusCode(200);
        Api.post("funding-officer", "stakeholders/verband-a/bank-details/confirmation", "");
    }

    private static String account(String iban) {
        return "{\"holder\":\"Verband A\",\"iban\":\"" + iban + "\"}";
    }

    private static void order(String id, String amount, String call) {
        confirm(ordered(id, amount, call)).then().statusCode(200);
    }

    private static String ordered(String id, String amount, String call) {
        return ordered(id, 2021, amount, call);
    }

    private static String ordered(String id, int year, String amount, String call) {
        JsonPath certified = stepped("funding-officer", id, "payments", payment(year, amount, call));
        String payment = certified.getString("payments[-1].id");
        stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");
        return payment;
    }

    /** An application of verband-a with an agreement; the project takes one year. */
    private static String agreed(String line, int year, String amount, String more) {
        Api.put("funding-officer", "budget-lines/" + line, """
                        {"name":"Zuschüsse","product":"950170","account":"531860",
                         "years":[{"year":%d,"planned":%s}]}""".formatted(year, euro(amount)))
                .then()
                .statusCode(201);
        String programme = Api.key("programme");
        Api.put(
                        "funding-officer",
                        "programmes/" + programme,
                        "{\"name\":\"Quartier\",\"budgetLine\":\"" + line
                                + "\",\"criteria\":[],\"earlyStartAllowed\":true}")
                .then()
                .statusCode(201);
        String id = Api.post("supplier", "applications", """
                        {"programme":"%s","title":"Stelle","purpose":"Beratung",%s"spaces":["%s"],
                         "period":{"from":"%d-01-01","to":"%d-12-31"},
                         "amounts":[{"year":%d,"amount":%s}]}""".formatted(
                                programme, more, Api.space("99001001"), year, year, year, euro(amount)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("supplier", id, "submission", "{}");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\",\"earlyStartAllowed\":true}");
        stepped("clerk", id, "consultations", Api.consultation());
        stepped("clerk", id, "decision", Api.grant());
        stepped("funding-officer", id, "agreement", Api.agreement());
        return id;
    }

    private static String payment(int year, String amount, String call) {
        return "{\"year\":" + year + ",\"amount\":" + euro(amount) + ",\"call\":\"" + call + "\"}";
    }

    private static String repayment(String day, String amount) {
        return "{\"paidOn\":\"" + day + "\",\"amount\":" + euro(amount) + "}";
    }

    private static String euro(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }

    private static String balance(String line, int year, String account) {
        return get("auditor", "ledger/balances?year=" + year + "&line=" + line)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.account == '" + account + "' }.balance.amount");
    }
}
