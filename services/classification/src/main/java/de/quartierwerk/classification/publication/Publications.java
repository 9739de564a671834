package de.quartierwerk.classification.publication;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Publishes runs. */
@ApplicationScoped
class Publications {
    private static final int LONGEST_NOTE = 5000;

    private final Runs runs;
    private final Results results;
    private final BulkPublisher publisher;
    private final Audit audit;
    private final int resultsPerBatch;

    Publications(Runs runs, Results results, BulkPublisher publisher, Audit audit, ClassificationConfig config) {
        this.runs = runs;
        this.results = results;
        this.publisher = publisher;
        this.audit = audit;
        this.resultsPerBatch = config.resultsPerBatch();
    }

    /** Starts the publication of a run; the same request for a run that is published already changes nothing. */
    @Transactional
    void start(UUID id, PublicationRequest request) {
        Run seen = runs.completed(id);
        runs.requireWhole(seen);
        check(request);
        Run run = runs.lock(id);
        if (run.publication().startedAt() != null) {
            if (!Objects.equals(run.publication().note(), request.note())
                    || !run.publication().consulted().equals(request.consulted())) {
                throw new Conflict("run.already-published", id);
            }
            return;
        }
        runs.startPublication(run, request.note(), request.consulted());
        int batches = Math.max(1, (results.count(run) + resultsPerBatch - 1) / resultsPerBatch);
        publisher.start(PublishedRuns.KIND, id, batches);
        audit.record(
                "run-published", "runs/" + id, null, Map.of("scheme", run.scheme(), "consulted", request.consulted()));
    }

    private static void check(PublicationRequest request) {
        if (request.note() != null && request.note().length() > LONGEST_NOTE) {
            throw new Invalid(
                    "publication.invalid",
                    List.of(InputError.at("/note", "publication.note-too-long", request.note(), LONGEST_NOTE)));
        }
        for (int i = 0; i < request.consulted().size(); i++) {
            String name = request.consulted().get(i);
            if (name == null || name.isBlank()) {
                throw new Invalid(
                        "publication.invalid",
                        List.of(InputError.at("/consulted/" + i, "publication.consulted-empty", name)));
            }
        }
    }
}
