package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.local.LocalService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What the services hold in their tables, and how far they have read. */
public final class ServiceState {

    public static final List<String> TOPICS = List.of(
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

    private final Databases databases;
    private final Broker broker;

    public ServiceState(Databases databases, Broker broker) {
        this.databases = databases;
        this.broker = broker;
    }

    /** Waits until every service has processed every topic to its present end. */
    public void caughtUp() {
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
    public Map<String, String> content(LocalService... services) throws Exception {
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
