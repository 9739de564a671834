package de.quartierwerk.funding.body;

import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Rules of bodies: they belong to the whole installation, their competences never overlap, and all but the name of one
 * that is there changes only by two people ({@link BodyChangeService}).
 */
@ApplicationScoped
class BodyService {

    private final BodyRepository repository;
    private final Stakeholders stakeholders;
    private final Caller caller;
    private final Audit audit;

    BodyService(BodyRepository repository, Stakeholders stakeholders, Caller caller, Audit audit) {
        this.repository = repository;
        this.stakeholders = stakeholders;
        this.caller = caller;
        this.audit = audit;
    }

    @Transactional
    Stored<BodyResponse> put(String code, BodyRequest request, IfMatch ifMatch) {
        caller.requireEverywhere();
        repository.lockAll();
        if (request.stakeholder() != null) {
            stakeholders.requireKnown("/stakeholder", request.stakeholder());
        }
        requireFitting(code, request);
        BodyEntity entity = repository.lock(code);
        if (entity == null) {
            ifMatch.checkAbsent();
            return create(code, request);
        }
        BodyRequest before = entity.request();
        if (before.equals(request)) {
            ifMatch.check(entity.version);
        } else {
            ifMatch.require(entity.version);
            if (!before.decidesLike(request)) {
                throw new Conflict("body.two-people", code);
            }
            entity.set(request);
            repository.flush();
            audit.record("body-changed", "bodies/" + code, before, request);
        }
        return stored(entity, false);
    }

    @Transactional
    Stored<BodyResponse> get(String code) {
        return repository
                .findByIdOptional(code)
                .map(entity -> stored(entity, false))
                .orElseThrow(() -> new NotFound("body.not-found", code));
    }

    @Transactional
    List<BodyResponse> list(String after, int limit) {
        return repository.list(after, limit).stream().map(BodyResponse::of).toList();
    }

    private Stored<BodyResponse> create(String code, BodyRequest request) {
        BodyEntity entity = new BodyEntity();
        entity.code = code;
        entity.set(request);
        repository.persistAndFlush(entity);
        audit.record("body-created", "bodies/" + code, null, request);
        return stored(entity, true);
    }

    private static Stored<BodyResponse> stored(BodyEntity entity, boolean created) {
        return new Stored<>(BodyResponse.of(entity.body()), entity.version, created);
    }

    private void requireFitting(String code, BodyRequest request) {
        List<InputError> errors = CompetenceRules.check(code, request, repository.others(code));
        if (!errors.isEmpty()) {
            throw new Invalid("body.invalid", errors, code);
        }
    }
}
