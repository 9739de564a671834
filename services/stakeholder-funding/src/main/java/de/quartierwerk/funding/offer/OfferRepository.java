package de.quartierwerk.funding.offer;

import de.quartierwerk.funding.space.Scope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries on offers. */
@ApplicationScoped
class OfferRepository implements PanacheRepositoryBase<Offer, String> {

    private static final String VISIBLE =
            "(o.published = true or o.stakeholder = :organisation or " + Scope.touches("o.spaces") + ")";

    private static final String LIST = "from Offer o where o.key > :after and " + VISIBLE
            + " and (:stakeholder = '' or o.stakeholder = :stakeholder)"
            + " and (:space = '' or array_contains(o.spaces, :space))"
            + " and (:need = '' or array_contains(o.needs, :need))"
            + " order by o.key";

    /** What a list is filtered by; an empty text does not filter. */
    record Filter(String stakeholder, String space, String need) {}

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    Offer lock(String key) {
        return findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Offer> findVisible(String key, Scope scope) {
        return find("from Offer o where o.key = :key and " + VISIBLE, scope.and(Map.of("key", key)))
                .firstResultOptional();
    }

    List<OfferResponse> list(Filter filter, Scope scope, String after, int limit) {
        return find(
                        LIST,
                        scope.and(Map.of(
                                "after",
                                after,
                                "stakeholder",
                                filter.stakeholder(),
                                "space",
                                filter.space(),
                                "need",
                                filter.need())))
                .page(0, limit)
                .project(OfferResponse.class)
                .list();
    }

    /** Whether a published offer is for this group. */
    boolean isFor(String group) {
        return count("published = true and lower(targetGroup) = lower(?1)", group) > 0;
    }

    /** Whether an offer names the field of action. */
    boolean names(String need) {
        return count("array_contains(needs, ?1)", need) > 0;
    }
}
