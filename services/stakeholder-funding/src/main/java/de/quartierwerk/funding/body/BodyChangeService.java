package de.quartierwerk.funding.body;

import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * Changes of what bodies decide, when and for whom, and how many of them vote: one person proposes, another confirms.
 */
@ApplicationScoped
class BodyChangeService {

    private final BodyRepository bodies;
    private final BodyChangeRepository changes;
    private final Stakeholders stakeholders;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    BodyChangeService(
            BodyRepository bodies,
            BodyChangeRepository changes,
            Stakeholders stakeholders,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.bodies = bodies;
        this.changes = changes;
        this.stakeholders = stakeholders;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    BodyChangeResponse propose(String code, BodyChangeRequest request) {
        caller.requireEverywhere();
        bodies.lockAll();
        BodyEntity body = require(code);
        if (request.saysNothing()) {
            throw new Invalid("body-change.empty", List.of(InputError.at("/competences", "body-change.empty", null)));
        }
        if (request.stakeholder() != null) {
            stakeholders.requireKnown("/stakeholder", request.stakeholder());
        }
        requireFitting(code, request.applied(body.request()));
        BodyChange change =
                BodyChange.of(code, changes.ofBody(code).size() + 1, request, caller.name(), clock.instant());
        changes.persistAndFlush(change);
        audit.record("body-change-proposed", "bodies/" + code, null, change.response());
        return change.response();
    }

    /** Lets the change count; what fitted when it was proposed must do so still. */
    @Transactional
    BodyChangeResponse confirm(String code, int number) {
        caller.requireEverywhere();
        bodies.lockAll();
        BodyEntity body = require(code);
        BodyChange change = changes.find(code, number).orElseThrow(() -> new NotFound("body-change.not-found", number));
        if (change.confirmedBy != null) {
            throw new Conflict("body-change.confirmed", number);
        }
        if (change.proposedBy.equals(caller.name())) {
            throw new Forbidden("duty.separated", MessageText.of("duty.proposal"), MessageText.of("duty.confirmation"));
        }
        BodyRequest before = body.request();
        BodyRequest after = change.content.applied(before);
        requireFitting(code, after);
        body.set(after);
        change.confirmedBy = caller.name();
        change.confirmedAt = clock.instant();
        changes.flush();
        audit.record("body-change-confirmed", "bodies/" + code, before, after);
        return change.response();
    }

    @Transactional
    List<BodyChangeResponse> list(String code) {
        caller.requireEverywhere();
        require(code);
        return changes.ofBody(code).stream().map(BodyChange::response).toList();
    }

    private BodyEntity require(String code) {
        return bodies.findByIdOptional(code).orElseThrow(() -> new NotFound("body.not-found", code));
    }

    private void requireFitting(String code, BodyRequest body) {
        List<InputError> errors = CompetenceRules.check(code, body, bodies.others(code));
        if (!errors.isEmpty()) {
            throw new Invalid("body.invalid", errors, code);
        }
    }
}
