package de.quartierwerk.ingestion.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Database;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Work that is interrupted, goes on beside other work, or can be followed. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class InterruptionIT {
    private static final int INDICATORS = 8;
    private static final List<String> SPACES =
            List.of("99001001-01", "99001001-02", "99001001-03", "99001002-01", "99001002-02", "99001002-03");
    private static final int MONTHS = 960;
    private static final int VALUES = INDICATORS * SPACES.size() * MONTHS;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The backends whose transaction holds a submission. */
    private static final String WORKERS = """
            select l.pid from pg_locks l where l.locktype = 'advisory' and l.objsubid = 1 and l.granted
              and l.database = (select oid from pg_database where datname = current_database())
              and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended('submission ' || ?, 0)""";

    private static final String LARGE_LOCK = "select pg_advisory_%s(hashtextextended('release-writing ' || ?, 0))";

    @Inject
    Database sql;

    @Inject
    DataSource database;

    @Inject
    SubmissionWork work;

    @BeforeEach
    void prepare() {
        Region.tell();
        for (int i = 0; i < INDICATORS; i++) {
            Api.indicator("large-" + i, "count", "persons");
        }
    }

    @Test
    @Tag("long")
    void tenInterruptionsLoseAndDoubleNothing() {
        Random random = new Random(20131231);
        String id = Api.deliver("steward", large(1), mapping(), "")
                .statusCode(202)
                .extract()
                .path("id");

        int checking = interrupt(id, 6, random);
        JsonPath checked = Api.await("steward", id, "VALIDATED", "REJECTED");
        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        assertThat(checked.getInt("counts.created")).isEqualTo(VALUES);
        approve(id);
        int releasing = interrupt(id, 4, random);
        JsonPath released = Api.await("steward", id, "RELEASED");

        assertThat(checking + releasing).isEqualTo(10);
        assertThat(released.getMap("counts"))
                .isEqualTo(Map.of(
                        "rows",
                        SPACES.size() * MONTHS,
                        "values",
                        VALUES,
                        "created",
                        VALUES,
                        "updated",
                        0,
                        "unchanged",
                        0,
                        "rejected",
                        0,
                        "warnings",
                        checked.getInt("counts.warnings")));
        String release = released.getString("releaseId");
        assertThat(sql.number("select count(*) from release where submission = ?::uuid", id))
                .isEqualTo(1);
        assertThat(sql.number(
                        "select count(*) from value v join release r on r.number = v.release where r.id = ?::uuid and v.origin is null",
                        release))
                .isEqualTo(VALUES);
        assertThat(
                        sql.number(
                                "select count(*) from value where origin is null and indicator like 'large-%' and period >= '2006-01' and period < '2086-01'"))
                .isEqualTo(VALUES);
        assertThat(sql.number("select max(revision) from value where indicator like 'large-%'"))
                .isEqualTo(1);
        assertThat(sql.number(
                        "select sum(value) from value v join release r on r.number = v.release where r.id = ?::uuid and v.origin is null",
                        release))
                .isEqualTo(sum(1));
        await().atMost(PATIENCE)
                .until(() -> sql.number("select count(*) from staged_value where submission = ?::uuid", id) == 0);
    }

    /** As a restart of the database does it: whatever is under way, in requests or beside them, ends. */
    @Test
    @Tag("long")
    void allConnectionsCutLoseNothingAndCountNoAttempt() {
        for (int i = 0; i < INDICATORS; i++) {
            Api.indicator("cut-" + i, "count", "persons");
        }
        String id = Api.deliver("steward", large(1), mapping(INDICATORS).replace("large-", "cut-"), "")
                .statusCode(202)
                .extract()
                .path("id");

        cutAll(id, 3);
        JsonPath checked = awaitThroughFailures(id, "VALIDATED");
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        List.of(202, 409).contains(Api.approval(id).extract().statusCode()));
        cutAll(id, 2);
        JsonPath released = awaitThroughFailures(id, "RELEASED");

        assertThat(checked.getInt("counts.created")).isEqualTo(VALUES);
        assertThat(released.getInt("counts.created")).isEqualTo(VALUES);
        assertThat(sql.number("select attempts from submission where id = ?::uuid", id))
                .isZero();
        assertThat(sql.number("select count(*) from release where submission = ?::uuid", id))
                .isEqualTo(1);
        assertThat(sql.number("select count(*) from value where indicator like 'cut-%' and origin is null"))
                .isEqualTo(VALUES);
        assertThat(sql.number("select sum(value)::bigint from value where indicator like 'cut-%' and origin is null"))
                .isEqualTo(sum(1));
    }

    /** Reads the submission until it has the state; a request may meet a connection that was just cut. */
    private static JsonPath awaitThroughFailures(String id, String state) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> Api.as("steward")
                        .get("/submissions/" + id)
                        .jsonPath()
                        .getString("state")
                        .equals(state));
        return Api.await("steward", id, state);
    }

    /** Cuts all connections of the service but its own, some times, each while a worker is at the submission. */
    private void cutAll(String id, int times) {
        for (int i = 0; i < times; i++) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .ignoreExceptions()
                    .until(() -> sql.number(
                                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database()"
                                            + " and pid <> pg_backend_pid() and exists (" + WORKERS + ")",
                                    id)
                            > 0);
        }
    }

    @Test
    void oneThatIsHeldDoesNotBlockTheOthers() throws SQLException {
        String held = Api.check("steward", small(SPACES.get(0)), mapping(1)).getString("id");
        try (Connection connection = database.getConnection()) {
            session(connection, "select pg_advisory_lock(hashtextextended('submission ' || ?, 0))", held);
            approve(held);

            for (String space : SPACES.subList(1, 4)) {
                Api.release(small(space), mapping(1));
            }

            assertThat(Api.as("steward").get("/submissions/" + held).jsonPath().getString("state"))
                    .isEqualTo("RELEASING");
            session(connection, "select pg_advisory_unlock(hashtextextended('submission ' || ?, 0))", held);
        }
        assertThat(Api.await("steward", held, "RELEASED").getInt("counts.created"))
                .isEqualTo(1);
    }

    @Test
    void aReleaseDoesNotWaitForALargeOneOfOtherIndicators() throws SQLException {
        Api.indicator("small-beside", "count", "persons");
        String waiting = Api.check("steward", small(SPACES.get(0)), mapping(1)).getString("id");
        try (Connection connection = database.getConnection()) {
            session(connection, "select pg_advisory_lock_shared(hashtext(coalesce('release-writing', ?)))", waiting);
            session(connection, LARGE_LOCK.formatted("lock"), "large-0");
            approve(waiting);

            Api.release("raum;a\n99001001-01;31\n", Api.mapping("small-beside", "2020"));

            assertThat(Api.as("steward")
                            .get("/submissions/" + waiting)
                            .jsonPath()
                            .getString("state"))
                    .isEqualTo("RELEASING");
            session(connection, LARGE_LOCK.formatted("unlock"), "large-0");
            session(connection, "select pg_advisory_unlock_shared(hashtext(coalesce('release-writing', ?)))", waiting);
        }
        Api.await("steward", waiting, "RELEASED");
    }

    /** Else another worker could take the submission meanwhile and release what is left of it. */
    @Test
    void aRefusalIsNotedWhileTheSubmissionIsHeld() throws SQLException {
        Api.indicator("refused-held", "count", "persons");
        String mapping = """
                {"spaceColumn":"raum","period":"2020","columns":{"a":{"indicator":"refused-held"}}}""";
        Api.release("raum;a\n99001001;31\n99001001-01;5\n99001001-02;24\n", mapping);
        String refused =
                Api.check("steward", "raum;a\n99001001-03;2\n", mapping).getString("id");
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table finding in share mode");
            }

            approve(refused);

            await().atMost(PATIENCE)
                    .until(() -> !sql.list(WORKERS + """
                                     and exists (select 1 from pg_locks w where w.pid = l.pid and not w.granted
                                      and w.relation = 'finding'::regclass)""", (row, context) -> row.getInt(1), refused)
                            .isEmpty());
            connection.rollback();
        }
        Api.await("steward", refused, "REJECTED");
        assertThat(sql.number("select count(*) from staged_value where submission = ?::uuid", refused))
                .isZero();
        assertThat(sql.number(
                        "select count(*) from finding where submission = ?::uuid and code = 'release.reveals'",
                        refused))
                .isEqualTo(1);
    }

    @Test
    void aReleaseCountsValuesAsTheyAreWrittenAndTold() throws SQLException {
        String file = "raum;monat;i0\n99001001-01;2091-01;5\n99001001-02;2091-01;6\n99001001-03;2091-02;7\n";
        Api.release("raum;monat;i0\n99001001-01;2091-01;5\n", mapping(1));
        JsonPath checked = Api.check("steward", file, mapping(1));
        String id = checked.getString("id");
        assertThat(checked.getMap("progress")).isEqualTo(Map.of("done", 3, "total", 3));
        try (Connection connection = database.getConnection()) {
            session(connection, "select pg_advisory_lock(hashtext(coalesce('release-writing', ?)))", id);
            approve(id);
            assertThat(progress(id)).isEqualTo(Map.of("done", 0, "total", 6));
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table release_batch in access exclusive mode");
            }
            session(connection, "select pg_advisory_unlock(hashtext(coalesce('release-writing', ?)))", id);

            await().atMost(PATIENCE).until(() -> progress(id).equals(Map.of("done", 3, "total", 6)));
            assertThat(Api.as("steward").get("/submissions/" + id).jsonPath().getMap("estimate"))
                    .containsOnlyKeys("secondsLeft");
            connection.rollback();
        }
        JsonPath released = Api.await("steward", id, "RELEASED");
        assertThat(released.getMap("progress")).isEqualTo(Map.of("done", 6, "total", 6));

        sql.update("update submission set state = 'RELEASING', done = 3 where id = ?::uuid", id);
        sql.update(
                "update bulk_job set acknowledged = 2, batches = 3 where job = ?::uuid",
                released.getString("releaseId"));
        assertThat(progress(id)).isEqualTo(Map.of("done", 5, "total", 6));
        sql.update("update submission set state = 'RELEASED', done = 6 where id = ?::uuid", id);
    }

    private static Map<String, Object> progress(String id) {
        return Api.as("steward").get("/submissions/" + id).jsonPath().getMap("progress");
    }

    @Test
    void whatIsReleasedOrWithdrawnIsNotDecidedAgain() {
        JsonPath released = Api.release(small(SPACES.get(4)), mapping(1));
        String refused = Api.check("steward", small(SPACES.get(5)), mapping(1)).getString("id");
        sql.update(
                "update submission set state = 'REJECTED', release = ?::uuid where id = ?::uuid",
                released.getString("releaseId"),
                refused);

        work.refuse(
                UUID.fromString(released.getString("id")),
                new Submission.Reason.Found("release.refused", List.of("1")),
                List.of());
        work.released(UUID.fromString(released.getString("releaseId")));

        assertThat(Api.as("steward")
                        .get("/submissions/" + released.getString("id"))
                        .path("state")
                        .toString())
                .isEqualTo("RELEASED");
        assertThat(Api.as("steward")
                        .get("/submissions/" + refused)
                        .path("state")
                        .toString())
                .isEqualTo("REJECTED");
    }

    @Test
    void rowsDoneCanBeFollowed() {
        String large = Api.deliver("steward", large(2), mapping(), "?dryRun=true")
                .extract()
                .path("id");

        String events = Api.as("steward")
                .accept("text/event-stream")
                .get("/submissions/" + large + "/events")
                .asString();

        List<JsonPath> told = events.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> new JsonPath(line.substring("data:".length())))
                .toList();
        JsonPath last = told.get(told.size() - 1);
        assertThat(last.getString("state")).isEqualTo("VALIDATED");
        assertThat(last.getInt("progress.done")).isEqualTo(SPACES.size() * MONTHS);
        assertThat(last.getInt("progress.total")).isEqualTo(SPACES.size() * MONTHS);
        assertThat(told.stream().map(event -> event.getInt("progress.done")).toList())
                .isSorted();
    }

    private static void session(Connection connection, String statement, String id) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(1, id);
            prepared.execute();
        }
    }

    private static void approve(String id) {
        Api.as("steward2")
                .contentType("application/json")
                .body("{}")
                .post("/submissions/" + id + "/approval")
                .then()
                .statusCode(202);
    }

    private static String small(String space) {
        return "raum;monat;i0\n" + space + ";2090-01;5\n";
    }

    /** Ends the connection that works on the submission, some times, each after a random while; answers how often. */
    private int interrupt(String id, int times, Random random) {
        int ended = 0;
        while (ended < times) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .pollDelay(Duration.ZERO)
                    .until(() -> !sql.list(WORKERS, (row, context) -> row.getInt(1), id)
                            .isEmpty());
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(120)).toNanos());
            ended += sql.list(
                            WORKERS.replace("select l.pid", "select pg_terminate_backend(l.pid)"),
                            (row, context) -> row.getBoolean(1),
                            id)
                    .size();
        }
        return ended;
    }

    private static String large(int factor) {
        StringBuilder file = new StringBuilder("raum;monat");
        IntStream.range(0, INDICATORS).forEach(i -> file.append(";i").append(i));
        for (String space : SPACES) {
            for (int month = 0; month < MONTHS; month++) {
                file.append('\n').append(space).append(';').append(month(month));
                for (int i = 0; i < INDICATORS; i++) {
                    file.append(';').append(value(month, i, factor));
                }
            }
        }
        return file.append('\n').toString();
    }

    private static String month(int month) {
        return String.format("%04d-%02d", 2006 + month / 12, month % 12 + 1);
    }

    private static int value(int month, int indicator, int factor) {
        return (month * 7 + indicator * 13) % 997 * factor + 3;
    }

    private static long sum(int factor) {
        long sum = 0;
        for (int month = 0; month < MONTHS; month++) {
            for (int i = 0; i < INDICATORS; i++) {
                sum += value(month, i, factor);
            }
        }
        return sum * SPACES.size();
    }

    private static String mapping() {
        return mapping(INDICATORS);
    }

    private static String mapping(int indicators) {
        String columns = IntStream.range(0, indicators)
                .mapToObj(i -> "\"i" + i + "\":{\"indicator\":\"large-" + i + "\"}")
                .collect(Collectors.joining(","));
        return "{\"spaceColumn\":\"raum\",\"periodColumn\":\"monat\",\"columns\":{" + columns + "}}";
    }
}
