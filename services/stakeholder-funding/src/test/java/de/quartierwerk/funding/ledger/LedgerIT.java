package de.quartierwerk.funding.ledger;

import static de.quartierwerk.funding.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.funding.Api;
import de.quartierwerk.servers.QuartierwerkServers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The journal: what moves money is an entry, and no entry is changed. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LedgerIT {

    @Inject
    AgroalDataSource database;

    @Test
    void whatMovesMoneyIsAnEntryWithItsCause() {
        Api.applicants();
        String programme = Api.programme("60000.00", "[]");
        String line = get("clerk", "programmes/" + programme).path("budgetLine");
        String id = Api.consulted(programme, Api.space("99001001"), "50000.00");
        Instant before = Instant.now();
        Api.stepped("clerk", id, "decision", Api.grant());
        Api.stepped("funding-officer", id, "agreement", Api.agreement());
        String payment = Api.stepped(
                        "funding-officer",
                        id,
                        "payments",
                        "{\"year\":2030,\"amount\":{\"amount\":\"20000.00\",\"currency\":\"EUR\"}}")
                .getString("payments[0].id");
        Api.stepped("funding-officer2", id, "payments/" + payment + "/order", "{}");

        JsonPath entries = get("auditor", "ledger/entries?line=" + line).jsonPath();
        assertThat(entries.<String>getList("items.cause")).containsExactly("plan", "decision", "order");
        assertThat(entries.<String>getList("items.by")).containsExactly("funding-officer", "clerk", "funding-officer2");
        assertThat(entries.getString("items[1].paperNumber")).isEqualTo("2024/0123");
        assertThat(get("auditor", "ledger/entries?application=" + id).jsonPath().<String>getList("items.cause"))
                .containsExactly("decision", "order");
        assertThat(balance(line, "available", null)).isEqualTo("10000.00");
        assertThat(balance(line, "committed", null)).isEqualTo("30000.00");
        assertThat(balance(line, "ordered", null)).isEqualTo("20000.00");
        assertThat(balance(line, "plan", null)).isEqualTo("-60000.00");
        assertThat(balance(line, "available", before)).isEqualTo("60000.00");
        get("clerk", "ledger/trial-balance").then().statusCode(200).body("total.amount", equalTo("0.00"));
        get("auditor", "ledger/verification").then().statusCode(200).body("ok", equalTo(true));
    }

    @Test
    void theJournalIsPagedInTheOrderOfItsEntries() {
        String line = Api.key("line");
        Api.put("funding-officer", "budget-lines/" + line, years("2030", "2031", "2032"))
                .then()
                .statusCode(201);

        JsonPath first = get("auditor", "ledger/entries?limit=2&line=" + line).jsonPath();
        JsonPath second = get("auditor", "ledger/entries?limit=2&line=" + line + "&cursor=" + first.getString("next"))
                .jsonPath();

        assertThat(first.<Integer>getList("items.postings.flatten().year").stream()
                        .distinct())
                .containsExactly(2030, 2031);
        assertThat(second.<Integer>getList("items.postings.flatten().year").stream()
                        .distinct())
                .containsExactly(2032);
        assertThat(second.getString("next")).isNull();
        get("auditor", "ledger/entries?from=2999-01-01&line=" + line).then().body("items.size()", equalTo(0));
        get("auditor", "ledger/entries?line=" + Api.key("none")).then().statusCode(404);
        get("auditor", "ledger/entries?line=a%20b").then().statusCode(400);
        get("auditor", "ledger/balances").then().statusCode(400);
    }

    @Test
    void nobodyChangesAPosting() {
        Api.programme("1.00", "[]");

        for (String change :
                List.of("update journal set cents = cents + 1", "delete from journal", "truncate journal")) {
            assertThatThrownBy(() -> execute(change)).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void anEntryThatDoesNotSumToZeroIsRefusedAtTheCommit() {
        String programme = Api.programme("1.00", "[]");
        String line = get("clerk", "programmes/" + programme).path("budgetLine");
        String row = """
                insert into journal (entry, booked_on, cause, line, year, account, cents, actor)
                values (journal_next_entry(), current_date, 'plan', '%s', 2030, 'available', 1, 'nobody')""".formatted(line);

        assertThatThrownBy(() -> execute(row)).hasMessageContaining("does not sum to zero");
        assertThat(balance(line, "available", null)).isEqualTo("1.00");
    }

    @Test
    void noAccountGoesBelowZero() {
        String programme = Api.programme("1.00", "[]");
        String line = get("clerk", "programmes/" + programme).path("budgetLine");
        String rows = """
                insert into journal (entry, booked_on, cause, line, year, account, cents, actor)
                select journal_next_entry(), current_date, 'decision', '%s', 2030, account, cents, 'nobody'
                from (values ('available', -101), ('committed', 101)) as p (account, cents)""".formatted(line);

        assertThatThrownBy(() -> execute(rows)).hasMessageContaining("ck_journal_balance");
    }

    @Test
    void oneChangedByteIsFoundAndItsEntryNamed() throws SQLException {
        String programme = Api.programme("60.00", "[]");
        String line = get("clerk", "programmes/" + programme).path("budgetLine");
        JsonPath entries = get("auditor", "ledger/entries?line=" + line).jsonPath();
        int entry = entries.getInt("items[0].entry");
        int posting = entries.getInt("items[0].postings[0].posting");
        get("auditor", "ledger/verification").then().body("ok", equalTo(true)).body("fault", nullValue());

        tamper("update journal set actor = 'x' || substr(actor, 2) where posting = " + posting);
        get("auditor", "ledger/verification")
                .then()
                .body("ok", equalTo(false))
                .body("fault.entry", equalTo(entry))
                .body("fault.posting", equalTo(posting));

        tamper("update journal set actor = 'f' || substr(actor, 2) where posting = " + posting);
        get("auditor", "ledger/verification").then().body("ok", equalTo(true));
    }

    /** As the owner of the table who takes its guard away. */
    private void tamper(String change) throws SQLException {
        execute("alter table journal disable trigger tr_journal_fixed; grant update on journal to current_user; "
                + change
                + "; revoke update on journal from current_user; alter table journal enable trigger tr_journal_fixed");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String balance(String line, String account, Instant at) {
        return get("auditor", "ledger/balances?year=2030&line=" + line + (at == null ? "" : "&recordedAt=" + at))
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.account == '" + account + "' }.balance.amount");
    }

    private static String years(String... years) {
        StringBuilder all = new StringBuilder();
        for (String year : years) {
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"year\":")
                    .append(year)
                    .append(",\"planned\":{\"amount\":\"5.00\",\"currency\":\"EUR\"}}");
        }
        return "{\"name\":\"L\",\"years\":[" + all + "]}";
    }
}
