package de.quartierwerk.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.acceptance.Acceptance;
import de.quartierwerk.acceptance.Broker;
import de.quartierwerk.acceptance.Databases;
import de.quartierwerk.acceptance.PlatformExtension;
import de.quartierwerk.acceptance.ServiceState;
import de.quartierwerk.demonstration.load.PlatformClient;
import de.quartierwerk.events.Topics;
import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import de.quartierwerk.servers.GuardedProcess;
import de.quartierwerk.servers.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The checks of the fault suite can fail: with one safeguard taken away from outside, each finds what the safeguard
 * prevents. The last test leaves a platform behind that has lost something.
 */
@Tag("long")
@Order(80)
@ExtendWith(PlatformExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokenVariantsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String LEVEL = "/registry/v1/levels/broken";
    private static final String FROM_THE_BROKER =
            "-Dmp.messaging.connector.smallrye-kafka.consumer-rebalance-listener.name=";
    private static final String CUT = "select count(pg_terminate_backend(pid)) from pg_stat_activity "
            + "where usename = current_user and pid <> pg_backend_pid()";

    private final Instant begin = Instant.now();
    private final Acceptance acceptance;
    private final LocalPlatform platform;
    private final Databases databases;
    private final Broker broker;
    private final ServiceState state;
    private final Integrator api;

    BrokenVariantsIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.platform = acceptance.platform();
        this.databases = new Databases(platform);
        this.broker = new Broker(platform.kafkaClient());
        this.state = new ServiceState(databases, broker);
        this.api = new Integrator(new PlatformClient(acceptance.addresses()), new History());
    }

    @BeforeEach
    void load() {
        acceptance.demonstration();
    }

    @Test
    @Order(1)
    void withoutTheOutboxLock_twoReplicasSendTheSameEvents() throws Exception {
        // Given
        GuardedProcess replica =
                platform.startReplica(LocalService.REGISTRY, Ports.free(1).get(0));
        try {
            assertThat(sentTwiceAfterAPauseOfTheBroker()).isZero();
            // When
            databases.execute(LocalService.REGISTRY, """
                    create function public.pg_try_advisory_xact_lock(bigint) returns boolean language sql as 'select true';
                    alter role current_user set search_path = public, pg_catalog""");
            databases.number(LocalService.REGISTRY, CUT);
            // Then
            assertThat(sentTwiceAfterAPauseOfTheBroker()).isPositive();
        } finally {
            databases.execute(LocalService.REGISTRY, """
                    drop function if exists public.pg_try_advisory_xact_lock(bigint);
                    alter role current_user reset search_path""");
            databases.number(LocalService.REGISTRY, CUT);
            replica.stop(Duration.ofSeconds(40));
        }
    }

    /** How many events of levels, written while the broker is silent, it has more than once afterwards. */
    private long sentTwiceAfterAPauseOfTheBroker() throws Exception {
        api.put(LEVEL, "planner", level(0)).orFail();
        long before = repeated();
        List<ProcessHandle> kafka = List.of(Processes.kafka());
        CompletableFuture<?> written;
        Processes.signal("STOP", kafka);
        try {
            written = CompletableFuture.runAsync(
                    () -> api.put(LEVEL, "planner", level(1)).orFail());
            // both relays look every second
            LockSupport.parkNanos(Duration.ofSeconds(6).toNanos());
        } finally {
            Processes.signal("CONT", kafka);
        }
        written.join();
        String unsent = "select count(*) from outbox where sent_at is null";
        await().atMost(PATIENCE).until(() -> databases.count(LocalService.REGISTRY, unsent) == 0);
        return repeated() - before;
    }

    private static String level(int number) {
        return "{\"name\":\"Probe %d\",\"rank\":47}".formatted(number);
    }

    private long repeated() {
        Set<String> ids = new HashSet<>();
        AtomicLong again = new AtomicLong();
        broker.each(List.of(Topics.SOCIAL_SPACE), begin, record -> {
            if (!ids.add(Checker.header(record, "ce_id"))) {
                again.incrementAndGet();
            }
        });
        return again.get();
    }

    @Test
    @Order(2)
    void withOffsetsFromTheBroker_aRestoredReadModelStaysIncomplete() throws Exception {
        // Given
        state.caughtUp();
        Map<String, String> before = state.content(LocalService.REPORTING);
        restoreAnEarlierReadModel();
        platform.restart(LocalService.REPORTING);
        awaitContent(before);
        // When
        restoreAnEarlierReadModel();
        platform.restart(LocalService.REPORTING, FROM_THE_BROKER);
        api.put(LEVEL, "planner", level(2)).orFail();
        await().atMost(PATIENCE)
                .until(() -> databases.count(
                                LocalService.REPORTING,
                                "select count(*) from level where code = 'broken' and name = 'Probe 2'")
                        == 1);
        // Then
        assertThat(state.content(LocalService.REPORTING).get("reporting.space"))
                .isNotEqualTo(before.get("reporting.space"));
        restoreAnEarlierReadModel();
        platform.restart(LocalService.REPORTING);
        awaitContent(Map.of("reporting.space", before.get("reporting.space")));
    }

    /** Positions that are gone cannot tell whether a service has caught up. */
    private void awaitContent(Map<String, String> expected) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(state.content(LocalService.REPORTING)).containsAllEntriesOf(expected));
    }

    /** As a backup from before the first space: neither spaces nor what tells that they were received. */
    private void restoreAnEarlierReadModel() throws Exception {
        platform.stop(LocalService.REPORTING);
        databases.execute(LocalService.REPORTING, """
                truncate space;
                delete from inbox where type like '%space%';
                delete from inbox_position where topic = '$'""".replace("$", Topics.SOCIAL_SPACE));
    }

    @Test
    @Order(3)
    void withAcknowledgementBeforeCommit_acknowledgedWritesAreLost() throws Exception {
        // Given
        api.put(LEVEL, "planner", level(0)).orFail();
        String roles = "do $$ declare role name; begin for role in select rolname from pg_roles where rolcanlogin loop"
                + " execute format('alter role %I ', role) || '$1'; end loop; end $$";
        databases.executeAsSuperuser("alter system set wal_writer_delay = '10s'");
        databases.executeAsSuperuser("select pg_reload_conf()");
        databases.executeAsSuperuser(roles.replace("$1", "set synchronous_commit = off"));
        try {
            databases.executeAsSuperuser("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                    + " where datname is not null and pid <> pg_backend_pid()");
            // When
            int acknowledged = 0;
            for (int i = 1; i <= 5; i++) {
                acknowledged = api.put(LEVEL, "planner", level(i))
                        .orFail()
                        .json()
                        .get("version")
                        .asInt();
            }
            List<ProcessHandle> postgres = Processes.family(Processes.postgres());
            Processes.signal("KILL", postgres);
            Processes.ended(postgres);
            // Then
            int kept = api.get(LEVEL, "planner").orFail().json().get("version").asInt();
            assertThat(kept).isLessThan(acknowledged);
        } finally {
            databases.executeAsSuperuser(roles.replace("$1", "reset synchronous_commit"));
            databases.executeAsSuperuser("alter system reset wal_writer_delay");
            databases.executeAsSuperuser("select pg_reload_conf()");
        }
    }
}
