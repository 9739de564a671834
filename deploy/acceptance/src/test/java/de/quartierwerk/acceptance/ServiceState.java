package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.local.LocalService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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

    /**
     * What may change without an event: topics and positions in them, answers kept for repetition, events on their way
     * out.
     */
    private static final List<String> UNSTABLE = List.of(
            "inbox",
            "inbox_position",
            "consumed_topic",
            "told_topic",
            "outbox",
            "published_topic",
            "published_offset",
            "idempotency",
            "deadline_told",
            "flyway_schema_history");

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Databases databases;
    private final Broker broker;

    public ServiceState(Databases databases, Broker broker) {
        this.databases = databases;
        this.broker = broker;
    }

    /** Waits until every event that was written has been sent, and every service has processed all that was sent. */
    public void caughtUp() {
        Map<TopicPartition, Long> ends;
        do {
            awaitNothingUnsent();
            ends = broker.ends(TOPICS);
            awaitProcessed(ends);
        } while (!broker.ends(TOPICS).equals(ends));
    }

    private void awaitNothingUnsent() {
        for (LocalService service : LocalService.values()) {
            await(service + ": events are sent")
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> databases.count(service, """
                            select (select count(*) from outbox where sent_at is null)
                                 + (select count(*) from bulk_job where published_at is null)""") == 0);
        }
    }

    private void awaitProcessed(Map<TopicPartition, Long> ends) {
        for (LocalService service : LocalService.values()) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
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

    /** The content once nothing changes it any more: what services do afterwards by themselves has ended too. */
    public Map<String, String> settledContent(LocalService... services) throws Exception {
        caughtUp();
        Map<String, String> seen = new HashMap<>();
        return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> content(services), now -> {
            boolean settled = now.equals(seen);
            seen.putAll(now);
            return settled;
        });
    }

    /** The tables whose settled content differs from what they held, each with both. */
    public Map<String, String> changesSince(Map<String, String> before) throws Exception {
        Map<String, String> now = settledContent(LocalService.values());
        Map<String, String> changes = new TreeMap<>();
        before.forEach((table, content) -> {
            if (!content.equals(now.get(table))) {
                changes.put(table, content + "; now " + now.get(table));
            }
        });
        return changes;
    }

    /** How many events the services applied more than once. */
    public long appliedAgain() {
        return Stream.of(LocalService.values())
                .mapToLong(service -> databases.count(service, "select count(*) - count(distinct id) from inbox"))
                .sum();
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
