package de.quartierwerk.funding.offer;

import de.quartierwerk.funding.space.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Queries on offers. */
@ApplicationScoped
class OfferRepository {

    private static final String VISIBLE =
            "(t.published or t.stakeholder = :organisation or " + AreaScope.condition("t") + ")";

    private final Session session;

    OfferRepository(Session session) {
        this.session = session;
    }

    /** What a list is filtered by; an empty text does not filter. */
    record Filter(String stakeholder, String space, String need) {}

    /** The row, locked for a change until the end of the transaction. */
    OfferEntity lock(String key) {
        return session.find(OfferEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    void insert(OfferEntity entity) {
        session.persist(entity);
        session.flush();
    }

    Optional<OfferEntity> findVisible(String key, String organisation, AreaScope scope) {
        return scope.bind(session.createNativeQuery(
                        "select t.* from offer t where t.key = :key and " + VISIBLE, OfferEntity.class))
                .setParameter("key", key)
                .setParameter("organisation", organisation)
                .uniqueResultOptional();
    }

    List<OfferEntity> list(Filter filter, String organisation, AreaScope scope, String after, int limit) {
        String sql = "select t.* from offer t where t.key > :after and " + VISIBLE
                + " and (:stakeholder = '' or t.stakeholder = :stakeholder)"
                + " and (:space = '' or :space = any(t.spaces))"
                + " and (:need = '' or :need = any(t.needs))"
                + " order by t.key limit :limit";
        return scope.bind(session.createNativeQuery(sql, OfferEntity.class))
                .setParameter("after", after)
                .setParameter("organisation", organisation)
                .setParameter("stakeholder", filter.stakeholder())
                .setParameter("space", filter.space())
                .setParameter("need", filter.need())
                .setParameter("limit", limit)
                .getResultList();
    }
}
