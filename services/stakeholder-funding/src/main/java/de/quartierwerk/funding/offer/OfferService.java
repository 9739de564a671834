package de.quartierwerk.funding.offer;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.OfferChanged;
import de.quartierwerk.events.Topics;
import de.quartierwerk.funding.answer.Announcements;
import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.offer.OfferRepository.Filter;
import de.quartierwerk.funding.space.AreaScope;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.funding.stakeholder.Stakeholders;
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

/** Rules of offers: suppliers write those of their own organisation, planners those in their areas. */
@ApplicationScoped
class OfferService {

    private static final String[] INSIDERS = {Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.ADMIN
    };

    private final OfferRepository repository;
    private final Stakeholders stakeholders;
    private final Spaces spaces;
    private final Caller caller;
    private final Audit audit;
    private final Announcements announcements;

    OfferService(
            OfferRepository repository,
            Stakeholders stakeholders,
            Spaces spaces,
            Caller caller,
            Audit audit,
            Announcements announcements) {
        this.repository = repository;
        this.stakeholders = stakeholders;
        this.spaces = spaces;
        this.caller = caller;
        this.audit = audit;
        this.announcements = announcements;
    }

    @Transactional
    Stored<Offer> put(String key, OfferBody body, Precondition precondition) {
        OfferEntity entity = repository.lock(key);
        if (entity != null) {
            requireMayWrite(entity.body());
        }
        requireMayWrite(body);
        stakeholders.requireKnown("/stakeholder", body.stakeholder());
        if (entity == null) {
            return create(key, body);
        }
        OfferBody before = entity.body();
        if (!before.equals(body)) {
            precondition.require(entity.version);
            entity.set(body);
            changed("offer-changed", entity, before);
        }
        return new Stored<>(entity.view(), entity.version, false);
    }

    @Transactional
    Stored<Offer> get(String key) {
        OfferEntity entity = repository
                .findVisible(key, caller.organisation().orElse(""), AreaScope.of(caller, INSIDERS))
                .orElseThrow(() -> new NotFound("offer.not-found", key));
        return new Stored<>(entity.view(), entity.version, false);
    }

    @Transactional
    List<Offer> list(Filter filter, String after, int limit) {
        return repository
                .list(filter, caller.organisation().orElse(""), AreaScope.of(caller, INSIDERS), after, limit)
                .stream()
                .map(OfferEntity::view)
                .toList();
    }

    private Stored<Offer> create(String key, OfferBody body) {
        OfferEntity entity = new OfferEntity();
        entity.key = key;
        entity.set(body);
        repository.insert(entity);
        changed("offer-created", entity, null);
        return new Stored<>(entity.view(), entity.version, true);
    }

    private void requireMayWrite(OfferBody body) {
        if (caller.hasAny(INSIDERS)) {
            spaces.requireWithin(caller, body.spaces());
        } else if (!caller.organisation().equals(Optional.of(body.stakeholder()))) {
            throw new Forbidden("organisation.foreign");
        }
    }

    private void changed(String action, OfferEntity entity, OfferBody before) {
        audit.record(action, "offers/" + entity.key, before, entity.body());
        announcements.publish(new OutgoingEvent(
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
                        List.of(entity.spaces),
                        List.of(entity.needs),
                        entity.published,
                        entity.version)));
    }
}
