package de.quartierwerk.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.testing.TestEvents;
import de.quartierwerk.kit.web.Progress;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class BulkPublisherIT {
    private static final int BATCHES = 41;

    @Inject
    BulkPublisher publisher;

    @Inject
    FactBulk bulk;

    @Inject
    FactHandler facts;

    @Inject
    Settling settling;

    @Inject
    EntityManager entityManager;

    private final UUID job = UUID.randomUUID();

    @Test
    void sendsEveryBatchAndSaysOnceThatItIsDone() {
        start(BATCHES);

        publisher.await(job);

        assertThat(sent()).hasSize(2 * BATCHES);
        assertThat(bulk.published()).containsOnlyOnce(job);
        assertThat(publisher.progress(job)).isEqualTo(new Progress(BATCHES, (long) BATCHES));
    }

    @Test
    void aJobWithoutBatchesIsDoneAtOnce() {
        start(0);

        publisher.await(job);

        assertThat(bulk.published()).containsOnlyOnce(job);
    }

    @Test
    void aJobOfARolledBackTransactionIsNotSent() {
        QuarkusTransaction.begin();
        publisher.start(FactBulk.KIND, job, 1);
        QuarkusTransaction.rollback();

        assertThat(publisher.progress(job)).isEqualTo(new Progress(0, null));
    }

    @Test
    void whatIsSentAgainAfterACrashIsAppliedOnce() {
        start(BATCHES);
        publisher.await(job);

        forgetProgressFrom(30);

        await().untilAsserted(() -> assertThat(sent()).hasSize(2 * BATCHES + 2 * (BATCHES - 30)));
        settling.catchUp(FactHandler.TOPIC);
        List<String> applied = QuarkusTransaction.requiringNew().call(() -> facts.applied(job.toString()));
        assertThat(applied).hasSize(2 * BATCHES).doesNotHaveDuplicates();
        assertThat(new HashSet<>(sent().stream().map(TestEvents.Sent::id).toList()))
                .hasSize(2 * BATCHES);
    }

    @Test
    void whatIsSentAgainFromAListThatHasGrownLacksNothing() {
        start(1);
        publisher.await(job);

        bulk.grow(true);
        try {
            forgetProgressFrom(0);
            await().untilAsserted(() -> assertThat(sent()).hasSize(2 + 3));
        } finally {
            bulk.grow(false);
        }

        settling.catchUp(FactHandler.TOPIC);
        assertThat(QuarkusTransaction.requiringNew().call(() -> facts.applied(job.toString())))
                .containsExactlyInAnyOrder(job + "-0a", job + "-0b", job + "-00");
    }

    @Test
    void whatStandsBeforeABatchThatCannotBeReadIsNotSentAgainAndAgain() {
        bulk.refuseToRead(5);
        try {
            start(BATCHES);
            await().untilAsserted(
                            () -> assertThat(publisher.progress(job).done()).isEqualTo(5));
            await().during(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(sent()).hasSizeLessThanOrEqualTo(2 * 2 * 5));
        } finally {
            bulk.refuseToRead(-1);
        }

        publisher.await(job);

        settling.catchUp(FactHandler.TOPIC);
        List<String> applied = QuarkusTransaction.requiringNew().call(() -> facts.applied(job.toString()));
        assertThat(applied).hasSize(2 * BATCHES).doesNotHaveDuplicates();
    }

    private void start(int batches) {
        QuarkusTransaction.requiringNew().run(() -> publisher.start(FactBulk.KIND, job, batches));
    }

    private void forgetProgressFrom(int batch) {
        QuarkusTransaction.requiringNew()
                .run(() -> entityManager
                        .createNativeQuery(
                                "update bulk_job set acknowledged = :batch, published_at = null where job = :job")
                        .setParameter("batch", batch)
                        .setParameter("job", job)
                        .executeUpdate());
    }

    private List<TestEvents.Sent> sent() {
        return TestEvents.received(FactHandler.TOPIC, FactHandler.TYPE).stream()
                .filter(event -> event.key().equals(job.toString()))
                .toList();
    }
}
