package de.quartierwerk.funding.offer;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.need.PublishedNeeds;
import de.quartierwerk.funding.offer.OfferRepository.Filter;
import de.quartierwerk.funding.space.Scope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.Stakeholders;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules of offers: suppliers write those of their own organisation, planners those in their areas. */
@ApplicationScoped
class OfferService {

    private final OfferRepository repository;
    private final Stakeholders stakeholders;
    private final PublishedNeeds needs;
    private final Spaces spaces;
    private final Caller caller;
    private final Audit audit;
    private final RequestEvents events;

    OfferService(
            OfferRepository repository,
            Stakeholders stakeholders,
            PublishedNeeds needs,
            Spaces spaces,
            Caller caller,
            Audit audit,
            RequestEvents events) {
        this.repository = repository;
        this.stakeholders = stakeholders;
        this.needs = needs;
        this.spaces = spaces;
        this.caller = caller;
        this.audit = audit;
        this.events = events;
    }

    /** Answers 404 for an offer that the caller must not see, 403 for one that the caller sees but must not write. */
    @Transactional
    Stored<OfferResponse> put(String key, OfferRequest request, IfMatch ifMatch) {
        requireMayWrite(request.stakeholder(), request.spaces());
        stakeholders.requireVisible("/stakeholder", request.stakeholder(), scope());
        Offer entity = repository.lock(key);
        if (entity == null) {
            ifMatch.checkAbsent();
            return create(key, request);
        }
        if (repository.findVisible(key, scope()).isEmpty()) {
            throw new NotFound("offer.not-found", key);
        }
        requireMayWrite(entity.stakeholder, entity.spaces);
        OfferRequest before = entity.request();
        if (before.equals(request)) {
            ifMatch.check(entity.version);
        } else {
            ifMatch.require(entity.version);
            entity.set(request);
            repository.flush();
            changed("offer-changed", entity, before);
        }
        return new Stored<>(entity.response(), entity.version, false);
    }

    @Transactional
    Stored<OfferResponse> get(String key) {
        return repository
                .findVisible(key, scope())
                .map(entity -> new Stored<>(entity.response(), entity.version, false))
                .orElseThrow(() -> new NotFound("offer.not-found", key));
    }

    @Transactional
    List<OfferResponse> list(Filter filter, String after, int limit) {
        return repository.list(filter, scope(), after, limit);
    }

    /** Refuses a filter by an actor or a field of action that the caller cannot know of with 404. */
    @Transactional
    void requireFilter(Filter filter) {
        if (!filter.stakeholder().isEmpty() && !stakeholders.isVisible(filter.stakeholder(), scope())) {
            throw new NotFound("stakeholder.unknown", filter.stakeholder());
        }
        String need = filter.need();
        if (!need.isEmpty() && !repository.names(need) && !needs.isKnown(need)) {
            throw new NotFound("need.unknown", need);
        }
    }

    private Stored<OfferResponse> create(String key, OfferRequest request) {
        Offer entity = new Offer();
        entity.key = key;
        entity.set(request);
        repository.persistAndFlush(entity);
        changed("offer-created", entity, null);
        return new Stored<>(entity.response(), entity.version, true);
    }

    private Scope scope() {
        return Scope.of(caller, RoleGroups.planning());
    }

    private void requireMayWrite(String stakeholder, List<String> serves) {
        if (caller.hasAny(RoleGroups.planning())) {
            spaces.requireWithin(caller, serves);
        } else if (!caller.organisation().equals(Optional.of(stakeholder))) {
            throw new Forbidden("organisation.foreign");
        }
    }

    private void changed(String action, Offer entity, @Nullable OfferRequest before) {
        audit.record(action, "offers/" + entity.key, before, entity.request());
        events.publish(event(entity));
    }

    /** The event that tells an offer. */
    static OutgoingEvent event(Offer entity) {
        return new OutgoingEvent(
                Topics.STAKEHOLDER,
                entity.stakeholder,
                EventTypes.OFFER_CHANGED,
                entity.key,
                entity.version,
                new OfferChanged(
                        entity.key,
                        entity.stakeholder,
                        entity.name,
                        entity.description,
                        entity.targetGroup,
                        entity.spaces,
                        entity.needs,
                        entity.published,
                        entity.version));
    }
}
