package de.quartierwerk.classification.need;

import de.quartierwerk.classification.result.NeedOrigin;
import de.quartierwerk.classification.result.ResultRow;
import de.quartierwerk.classification.result.Results;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.audit.Audit;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds needs that people stated to runs. */
@ApplicationScoped
public class StatedNeeds {
    private static final int LONGEST_REASON = 5000;

    private final StatedNeedRepository repository;
    private final Runs runs;
    private final Results results;
    private final Outbox outbox;
    private final Audit audit;
    private final Caller caller;

    StatedNeeds(
            StatedNeedRepository repository, Runs runs, Results results, Outbox outbox, Audit audit, Caller caller) {
        this.repository = repository;
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
     * @param event sequence number of its event, where the run is published
     */
    record Added(StatedNeedResponse need, boolean isNew, OptionalLong event) {}

    /** Adds a need to a run that has ended; the same statement again changes nothing. */
    @Transactional
    Added add(UUID id, StatedNeedRequest request) {
        Run seen = runs.completed(id);
        List<String> path = check(seen, request);
        NeedOrigin origin = origin(request.origin()).orElseThrow();
        caller.requireWithin(path);
        Run run = runs.lock(id);
        StatedNeed.Key key = new StatedNeed.Key(id, request.space(), request.need());
        StatedNeed before = repository.findById(key);
        if (before != null) {
            if (!before.reason.equals(request.reason()) || !before.origin.equals(origin.code())) {
                throw new Conflict("need.stated-before", request.need(), request.space());
            }
            return new Added(response(before), false, OptionalLong.empty());
        }
        StatedNeed need = new StatedNeed();
        need.run = id;
        need.space = request.space();
        need.need = request.need();
        need.origin = origin.code();
        need.reason = request.reason();
        need.addedBy = caller.name();
        need.addedAt = runs.instantAfterPublication(run);
        repository.persist(need);
        audit.record("need-stated", "runs/" + id + "/needs/" + need.space + "/" + need.need, null, response(need));
        return new Added(response(need), true, publish(run, need));
    }

    private static StatedNeedResponse response(StatedNeed need) {
        return new StatedNeedResponse(
                need.run, need.space, need.need, NeedOrigin.of(need.origin).orElseThrow(), need.reason, need.addedAt);
    }

    /** The origin that a request names, qualitative by default; empty where it is none. */
    private static Optional<NeedOrigin> origin(@Nullable String code) {
        return code == null ? Optional.of(NeedOrigin.QUALITATIVE) : NeedOrigin.of(code);
    }

    private List<String> check(Run run, StatedNeedRequest request) {
        List<InputError> errors = new ArrayList<>();
        Optional<ResultRow> row = request.space() == null ? Optional.empty() : results.find(run, request.space());
        if (row.isEmpty()) {
            errors.add(
                    InputError.at("/space", "need.space-not-in-run", request.space(), String.valueOf(request.space())));
        }
        boolean known =
                run.summary().needs().stream().anyMatch(need -> need.code().equals(request.need()));
        if (!known) {
            errors.add(InputError.at(
                    "/need", "need.unknown", request.need(), String.valueOf(request.need()), run.scheme()));
        }
        String reason = request.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            errors.add(InputError.at("/reason", "need.reason-missing", reason, LONGEST_REASON));
        }
        if (origin(request.origin()).isEmpty()) {
            errors.add(InputError.at("/origin", "need.origin-unknown", request.origin()));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("need.invalid", errors);
        }
        return row.orElseThrow().path();
    }

    /** Sends an event to the other services, unless the run is preliminary: then its publication will. */
    private OptionalLong publish(Run run, StatedNeed need) {
        if (run.publication().startedAt() == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(outbox.publish(event(run, need)));
    }

    /** The events of the needs that were stated after the publication of a run, in their order. */
    public List<OutgoingEvent> eventsAfterPublication(Run run) {
        return repository
                .list(
                        "run = ?1 and addedAt > ?2 order by addedAt, space, need",
                        run.id(),
                        run.publication().startedAt())
                .stream()
                .map(need -> event(run, need))
                .toList();
    }

    private static OutgoingEvent event(Run run, StatedNeed need) {
        return new OutgoingEvent(
                Topics.CLASSIFICATION,
                run.scheme(),
                EventTypes.NEED_ADDED,
                run.id().toString(),
                run.number(),
                new NeedAdded(
                        run.id(),
                        run.scheme(),
                        run.period(),
                        need.space,
                        need.need,
                        need.reason,
                        need.addedAt,
                        need.origin));
    }
}
