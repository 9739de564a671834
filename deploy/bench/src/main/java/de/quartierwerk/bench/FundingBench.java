package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;
import de.quartierwerk.local.StartFailure;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Decisions at the same moment, and the journal at a million postings. */
final class FundingBench {
    private static final int HEAP_MEGABYTES = 320;
    private static final int DECISIONS = 200;
    private static final int RUNS = 3;
    private static final int TIMES = 101;
    private static final String ROOT = "/funding/v1/";
    private static final String DECISION = """
            {"body":"administration","decidedOn":"2024-06-17","result":"granted","paperNumber":"2024/0123"}""";

    private static final String FILL = """
            do $$
            declare
                latest journal%%rowtype;
                next journal%%rowtype;
            begin
                select * into latest from journal order by posting desc limit 1;
                for i in 1..%d loop
                    next := latest;
                    next.posting := latest.posting + 1;
                    next.entry := latest.entry + i %% 2;
                    next.line := 'bench';
                    next.year := 2030;
                    next.cause := 'plan';
                    next.application := null;
                    next.reference := null;
                    next.reverses := null;
                    next.account := case when i %% 2 = 1 then 'plan' else 'available' end;
                    next.cents := case when i %% 2 = 1 then -1 else 1 end;
                    next.balance := (i + 1) / 2 * next.cents;
                    next.hash := journal_hash(latest.hash, next);
                    insert into journal values (next.*);
                    latest := next;
                end loop;
            end
            $$""";

    private static final List<String> REFERENCE = List.of(
            "select 1 from application where id = ? for update",
            "select 1 from budget_line where code = 'bench' and ? is not null for share",
            "select 1 from budget_group where code = 'line=bench' and ? is not null for update",
            "insert into journal (entry, booked_on, cause, line, year, account, cents, application, actor)"
                    + " select e.entry, current_date, 'decision', 'bench', 2030, p.account, p.cents, ?, 'clerk'"
                    + " from (select journal_next_entry() as entry) e,"
                    + " (values ('available', -2000), ('committed', 2000)) as p (account, cents)",
            "update application set state = 'DECIDED', version = version + 1 where id = ?",
            "insert into audit_entry (actor, action, subject, before, after)"
                    + " select 'clerk', 'application-decision', cast(id as text), content, content"
                    + " from application where id = ?",
            "insert into outbox (id, topic, key, type, subject, version, time, data, sent_at)"
                    + " select gen_random_uuid(), 'bench', 'bench', 'bench', 'bench', 1, now(), content, now()"
                    + " from application where id = ?");

    private final BenchPlatform platform;
    private final ListClient client;
    private final BenchRegion region;
    private final int postings;

    FundingBench(BenchPlatform platform, int postings) {
        this.platform = platform;
        this.client = new ListClient(platform.client());
        this.region = new BenchRegion(platform.client(), 1);
        this.postings = postings;
    }

    void run() throws IOException, SQLException, StartFailure, InterruptedException {
        platform.restart(LocalService.FUNDING, HEAP_MEGABYTES);
        region.importSpaces();
        platform.awaitCaughtUp(LocalService.FUNDING);
        client.put("planner", ROOT + "stakeholders/verband-a", """
                {"name":"Verband A","kind":"welfare-association","published":true}""");
        line("bench");
        decisions();
        balances();
    }

