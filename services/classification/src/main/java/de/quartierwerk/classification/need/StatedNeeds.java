package de.quartierwerk.classification.need;

import de.quartierwerk.classification.result.ResultRow;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.outbox.Outbox;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Adds needs that people stated to runs. */
@ApplicationScoped
class StatedNeeds {
    private static final Set<String> ORIGINS = Set.of("qualitative", "municipal");
    private static final String DEFAULT_ORIGIN = "qualitative";
    private static final int LONGEST_REASON = 5000;

    private final Sql sql;
    private final Runs runs;
    private final Results results;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;

    StatedNeeds(Sql sql, Runs runs, Results results, Outbox outbox, Audit audit, Caller caller) {
        this.sql = sql;
        this.runs = runs;
        this.results = results;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /**
     * What was added.
     *
     * @param need the need
     * @param isNew false where it had been stated before
     * @param event sequence number of the event that tells it, where the run is published
     */
    record Added(StatedNeed need, boolean isNew, OptionalLong event) {}

    /** Adds a need to a run that has ended; the same statement again changes nothing. */
    @Transactional
    Added add(UUID id, StatedNeedBody body) {
        Run seen = runs.completed(id);
        List<String> path = check(seen, body);
        caller.requireWithin(path);
        Run run = runs.lock(id);
        String origin = body.origin() == null ? DEFAULT_ORIGIN : body.origin();
        Optional<StatedNeed> before = find(id, body);
        if (before.isPresent()) {
            boolean same = before.get().reason().equals(body.reason())
                    && before.get().origin().equals(origin);
            if (!same) {
                throw new Conflict("need.stated-before", body.need(), body.space());
            }
            return new Added(before.get(), false, OptionalLong.empty());
        }
        StatedNeed need =
                new StatedNeed(id, body.space(), body.need(), origin, body.reason(), runs.instantAfterPublication(run));
        insert(need);
        audit.record("need-stated", "runs/" + id + "/needs/" + need.space() + "/" + need.need(), null, need);
        return new Added(need, true, publish(run, need));
    }

    private List<String> check(Run run, StatedNeedBody body) {
        List<InputError> errors = new ArrayList<>();
        Optional<ResultRow> row = body.space() == null ? Optional.empty() : results.find(run, body.space());
        if (row.isEmpty()) {
            errors.add(InputError.at("/space", "need.space-not-in-run", body.space(), String.valueOf(body.space())));
        }
        boolean known =
                run.summary().needs().stream().anyMatch(need -> need.code().equals(body.need()));
        if (!known) {
            errors.add(InputError.at("/need", "need.unknown", body.need(), String.valueOf(body.need()), run.scheme()));
        }
        if (body.reason() == null || body.reason().isBlank() || body.reason().length() > LONGEST_REASON) {
            errors.add(InputError.at("/reason", "need.reason-missing", body.reason(), LONGEST_REASON));
        }
        if (body.origin() != null && !ORIGINS.contains(body.origin())) {
            errors.add(InputError.at("/origin", "need.origin-unknown", body.origin()));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("need.invalid", errors);
        }
        return row.orElseThrow().path();
    }

    private Optional<StatedNeed> find(UUID run, StatedNeedBody body) {
        return sql.first(
                "select origin, reason, added_at from stated_need where run = ? and space = ? and need = ?",
                row -> new StatedNeed(
                        run,
                        body.space(),
                        body.need(),
                        row.getString("origin"),
                        row.getString("reason"),
                        Sql.instant(row, "added_at")),
                run,
                body.space(),
                body.need());
    }

    private void insert(StatedNeed need) {
        sql.update(
                """
                insert into stated_need (run, space, need, origin, reason, added_by, added_at)
                values (?, ?, ?, ?, ?, ?, ?)""",
                need.run(),
                need.space(),
                need.need(),
                need.origin(),
                need.reason(),
                caller.name(),
                need.addedAt());
    }

    /** Tells the other services, unless the run is preliminary: then its publication will tell. */
    private OptionalLong publish(Run run, StatedNeed need) {
        if (run.publicationStartedAt() == null) {
            return OptionalLong.empty();
        }
        NeedAdded event = new NeedAdded(
                run.id(),
                run.scheme(),
                run.period(),
                need.space(),
                need.need(),
                need.reason(),
                need.addedAt(),
                need.origin());
        return OptionalLong.of(outbox.publish(new OutgoingEvent(
                Topics.CLASSIFICATION,
                run.scheme(),
                EventTypes.NEED_ADDED,
                run.id().toString(),
                run.number(),
                event)));
    }
}
