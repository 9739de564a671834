package de.quartierwerk.kit.republication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.inbox.BrokerTopics;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.outbox.PublishedOffsets;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class LostTopicsIT {
    private static final String TOPIC = "quartierwerk.fact.v1";

    @Inject
    LostTopics topics;

    @Inject
    BulkPublisher publisher;

    @Inject
    Settling settling;

    @Inject
    Outbox outbox;

    @Inject
    PublishedOffsets offsets;

    @Inject
    BrokerTopics broker;

    @Inject
    RepublicationStatements statements;

    @Inject
    Jdbi jdbi;

    @Test
    void topicMadeAnew_isToldEverythingOnce() {
        // Given
        topics.look();
        List<UUID> before = jobs();
        topics.look();
        assertThat(jobs()).isEqualTo(before);
        // When
        execute("delete from applied_fact where name like '6f1f9a44-8a4c-4f9e-9a70%'");
        execute("update published_topic set topic_id = 'lost' where topic = ?", TOPIC);
        execute("""
                update consumed_topic
                set told_after = coalesce((select max(version) from told_topic), 0) where topic = ?""", TOPIC);
        topics.look();
        topics.look();
        // Then: who settles goes on when everything is here
        settling.catchUp(TOPIC);
        assertThat(toldParts()).isEqualTo(3);
        List<UUID> started = jobs();
        started.removeAll(before);
        assertThat(started).hasSize(1);
    }

    @Test
    void topicThatLostItsEnd_isToldEverythingOnce() {
        // Given
        topics.look();
        publish(1);
        List<UUID> before = jobs();
        topics.look();
        assertThat(jobs()).isEqualTo(before);
        // When
        execute("update published_offset set next_offset = next_offset + 100000 where topic = ?", TOPIC);
        topics.look();
        topics.look();
        // Then
        awaitTheOneStartedAfter(before);
    }

    @Test
    void eventThatStandsWhereAnotherStood_isNoticed() {
        // Given: the broker has lost two events, and takes more than it lost before anyone looks
        topics.look();
        Map<Integer, Long> ends = offsets.all().get(TOPIC);
        publish(1);
        int partition = offsets.all().get(TOPIC).entrySet().stream()
                .filter(end -> !end.getValue().equals(ends.get(end.getKey())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        List<UUID> before = jobs();
        execute(
                "update published_offset set next_offset = next_offset + 2 where topic = ? and partition = ?",
                TOPIC,
                partition);
        publish(5);
        // When
        topics.look();
        topics.look();
        // Then
        awaitTheOneStartedAfter(before);
    }

    @Test
    void republicationThatBeganBeforeALoss_doesNotSayThatAllIsTold() {
        topics.look();
        UUID begunBefore = UUID.randomUUID();
        execute("""
                insert into republication_topic (job, topic, topic_id, begun_at)
                select ?, topic, topic_id, now() from published_topic where topic = ?""", begunBefore, TOPIC);
        execute("update published_offset set next_offset = next_offset + 100000 where topic = ?", TOPIC);

        topics.look();

        assertThat(QuarkusTransaction.requiringNew().call(() -> statements.takeTopics(begunBefore)))
                .isEmpty();
    }

    @Test
    void endsAreKnown_whoeverWroteLast() {
        publish(1);
        execute("delete from published_offset where topic = ?", TOPIC);

        topics.look();

        assertThat(offsets.all().get(TOPIC))
                .isEqualTo(broker.look(List.of(TOPIC)).get(TOPIC).ends());
    }

    private void awaitTheOneStartedAfter(List<UUID> before) {
        List<UUID> started = jobs();
        started.removeAll(before);
        assertThat(started).hasSize(1);
        publisher.await(started.get(0));
        settling.catchUp(TOPIC);
    }

    /** Returns when the broker has acknowledged so many events more, all of one partition. */
    private void publish(int events) {
        QuarkusTransaction.requiringNew()
                .run(() -> IntStream.range(0, events)
                        .forEach(number -> outbox.publish(new OutgoingEvent(
                                TOPIC,
                                "end",
                                "de.quartierwerk.fact.stated.v1",
                                "end" + number,
                                1,
                                Map.of("name", "end")))));
        await().until(() -> count("select count(*) from outbox where sent_at is null") == 0);
    }

    private void execute(String statement, Object... parameters) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(statement, parameters)));
    }

    private List<UUID> jobs() {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.createQuery("select job from bulk_job where kind = :kind order by started_at")
                                .bind("kind", RepublicationSource.KIND)
                                .mapTo(UUID.class)
                                .list()));
    }

    private long toldParts() {
        return count("select count(distinct name) from applied_fact where name like '6f1f9a44-8a4c-4f9e-9a70%'");
    }

    private long count(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(
                        handle -> handle.select(query).mapTo(Long.class).one()));
    }
}
