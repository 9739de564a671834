package de.quartierwerk.funding.body;

import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Rules of bodies: they belong to the whole installation, and their competences never overlap. */
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
    Stored<Body> put(String code, BodyBody body, Precondition precondition) {
        caller.requireEverywhere();
        repository.lockAll();
        if (body.stakeholder() != null) {
            stakeholders.requireKnown("/stakeholder", body.stakeholder());
        }
        requireFitting(code, body);
        BodyEntity entity = repository.lock(code);
        if (entity == null) {
            return create(code, body);
        }
        BodyBody before = entity.body();
        if (!before.equals(body)) {
            precondition.require(entity.version);
            entity.set(body);
            audit.record("body-changed", "bodies/" + code, before, body);
        }
        return new Stored<>(entity.view(), entity.version, false);
    }

    @Transactional
    Stored<Body> get(String code) {
        BodyEntity entity = repository.find(code);
        if (entity == null) {
            throw new NotFound("body.not-found", code);
        }
        return new Stored<>(entity.view(), entity.version, false);
    }

    @Transactional
    List<Body> list(String after, int limit) {
        return repository.list(after, limit).stream().map(BodyEntity::view).toList();
    }

    private Stored<Body> create(String code, BodyBody body) {
        BodyEntity entity = new BodyEntity();
        entity.code = code;
        entity.set(body);
        repository.insert(entity);
        audit.record("body-created", "bodies/" + code, null, body);
        return new Stored<>(entity.view(), entity.version, true);
    }

    private void requireFitting(String code, BodyBody body) {
        List<Body> others = repository.all().stream()
                .map(BodyEntity::view)
                .filter(other -> !other.code().equals(code))
                .toList();
        List<InputError> errors = CompetenceRules.check(code, body, others);
        if (!errors.isEmpty()) {
            throw new Invalid("body.invalid", errors, code);
        }
    }
}
