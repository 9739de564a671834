package de.quartierwerk.ingestion.release;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.Topics;
import de.quartierwerk.ingestion.intake.submission.SubmissionWork;
import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Publishes a release batch by batch: the exact values to classification alone, the controlled ones to all services.
 */
@ApplicationScoped
public class ReleaseBatches implements BulkSource {
    static final String KIND = "release";

    private final BatchStatements batches;
    private final ReleaseRepository releases;
    private final SubmissionWork submissions;

    ReleaseBatches(BatchStatements batches, ReleaseRepository releases, SubmissionWork submissions) {
        this.batches = batches;
        this.releases = releases;
        this.submissions = submissions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        ReleasedBatch batch = batches.batch(job, number)
                .orElseThrow(() -> new IllegalStateException("batch " + number + " of release " + job));
        return List.of(
                new OutgoingEvent(
                        Topics.VALUE_PROTECTED,
                        batch.indicator(),
                        EventTypes.PROTECTED_VALUES_RELEASED,
                        batch.subject(),
                        batch.releaseNumber(),
                        batch.exact()),
                new OutgoingEvent(
                        Topics.VALUE_PUBLIC,
                        batch.indicator(),
                        EventTypes.PUBLIC_VALUES_RELEASED,
                        batch.subject(),
                        batch.releaseNumber(),
                        batch.controlled()));
    }

    /** All releases that are known, with the number of their batches, the oldest first. */
    public Map<UUID, Integer> all() {
        Map<UUID, Integer> all = new LinkedHashMap<>();
        releases.listKnown().forEach(release -> all.put(release.id, release.batches));
        return all;
    }

    @Override
    public void published(UUID job) {
        submissions.released(job);
    }
}
