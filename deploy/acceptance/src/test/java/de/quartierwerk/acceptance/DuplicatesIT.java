package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.local.LocalPlatform;
import de.quartierwerk.local.LocalService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every event of the platform is sent a second time. With the inbox no row of any database changes; with the inbox
 * taken away from one service the same comparison fails, so that it would notice a doubled event.
 */
@Tag("long")
@Order(70)
@ExtendWith(PlatformExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DuplicatesIT {

    private static final List<String> TOPICS = List.of(
            "quartierwerk.social-space.v1",
            "quartierwerk.indicator.v1",
            "quartierwerk.value-protected.v1",
            "quartierwerk.value-public.v1",
            "quartierwerk.classification.v1",
            "quartierwerk.stakeholder.v1",
            "quartierwerk.funding.v1",
            "quartierwerk.report.v1");

    /** What may change without an event: positions in topics, answers kept for repetition, events on their way out. */
    private static final List<String> UNSTABLE =
            List.of("inbox", "inbox_position", "outbox", "idempotency", "flyway_schema_history");

    /** Events that are applied twice; each is tried three times before it is set aside. */
    private static final int ENOUGH = 25;

    private final Acceptance acceptance;
    private final LocalPlatform platform;
    private final Databases databases;
    private final Broker broker;

    DuplicatesIT(Acceptance acceptance) {
        this.acceptance = acceptance;
        this.platform = acceptance.platform();
        this.databases = new Databases(platform);
        this.broker = new Broker(platform.kafkaClient());
    }

    @Test
    @Order(1)
    void everyEventSentAgain_changesNoRow() throws Exception {
        // Given
        acceptance.demonstration();
        caughtUp();
        Map<String, String> before = content(LocalService.values());
        // When
        int sent = broker.sendAgain(TOPICS);
        caughtUp();
        // Then
        assertThat(sent).isGreaterThan(100);
        assertThat(content(LocalService.values())).isEqualTo(before);
    }

    @Test
    @Order(2)
    void withoutTheInbox_theSameComparisonFails() throws Exception {
        // Given
        caughtUp();
        Map<String, String> before = content(LocalService.CLASSIFICATION);
        databases.execute(LocalService.CLASSIFICATION, "alter table inbox drop constraint pk_inbox");
        try {
            // When
            broker.sendAgain(List.of("quartierwerk.value-protected.v1"), ENOUGH);
            caughtUp();
            // Then
            assertThat(content(LocalService.CLASSIFICATION)).isNotEqualTo(before);
        } finally {
            restore();
        }
    }

    private void restore() throws Exception {
        for (String repair : List.of(
                "delete from inbox a using inbox b where a.id = b.id and a.ctid < b.ctid",
                "alter table inbox add constraint pk_inbox primary key (id)",
                "delete from dead_letter",
                "delete from value_batch")) {
            databases.execute(LocalService.CLASSIFICATION, repair);
        }
    }

    /** Waits until every service has processed every topic to its present end. */
    private void caughtUp() {
        Map<TopicPartition, Long> ends = broker.ends(TOPICS);
        for (LocalService service : LocalService.values()) {
            await().atMost(Duration.ofMinutes(10))
                    .pollInterval(Duration.ofMillis(500))
                    .untilAsserted(() -> {
                        for (List<String> row :
                                databases.query(service, "select topic, partition, next_offset from inbox_position")) {
                            TopicPartition partition = new TopicPartition(row.get(0), Integer.parseInt(row.get(1)));
                            assertThat(Long.parseLong(row.get(2)))
                                    .as(service + " " + partition)
                                    .isGreaterThanOrEqualTo(ends.getOrDefault(partition, 0L));
                        }
                    });
        }
    }

    /** Number and checksum of the rows of every table. */
    private Map<String, String> content(LocalService... services) throws Exception {
        Map<String, String> content = new TreeMap<>();
        for (LocalService service : services) {
            for (List<String> row : databases.query(
                    service, "select tablename from pg_tables where schemaname = 'public' order by 1")) {
                String table = row.get(0);
                if (!UNSTABLE.contains(table)) {
                    List<String> sums = databases
                            .query(
                                    service,
                                    "select count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) from \"" + table
                                            + "\" t")
                            .get(0);
                    content.put(service.root() + "." + table, String.join(" rows, checksum ", sums));
                }
            }
        }
        return content;
    }
}
