package de.quartierwerk.funding.budget;

import static de.quartierwerk.funding.Api.get;
import static de.quartierwerk.funding.Api.step;
import static de.quartierwerk.funding.Api.stepped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No single person makes money: what is in use changes by authorisations that another person confirms. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class AuthorisationIT {

    private static final String ADOPTED =
            ",\"adoption\":{\"paperNumber\":\"2023/1\",\"body\":\"council\",\"decidedOn\":\"2024-01-01\"}";

    @BeforeEach
    void applicants() {
        Api.applicants();
    }

    @Test
    void aUsedYearIsLockedAndGrowsOnlyByTwoPeople() {
        String programme = Api.programme("50000.00", "[]");
        String line = line(programme);
        Api.stepped("clerk", Api.consulted(programme, Api.space("99001001"), "40000.00"), "decision", Api.grant());
        String second = Api.consulted(programme, Api.space("99001001"), "20000.00");

        Api.change("funding-officer", "budget-lines/" + line, "\"1\"", lineOf(year(2030, "90000.00", "")))
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.locked"));
        step("clerk", second, "decision", Api.grant()).then().statusCode(409).body("code", equalTo("budget.exceeded"));
        String id = propose(line, "above-plan", "10000.00", 2030, "")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        confirm("funding-officer", line, id).then().statusCode(403).body("code", equalTo("duty.separated"));
        step("clerk", second, "decision", Api.grant()).then().statusCode(409);
        confirm("funding-officer2", line, id).then().statusCode(200).body("confirmedBy", equalTo("funding-officer2"));
        confirm("clerk", line, id).then().statusCode(409).body("code", equalTo("authorisation.confirmed"));

        step("clerk", second, "decision", Api.grant()).then().statusCode(200);
        get("clerk", "budget-lines/" + line)
                .then()
                .body("balances[0].authorised.amount", equalTo("60000.00"))
                .body("balances[0].available.amount", equalTo("0.00"));
        get("auditor", "ledger/entries?line=" + line)
                .then()
                .body("items.cause", contains("plan", "decision", "above-plan", "decision"));
    }

    @Test
    void aMistakeIsReversedOnceByTwoPeople() {
        String line = put(year(2030, "50.00", ""));
        String id = propose(line, "above-plan", "10.00", 2030, "").path("id");
        String path = "budget-lines/" + line + "/authorisations/" + id + "/reversal";
        String reason = "{\"reason\":\"Falsches Jahr\"}";
        Api.post("funding-officer", path, reason)
                .then()
                .statusCode(409)
                .body("code", equalTo("reversal.not-confirmed"));
        confirm("clerk", line, id).then().statusCode(200);
        Api.post("clerk", path + "/confirmation", "").then().statusCode(404);
        Api.post("funding-officer", path, reason).then().statusCode(200);
        Api.post("funding-officer", path + "/confirmation", "")
                .then()
                .statusCode(403)
                .body("code", equalTo("duty.separated"));

        Api.post("clerk", path + "/confirmation", "").then().statusCode(200).body("reversedBy", equalTo("clerk"));

        Api.post("clerk", path + "/confirmation", "").then().statusCode(409).body("code", equalTo("reversal.done"));
        get("auditor", "ledger/entries?line=" + line)
                .then()
                .body("items.cause", contains("plan", "above-plan", "reversal"));
        get("clerk", "budget-lines/" + line).then().body("balances[0].available.amount", equalTo("50.00"));
    }

    @Test
    void carriesOverAndTransfersNoMoreThanIsThere() {
        String line = put(year(2029, "100.00", "") + "," + year(2030, "50.00", ""));
        String other = put(year(2030, "5.00", ""));

        propose(line, "carry-over", "100.01", 2030, "")
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.carry-over-above-rest"));
        propose(line, "transfer", "5.01", 2030, other).then().statusCode(409).body("code", equalTo("budget.exceeded"));
        propose(line, "transfer", "1.00", 2030, "").then().statusCode(422);
        propose(line, "outside-plan", "1.00", 2030, "").then().statusCode(409).body("code", equalTo("budget.planned"));
        propose(line, "supplementary", "1.00", 2031, "").then().statusCode(422);
        propose(line, "supplementary", "0.00", 2030, "").then().statusCode(422);
        confirmed(line, "carry-over", "40.00", "");
        confirmed(line, "transfer", "5.00", other);
        confirmed(line, "block", "15.00", "");

        get("clerk", "budget-lines/" + line).then().body("balances.available.amount", contains("60.00", "80.00"));
        get("clerk", "budget-lines/" + other).then().body("balances[0].available.amount", equalTo("0.00"));
    }

    /** Whoever writes the plan alone neither hides a year whose money was used nor takes money out of it. */
    @Test
    void aUsedYearStaysWithItsMoney() {
        String line = put(year(2030, "50.00", ""));
        confirmed(line, "supplementary", "40.00", "");

        change(line, "\"1\"", lineOf(year(2031, "1.00", "")))
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.locked"));
        change(
                        line,
                        "\"1\"",
                        lineOf(year(2030, "50.00", "") + "," + year(2031, "1.00", ",\"carriedOver\":" + euro("30.00"))))
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.locked"));

        get("clerk", "budget-lines/" + line).then().body("balances.available.amount", contains("90.00"));
    }

    @Test
    void anAuthorisationNeedsItsYearToTheEnd() {
        String line = put(year(2029, "1.00", "") + "," + year(2030, "50.00", ""));
        String id = propose(line, "supplementary", "40.00", 2030, "")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        change(line, "\"1\"", lineOf(year(2029, "1.00", ""))).then().statusCode(200);

        confirm("clerk", line, id).then().statusCode(422).body("errors[0].code", equalTo("authorisation.no-year"));
    }

    @Test
    void aPlanSaysNothingThatCannotBe() {
        String more = ",\"additional\":[{\"kind\":\"above-plan\",\"amount\":" + euro("5000000.00")
                + ",\"reason\":\"x\",\"paperNumber\":\"1\",\"decidedOn\":\"%s\"}]";

        Api.put(
                        "funding-officer",
                        "budget-lines/" + Api.key("line"),
                        lineOf(year(2030, "0.00", more.formatted("2024-01-01"))))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("budget.nothing-planned"));
        Api.put(
                        "funding-officer",
                        "budget-lines/" + Api.key("line"),
                        lineOf(year(2030, "1.00", more.formatted("2099-01-01"))))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("date.in-future"));
        Api.put(
                        "funding-officer",
                        "budget-lines/" + Api.key("line"),
                        lineOf(year(2030, "1.00", ",\"carriedOver\":" + euro("1000000.00"))))
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.carry-over-above-rest"));
    }

    /** A grant for 2027 and 2028 while only the budget of 2027 is adopted. */
    @Test
    void aLaterYearIsCommittedWhenItsBudgetIsAdopted() {
        String line = put(year(2027, "10000.00", "") + "," + year(2028, "10000.00", ",\"provisional\":true"));
        String programme = programme(line);
        String id = overTwoYears(programme);

        JsonPath decided = stepped("clerk", id, "decision", Api.grant());
        assertThat(decided.<Integer>getList("tranches.year")).containsExactly(2027);
        stepped("funding-officer", id, "agreement", Api.agreement());
        String payment =
                stepped("funding-officer", id, "payments", payment(2027)).getString("payments[0].id");
        stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");
        step("funding-officer", id, "payments", payment(2028))
                .then()
                .statusCode(409)
                .body("code", equalTo("payment.not-committed"));
        step("funding-officer", id, "tranches/2028/commitment", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.provisional"));
        get("funding-officer", "applications/" + id).then().body("allowedActions", not(hasItem("commitment")));

        String etag = get("clerk", "budget-lines/" + line).header("ETag");
        Api.change(
                        "funding-officer",
                        "budget-lines/" + line,
                        etag,
                        lineOf(year(2027, "10000.00", "") + "," + year(2028, "10000.00", ADOPTED)))
                .then()
                .statusCode(200);
        get("funding-officer", "applications/" + id).then().body("allowedActions", hasItem("commitment"));
        JsonPath committed = stepped("funding-officer", id, "tranches/2028/commitment", "");
        assertThat(committed.<Integer>getList("tranches.year")).containsExactly(2027, 2028);
        assertThat(committed.<String>getList("allowedActions"))
                .doesNotContain("commitment")
                .contains("payments");
        stepped("funding-officer", id, "payments", payment(2028));
        step("funding-officer", id, "tranches/2028/commitment", "")
                .then()
                .statusCode(409)
                .body("code", equalTo("commitment.nothing-due"));
    }

    @Test
    void aYearThatNobodyAdoptedIsAnIrregularity() {
        String line = put(year(2027, "10000.00", ADOPTED) + "," + year(2028, "10000.00", ""));

        List<String> subjects = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = get("auditor", "irregularities?limit=1000" + cursor).jsonPath();
            subjects.addAll(page.getList("items.findAll { it.kind == 'year.not-adopted' }.subject"));
            cursor = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        } while (cursor != null);

        assertThat(subjects)
                .contains("budget-lines/" + line + "#2028")
                .doesNotContain("budget-lines/" + line + "#2027");
    }

    /** One person alone neither ends the provisional management of a used year nor takes its line out of its group. */
    @Test
    void theTermsOfAUsedYearStay() {
        String group = Api.key("group");
        String open = ",\"provisional\":true";
        String line = put(group, year(2030, "20000.00", open));
        String adopted = put(group, year(2030, "10000.00", ""));
        String programme = Api.key("programme");
        Api.put(
                        "funding-officer",
                        "programmes/" + programme,
                        "{\"name\":\"Pflicht\",\"budgetLine\":\"" + line + "\",\"criteria\":[],\"voluntary\":false}")
                .then()
                .statusCode(201);
        String id = Api.consulted(programme, Api.space("99001001"), "15000.00");
        stepped("clerk", id, "decision", Api.grant());

        for (String used : List.of(line, adopted)) {
            String etag = get("clerk", "budget-lines/" + used).header("ETag");
            String years = used.equals(line) ? year(2030, "20000.00", open) : year(2030, "10000.00", "");
            change(used, etag, lineOf(years)).then().statusCode(409).body("code", equalTo("budget.locked"));
        }
        String etag = get("clerk", "budget-lines/" + line).header("ETag");
        change(line, etag, inGroup(group, year(2030, "20000.00", "")))
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.locked"));
        change(line, etag, inGroup(group, year(2030, "20000.00", ADOPTED)))
                .then()
                .statusCode(200);
    }

    /** A grant that was made subject to the budget is agreed when its money is there. */
    @Test
    void anAgreementIsOfferedWhenItsMoneyIsThere() {
        String line = put(year(2030, "10000.00", ",\"provisional\":true"));
        String id = Api.consulted(programme(line), Api.space("99001001"), "10000.00");

        JsonPath decided = stepped(
                "clerk",
                id,
                "decision",
                Api.grant().replace("\"legalBasis\"", "\"subjectToBudget\":true,\"legalBasis\""));
        step("funding-officer", id, "agreement", Api.agreement())
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.provisional"));
        assertThat(decided.getString("state")).isEqualTo("DECIDED");
        get("funding-officer", "applications/" + id).then().body("allowedActions", not(hasItem("agreement")));
        String etag = get("clerk", "budget-lines/" + line).header("ETag");
        change(line, etag, lineOf(year(2030, "10000.00", ADOPTED))).then().statusCode(200);
        get("funding-officer", "applications/" + id).then().body("allowedActions", hasItem("agreement"));
        stepped("funding-officer", id, "agreement", Api.agreement());
    }

    private static Response change(String line, String etag, String body) {
        return Api.change("funding-officer", "budget-lines/" + line, etag, body);
    }

    /** Decisions at once on a group of which one line has no adopted budget. */
    @Test
    void decisionsAtOnceTakeNothingThatIsNotAdopted() throws InterruptedException, ExecutionException {
        String group = Api.key("group");
        String line = put(group, year(2030, "12000.00", ""));
        String open = put(group, year(2030, "60000.00", ",\"provisional\":true"));
        String programme = programme(line);
        String space = Api.space("99001001");
        List<Callable<Integer>> decisions = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String id = Api.consulted(programme, space, "6000.00");
            decisions.add(() -> step("clerk", id, "decision", Api.grant()).statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(decisions.size());
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> answer : threads.invokeAll(decisions)) {
            answers.add(answer.get());
        }
        threads.shutdown();

        assertThat(Collections.frequency(answers, 200)).isEqualTo(2);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(3);
        get("clerk", "ledger/entries?line=" + open).then().body("items.cause", contains("plan"));
    }

    @Test
    void aYearIsClosedOnceAndWhatIsFreeExpires() {
        String line = put(year(1991, "100.00", ",\"blocked\":" + euro("30.00")));

        Api.post("clerk", "budget-years/2099/closing", "{\"paperNumber\":\"1\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("budget.not-over"));
        Api.post("funding-officer", "budget-years/1991/closing", "{\"paperNumber\":\"1\"}")
                .then()
                .statusCode(403);
        Api.post("clerk", "budget-years/1991/closing", "{\"paperNumber\":\"1992/1\"}")
                .then()
                .statusCode(200)
                .body("expired.amount", equalTo("100.00"));
        Api.post("clerk", "budget-years/1991/closing", "{\"paperNumber\":\"1992/1\"}")
                .then()
                .statusCode(409);
        propose(line, "supplementary", "1.00", 1991, "").then().statusCode(409).body("code", equalTo("budget.closed"));
        get("clerk", "budget-lines/" + line).then().body("balances[0].available.amount", equalTo("0.00"));
    }

    private static Response propose(String line, String kind, String amount, int year, String from) {
        String source = from.isEmpty() ? "" : ",\"from\":\"" + from + "\"";
        return Api.post("funding-officer", "budget-lines/" + line + "/authorisations", """
                        {"year":%d,"kind":"%s","amount":%s%s,"paperNumber":"2024/1","body":"council",
                         "decidedOn":"2024-06-17","reason":"Mehrbedarf"}""".formatted(
                        year, kind, euro(amount), source));
    }

    private static void confirmed(String line, String kind, String amount, String from) {
        String id = propose(line, kind, amount, 2030, from)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        confirm("clerk", line, id).then().statusCode(200);
    }

    private static Response confirm(String user, String line, String id) {
        return Api.post(user, "budget-lines/" + line + "/authorisations/" + id + "/confirmation", "");
    }

    private static String overTwoYears(String programme) {
        String id = Api.post("supplier", "applications", """
                        {"programme":"%s","title":"Stelle","purpose":"Beratung","spaces":["%s"],
                         "period":{"from":"2027-01-01","to":"2028-12-31"},
                         "amounts":[{"year":2027,"amount":%s},{"year":2028,"amount":%s}]}""".formatted(
                                programme, Api.space("99001001"), euro("5000.00"), euro("5000.00")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        stepped("supplier", id, "submission", "{}");
        stepped("funding-officer", id, "assessment", "{\"recommendation\":\"grant\"}");
        stepped("clerk", id, "consultations", Api.consultation());
        return id;
    }

    private static String payment(int year) {
        return "{\"year\":" + year + ",\"amount\":" + euro("5000.00") + "}";
    }

    private static String programme(String line) {
        String programme = Api.key("programme");
        Api.put(
                        "funding-officer",
                        "programmes/" + programme,
                        "{\"name\":\"Quartier\",\"budgetLine\":\"" + line + "\",\"criteria\":[]}")
                .then()
                .statusCode(201);
        return programme;
    }

    private static String line(String programme) {
        return get("clerk", "programmes/" + programme).path("budgetLine");
    }

    private static String put(String years) {
        String line = Api.key("line");
        Api.put("funding-officer", "budget-lines/" + line, lineOf(years)).then().statusCode(201);
        return line;
    }

    private static String put(String group, String years) {
        String line = Api.key("line");
        Api.put("funding-officer", "budget-lines/" + line, inGroup(group, years))
                .then()
                .statusCode(201);
        return line;
    }

    private static String inGroup(String group, String years) {
        return lineOf(years).replace("\"years\"", "\"coverGroup\":\"" + group + "\",\"years\"");
    }

    private static String lineOf(String years) {
        return "{\"name\":\"L\",\"years\":[" + years + "]}";
    }

    private static String year(int year, String planned, String more) {
        return "{\"year\":" + year + ",\"planned\":" + euro(planned) + more + "}";
    }

    private static String euro(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"EUR\"}";
    }
}