    private void decisions() throws InterruptedException {
        decide(assessed(1));
        double[] one = new double[RUNS];
        double[] many = new double[RUNS];
        double[] reference = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            Lines.note("preparing run " + (run + 1) + " of " + RUNS);
            one[run] = decide(assessed(1));
            many[run] = decide(assessed(DECISIONS));
            reference[run] = reference(assessed(1));
        }
        Lines.comparison("decide-200-one-line", new Sample(one), new Sample(reference));
        Lines.comparison("decide-200-lines", new Sample(one), new Sample(many));
    }

    /** Applications of 20 euros each that wait for their decision, spread over so many lines. */
    private List<String> assessed(int lines) {
        List<String> programmes = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String code = "bench-" + UUID.randomUUID();
            line(code);
            client.put("funding-officer", ROOT + "programmes/" + code, """
                    {"name":"Quartier","budgetLine":"%s","criteria":[]}""".formatted(code));
            programmes.add(code);
        }
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            String id = ListClient.field(
                    client.post("supplier", ROOT + "applications", """
                    {"programme":"%s","applicant":"verband-a","title":"Stelle %d","purpose":"Beratung","spaces":["%s"],
                     "period":{"from":"2030-01-01","to":"2030-12-31"},
                     "amounts":[{"year":2030,"amount":{"amount":"20.00","currency":"EUR"}}]}""".formatted(
                                    programmes.get(i % lines), i, region.keys().get(0))),
                    "id");
            String application = ROOT + "applications/" + id;
            client.step("supplier", application, "submission", "{}");
            client.step("funding-officer", application, "assessment", "{\"recommendation\":\"grant\"}");
            ids.add(id);
        }
        return ids;
    }

    private void line(String code) {
        client.put("funding-officer", ROOT + "budget-lines/" + code, """
                {"name":"Zuschüsse","years":[{"year":2030,"planned":{"amount":"400000.00","currency":"EUR"}}]}""");
    }

    /** Seconds of all decisions at the same moment. */
    private double decide(List<String> ids) throws InterruptedException {
        return together(ids.stream()
                .<Lines.Work>map(id -> () -> platform.client()
                        .send(
                                "POST",
                                ROOT + "applications/" + id + "/decision",
                                "clerk",
                                Map.of("Content-Type", "application/json", "If-Match", "*"),
                                BodyPublishers.ofString(DECISION))
                        .orFail())
                .toList());
    }

    /** The same rows from as many connections, without a service. */
    private double reference(List<String> ids) throws InterruptedException {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < ids.size(); i++) {
                Connection connection = platform.database(LocalService.FUNDING);
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            List<Lines.Work> all = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                Connection connection = connections.get(i);
                UUID id = UUID.fromString(ids.get(i));
                all.add(() -> decide(connection, id));
            }
            return together(all);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            connections.forEach(FundingBench::close);
        }
    }

    private static void decide(Connection connection, UUID id) throws SQLException {
        for (String sql : REFERENCE) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                statement.execute();
            }
        }
        connection.commit();
    }

    private static double together(List<Lines.Work> all) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            return Lines.seconds(() -> {
                List<Future<?>> running = new ArrayList<>();
                for (Lines.Work work : all) {
                    running.add(threads.submit(() -> {
                        work.run();
                        return null;
                    }));
                }
                for (Future<?> each : running) {
                    each.get();
                }
            });
        } finally {
            threads.shutdown();
        }
    }

    private void balances() throws SQLException, IOException {
        String read = ROOT + "ledger/balances?line=bench&year=2030";
        fill(postings / 100);
        Sample small = balance(read);
        fill(postings - postings / 100);
        Sample large = balance(read);
        Sample key = Lines.sample(TIMES, () -> {
            try (Connection connection = platform.database(LocalService.FUNDING);
                    Statement statement = connection.createStatement()) {
                statement
                        .executeQuery("select * from journal where posting = 1")
                        .next();
            }
        });
        Lines.comparison("balance-1m", large, key);
        Lines.comparison("balance-1m-10k", large, small);
        Sample verify = Lines.sample(
                RUNS,
                () -> platform.client()
                        .get(ROOT + "ledger/verification", "auditor")
                        .orFail());
        Sample copy = Lines.sample(RUNS, () -> {
            try (Connection connection = platform.database(LocalService.FUNDING)) {
                new CopyReference(connection).discard("select * from journal");
            }
        });
        Lines.comparison("verify-1m", verify, copy);
    }

    private Sample balance(String path) {
        platform.client().get(path, "auditor").orFail();
        return Lines.sample(TIMES, () -> platform.client().get(path, "auditor").orFail());
    }

    /** Postings of one line, chained as the triggers do it, which would take minutes. */
    private void fill(int count) throws SQLException, IOException {
        Lines.note("writing " + count + " postings");
        try (Connection connection = platform.database(LocalService.FUNDING);
                Statement statement = connection.createStatement()) {
            statement.execute("alter table journal disable trigger user");
            statement.execute(FILL.formatted(count));
            statement.execute("alter table journal enable trigger user");
            statement.execute("analyze journal");
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
