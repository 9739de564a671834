package de.quartierwerk.registry.spaceimport;

import static de.quartierwerk.registry.RegistryClient.as;
import static de.quartierwerk.registry.RegistryClient.counts;
import static de.quartierwerk.registry.RegistryClient.get;
import static de.quartierwerk.registry.RegistryClient.importFile;
import static de.quartierwerk.registry.RegistryClient.putLevel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The database cuts the connection of an import that is under way: the import ends as if nothing had happened. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class ConnectionsCutIT {
    private static final int ROWS = 6_000;
    private static final String OPTIONS = "{\"level\":\"cut-area\",\"validFrom\":\"2006-01-01\"}";
    /** The lock by which changes of spaces happen one after the other. */
    private static final String BEFORE_COMPARING = "select pg_advisory_xact_lock(x'5370616365'::bigint)";
    /** Lets rows be compared and spaces be inserted, but no boundaries. */
    private static final String WHILE_TAKING_OVER = "lock table space_boundary in exclusive mode";

    @BeforeEach
    void level() {
        putLevel("cut-area", 40);
    }

    @ParameterizedTest
    @CsvSource({"before, " + BEFORE_COMPARING, "while, " + WHILE_TAKING_OVER})
    void endsAsIfNothingHadHappened(String prefix, String obstacle) throws SQLException {
        String id;
        try (Connection outside = connect()) {
            hold(outside, obstacle);
            id = importFile("planner", file(prefix), OPTIONS)
                    .statusCode(202)
                    .extract()
                    .path("id");

            for (int cut = 0; cut < 3; cut++) {
                terminate(outside, awaitWaiting(outside));
                get("imports/" + id).body("state", equalTo("RUNNING")).body("failure", nullValue());
                get("spaces/" + prefix + "-0").statusCode(404);
            }
        }

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> get("imports/" + id)
                        .body("state", equalTo("COMPLETED"))
                        .body("counts", equalTo(counts(ROWS, ROWS, 0, 0, 0)))
                        .body("failure", nullValue()));
        get("spaces/" + prefix + "-" + (ROWS - 1)).statusCode(200);
    }

    @Test
    void takesNothingOfASmallImportAndAsksForARepetition() throws SQLException {
        String file = "key;name;parent\ncut-small-1;A;\n";
        CompletableFuture<ValidatableResponse> response;
        try (Connection outside = connect()) {
            hold(outside, BEFORE_COMPARING);
            response = CompletableFuture.supplyAsync(() -> importFile("planner", file, OPTIONS));
            terminate(outside, awaitWaiting(outside));
        }

        response.join().statusCode(503).header("Retry-After", notNullValue());
        get("spaces/cut-small-1").statusCode(404);
        importFile("planner", file, OPTIONS).statusCode(200).body("counts", equalTo(counts(1, 1, 0, 0, 0)));
    }

    @Test
    void showsFollowersTheEnd() throws SQLException {
        CompletableFuture<String> stream;
        try (Connection outside = connect()) {
            hold(outside, BEFORE_COMPARING);
            String id = importFile("planner", file("followed"), OPTIONS)
                    .statusCode(202)
                    .extract()
                    .path("id");
            stream = CompletableFuture.supplyAsync(() -> as(null).accept("text/event-stream")
                    .get("imports/" + id + "/events")
                    .asString());
            awaitWaiting(outside);
        }

        assertThat(stream.orTimeout(1, TimeUnit.MINUTES).join())
                .startsWith("data:")
                .containsSubsequence("\"state\":\"RUNNING\"", "\"state\":\"COMPLETED\"");
    }

    private static String file(String prefix) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> prefix + "-" + i + ";Raum " + i + ";")
                .collect(Collectors.joining("\n", "key;name;parent\n", "\n"));
    }

    /** A connection beside the service's own; closing it gives up its locks. */
    private static Connection connect() throws SQLException {
        Config config = ConfigProvider.getConfig();
        Connection connection = DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getOptionalValue("quarkus.datasource.password", String.class)
                        .orElse(""));
        connection.setAutoCommit(false);
        return connection;
    }

    private static void hold(Connection outside, String obstacle) throws SQLException {
        try (Statement statement = outside.createStatement()) {
            statement.execute(obstacle);
        }
    }

    private static List<Integer> awaitWaiting(Connection outside) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> waiting(outside), found -> !found.isEmpty());
    }

    private static List<Integer> waiting(Connection outside) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (Statement statement = outside.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))")) {
            while (rows.next()) {
                found.add(rows.getInt(1));
            }
        }
        return found;
    }

    private static void terminate(Connection outside, List<Integer> backends) throws SQLException {
        try (Statement statement = outside.createStatement()) {
            for (int backend : backends) {
                statement.execute("select pg_terminate_backend(" + backend + ", 5000)");
            }
        }
    }
}
