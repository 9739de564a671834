package de.quartierwerk.funding.stakeholder;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.StakeholderChanged;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.space.Scope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.StakeholderRepository.Filter;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules of actors: suppliers write their own organisation, planners the actors of their areas. */
@ApplicationScoped
class StakeholderService {

    private final StakeholderRepository repository;
    private final Spaces spaces;
    private final Caller caller;
    private final Audit audit;
    private final RequestEvents events;

    StakeholderService(
            StakeholderRepository repository, Spaces spaces, Caller caller, Audit audit, RequestEvents events) {
        this.repository = repository;
        this.spaces = spaces;
        this.caller = caller;
        this.audit = audit;
        this.events = events;
    }

    /** Answers 404 for an actor that the caller must not see, 403 for one that the caller sees but must not write. */
    @Transactional
    Stored<StakeholderResponse> put(String key, StakeholderRequest body, IfMatch ifMatch) {
        requireMayWrite(key, body.spaces());
        Stakeholder entity = repository.lock(key);
        if (entity == null) {
            ifMatch.checkAbsent();
            return create(key, partOf(key, body, null));
        }
        if (repository.findVisible(key, scope()).isEmpty()) {
            throw new NotFound("stakeholder.not-found", key);
        }
        requireMayWrite(key, entity.spaces);
        StakeholderRequest before = entity.request();
        StakeholderRequest request = partOf(key, body, entity.partOf);
        if (before.equals(request)) {
            ifMatch.check(entity.version);
        } else {
            ifMatch.require(entity.version);
            entity.set(request);
            repository.flush();
            changed("stakeholder-changed", entity, before);
        }
        return new Stored<>(entity.response(), entity.version, false);
    }

    @Transactional
    Stored<StakeholderResponse> get(String key) {
        return repository
                .findVisible(key, scope())
                .map(entity -> new Stored<>(entity.response(), entity.version, false))
                .orElseThrow(() -> new NotFound("stakeholder.not-found", key));
    }

    @Transactional
    List<StakeholderResponse> list(Filter filter, String after, int limit) {
        return repository.list(filter, scope(), after, limit);
    }

    private Stored<StakeholderResponse> create(String key, StakeholderRequest request) {
        Stakeholder entity = new Stakeholder();
        entity.key = key;
        entity.set(request);
        repository.persistAndFlush(entity);
        changed("stakeholder-created", entity, null);
        return new Stored<>(entity.response(), entity.version, true);
    }

    /**
     * What an actor is a part of decides whose applications count together, so that the actor itself does not say it.
     */
    private StakeholderRequest partOf(String key, StakeholderRequest body, @Nullable String present) {
        String partOf = body.partOf();
        if (!caller.hasAny(RoleGroups.planning())) {
            return body.within(present);
        }
        if (partOf != null
                && (partOf.equals(key) || repository.findByIdOptional(partOf).isEmpty())) {
            throw new Invalid(
                    "stakeholder.unknown",
                    List.of(InputError.at("/partOf", "stakeholder.unknown", partOf, partOf)),
                    partOf);
        }
        return body;
    }

    private Scope scope() {
        return Scope.of(caller, RoleGroups.planning());
    }

    private void requireMayWrite(String key, List<String> worksIn) {
        if (caller.hasAny(RoleGroups.planning())) {
            spaces.requireWithin(caller, worksIn);
        } else if (!caller.organisation().equals(Optional.of(key))) {
            throw new Forbidden("organisation.foreign");
        }
    }

    private void changed(String action, Stakeholder entity, @Nullable StakeholderRequest before) {
        audit.record(action, "stakeholders/" + entity.key, before, entity.request());
        events.publish(event(entity));
    }

    /** The event that tells an actor; of a person, no name. */
    static OutgoingEvent event(Stakeholder entity) {
        return new OutgoingEvent(
                Topics.STAKEHOLDER,
                entity.key,
                EventTypes.STAKEHOLDER_CHANGED,
                entity.key,
                entity.version,
                new StakeholderChanged(entity.key, entity.toldName(), entity.kind, entity.published, entity.version));
    }
}
