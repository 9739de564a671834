package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.space.SpacesMoved;
import de.quartierwerk.kit.audit.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * Has everything summed up anew when the registry has moved spaces (Gebietsänderung): by a submission without a file,
 * which goes the way of every release and is controlled like one.
 */
@ApplicationScoped
class TerritoryChanges {
    private final SubmissionRepository repository;
    private final SubmissionStatements statements;
    private final Audit audit;
    private final Event<WorkWaiting> waiting;
    private final Clock clock;

    TerritoryChanges(
            SubmissionRepository repository,
            SubmissionStatements statements,
            Audit audit,
            Event<WorkWaiting> waiting,
            Clock clock) {
        this.repository = repository;
        this.statements = statements;
        this.audit = audit;
        this.waiting = waiting;
        this.clock = clock;
    }

    void moved(@Observes SpacesMoved moved) {
        repository.newestReleased().ifPresent(like -> {
            UUID id = UUID.randomUUID();
            long values = statements.stageMoved(id, moved.spaces());
            if (values > 0) {
                SubmissionEntity row = SubmissionEntity.territory(id, like, moved.spaces(), clock.instant());
                row.changes(values);
                repository.persistAndFlush(row);
                audit.record(
                        "territory-submitted",
                        "submissions/" + id,
                        null,
                        Map.of("spaces", moved.spaces(), "values", values));
                waiting.fire(new WorkWaiting(id));
            }
        });
    }
}
