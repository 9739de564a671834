package de.quartierwerk.funding.stakeholder;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.StakeholderChanged;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.answer.Announcements;
import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.space.AreaScope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.StakeholderRepository.Filter;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Rules of actors: suppliers write their own organisation, planners their areas; unpublished ones stay among them. */
@ApplicationScoped
class StakeholderService {

    private static final String[] INSIDERS = {Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.ADMIN
    };

    private final StakeholderRepository repository;
    private final Spaces spaces;
    private final Caller caller;
    private final Audit audit;
    private final Announcements announcements;

    StakeholderService(
            StakeholderRepository repository, Spaces spaces, Caller caller, Audit audit, Announcements announcements) {
        this.repository = repository;
        this.spaces = spaces;
        this.caller = caller;
        this.audit = audit;
        this.announcements = announcements;
    }

    @Transactional
    Stored<Stakeholder> put(String key, StakeholderBody body, Precondition precondition) {
        StakeholderEntity entity = repository.lock(key);
        if (entity != null) {
            requireMayWrite(key, entity.body());
        }
        requireMayWrite(key, body);
        if (entity == null) {
            return create(key, body);
        }
        StakeholderBody before = entity.body();
        if (!before.equals(body)) {
            precondition.require(entity.version);
            entity.set(body);
            changed("stakeholder-changed", entity, before);
        }
        return new Stored<>(entity.view(), entity.version, false);
    }

    @Transactional
    Stored<Stakeholder> get(String key) {
        StakeholderEntity entity = repository
                .findVisible(key, caller.organisation().orElse(""), AreaScope.of(caller, INSIDERS))
                .orElseThrow(() -> new NotFound("stakeholder.not-found", key));
        return new Stored<>(entity.view(), entity.version, false);
    }

    @Transactional
    List<Stakeholder> list(Filter filter, String after, int limit) {
        return repository
                .list(filter, caller.organisation().orElse(""), AreaScope.of(caller, INSIDERS), after, limit)
                .stream()
                .map(StakeholderEntity::view)
                .toList();
    }

    private Stored<Stakeholder> create(String key, StakeholderBody body) {
        StakeholderEntity entity = new StakeholderEntity();
        entity.key = key;
        entity.set(body);
        repository.insert(entity);
        changed("stakeholder-created", entity, null);
        return new Stored<>(entity.view(), entity.version, true);
    }

    private void requireMayWrite(String key, StakeholderBody body) {
        if (caller.hasAny(INSIDERS)) {
            spaces.requireWithin(caller, body.spaces());
        } else if (!caller.organisation().equals(Optional.of(key))) {
            throw new Forbidden("organisation.foreign");
        }
    }

    private void changed(String action, StakeholderEntity entity, StakeholderBody before) {
        audit.record(action, "stakeholders/" + entity.key, before, entity.body());
        announcements.publish(new OutgoingEvent(
                Topics.STAKEHOLDER,
                entity.key,
                EventTypes.STAKEHOLDER_CHANGED,
                entity.key,
                entity.version,
                new StakeholderChanged(entity.key, entity.name, entity.kind, entity.published, entity.version)));
    }
}
