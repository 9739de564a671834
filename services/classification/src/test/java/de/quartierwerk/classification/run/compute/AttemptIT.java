package de.quartierwerk.classification.run.compute;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.Database;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunQueue;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.LevelDefined;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.kit.work.AfterCommit;
import de.quartierwerk.kit.work.ProgressStream;
import de.quartierwerk.servers.QuartierwerkServers;
import de.quartierwerk.servers.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run that ends the process is not tried for ever; a stop that is meant is no attempt. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class AttemptIT {
    private static final String LEVEL = "attempt-area";
    private static final String SCHEME = """
            {"code": "attempt", "title": "Versuch", "level": "attempt-area", "needs": [{"code": "N", "title": "N",
                "when": {"indicator": "registry:area-km2", "measure": "value", "op": ">", "value": 0}}]}""";

    @Inject
    Database database;

    @Inject
    RunQueue queue;

    @Inject
    RunOutcomes outcomes;

    @Inject
    RunComputation computation;

    @Inject
    Withholding withholding;

    @Inject
    ResultStatements results;

    @Inject
    AfterCommit afterCommit;

    @Inject
    ProgressStream progress;

    @Inject
    Runs runs;

    @Inject
    ClassificationConfig config;

    @BeforeEach
    void prepare() {
        TestEvents.send(
                Topics.SOCIAL_SPACE, LEVEL, EventTypes.LEVEL_DEFINED, LEVEL, 1, new LevelDefined(LEVEL, LEVEL, 40, 1));
        SocialSpace space = new SocialSpace(
                "ATT-1",
                "ATT-1",
                LEVEL,
                null,
                List.of("ATT-1"),
                LocalDate.of(2000, 1, 1),
                null,
                BigDecimal.TEN,
                null,
                Map.of(),
                1);
        UUID id = UUID.randomUUID();
        TestEvents.send(
                Topics.SOCIAL_SPACE,
                "ATT-1",
                EventTypes.SPACES_IMPORTED,
                id.toString(),
                1,
                new SpacesImported(id, 0, 1, List.of(space)));
        assertThat(planner().body(SCHEME).put("/schemes/attempt").statusCode()).isIn(200, 201);
    }

    @Test
    void anAttemptIsCountedBeforeItIsMade() {
        UUID run = whileNothingCanBeStored(() -> {
            UUID started = start();
            await().until(() -> attempts(started) == 1);
            return started;
        });

        await().until(() -> state(run), Run.State.COMPLETED::equals);
        assertThat(attempts(run)).isZero();
    }

    @Test
    void aRunTriedTooOftenIsGivenUpAndAnEndedOneStaysAsItIs() {
        UUID ended = start();
        await().until(() -> state(ended), Run.State.COMPLETED::equals);
        tried(ended, config.attempts());
        UUID worn = whileNothingCanBeStored(() -> {
            UUID first = start();
            await().until(() -> attempts(first) == 1);
            UUID second = start();
            tried(second, config.attempts());
            return second;
        });

        await().until(() -> state(worn), Run.State.FAILED::equals);
        assertThat(runs.get(worn).ending().failure()).isEqualTo("run.failed");
        assertThat(attempts(worn)).isEqualTo(config.attempts());
        assertThat(state(ended)).isEqualTo(Run.State.COMPLETED);
    }

    @Test
    void aRunThatAStopInterruptsWasNotTried() {
        RunWorker stopping =
                new RunWorker(queue, outcomes, computation, withholding, results, afterCommit, progress, config);
        UUID run = whileNothingCanBeStored(() -> {
            UUID first = start();
            await().until(() -> attempts(first) == 1);
            UUID second = start();
            stopping.onStart(new StartupEvent());
            await().until(() -> attempts(second) == 1);
            Thread stop = new Thread(() -> stopping.onStop(new ShutdownEvent()), "stop");
            stop.start();
            await().until(() -> attempts(second) == 0);
            return second;
        });

        await().until(() -> state(run), Run.State.COMPLETED::equals);
    }

    @Test
    @Tag("long")
    void connectionsThatAreCutAreNoAttempts() {
        UUID run = whileNothingCanBeStored(() -> {
            UUID started = start();
            for (int cut = 0; cut <= config.attempts(); cut++) {
                await().atMost(Duration.ofSeconds(30)).until(() -> cutWaitingConnections() > 0);
            }
            assertThat(attempts(started)).isLessThanOrEqualTo(1);
            return started;
        });

        await().atMost(Duration.ofSeconds(30)).until(() -> state(run), Run.State.COMPLETED::equals);
        assertThat(attempts(run)).isZero();
    }

    /** Cuts the connections that wait for the lock, as a restart of PostgreSQL does; answers how many they are. */
    private long cutWaitingConnections() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                        + " where datname = current_database() and wait_event_type = 'Lock' and query ilike 'copy %'"));
    }

    private <T> T whileNothingCanBeStored(Callable<T> action) {
        return QuarkusTransaction.requiringNew().call(() -> {
            database.update("lock table result in share mode");
            return action.call();
        });
    }

    private static RequestSpecification planner() {
        return given().basePath("/classification/v1")
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .header("Authorization", "Bearer " + Tokens.of("planner"));
    }

    private static UUID start() {
        return UUID.fromString(planner()
                .body("{\"scheme\": \"attempt\", \"period\": \"2020\"}")
                .post("/runs")
                .then()
                .statusCode(202)
                .extract()
                .path("id"));
    }

    private long attempts(UUID run) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.number("select coalesce(sum(attempts), 0) from run_attempt where run = ?", run));
    }

    private void tried(UUID run, int times) {
        QuarkusTransaction.requiringNew().run(() -> database.update("""
                        insert into run_attempt (run, attempts) values (?, ?)
                        on conflict on constraint pk_run_attempt do update set attempts = excluded.attempts""", run, times));
    }

    private Run.State state(UUID run) {
        return runs.get(run).state();
    }
}
