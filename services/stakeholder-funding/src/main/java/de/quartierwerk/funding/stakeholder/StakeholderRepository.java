package de.quartierwerk.funding.stakeholder;

import de.quartierwerk.funding.space.AreaScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Queries on actors. */
@ApplicationScoped
class StakeholderRepository {

    private static final String VISIBLE = "(t.published or t.key = :organisation or " + AreaScope.condition("t") + ")";

    private final Session session;

    StakeholderRepository(Session session) {
        this.session = session;
    }

    /** What a list is filtered by; an empty text does not filter. */
    record Filter(String text, String kind, String space) {}

    StakeholderEntity find(String key) {
        return session.find(StakeholderEntity.class, key);
    }

    /** The row, locked for a change until the end of the transaction. */
    StakeholderEntity lock(String key) {
        return session.find(StakeholderEntity.class, key, LockModeType.PESSIMISTIC_WRITE);
    }

    void insert(StakeholderEntity entity) {
        session.persist(entity);
        session.flush();
    }

    Optional<StakeholderEntity> findVisible(String key, String organisation, AreaScope scope) {
        return scope.bind(session.createNativeQuery(
                        "select t.* from stakeholder t where t.key = :key and " + VISIBLE, StakeholderEntity.class))
                .setParameter("key", key)
                .setParameter("organisation", organisation)
                .uniqueResultOptional();
    }

    List<StakeholderEntity> list(Filter filter, String organisation, AreaScope scope, String after, int limit) {
        String sql = "select t.* from stakeholder t where t.key > :after and " + VISIBLE
                + " and (:kind = '' or t.kind = :kind)"
                + " and (:space = '' or :space = any(t.spaces))"
                + " and (:text = '' or strpos(lower(t.name), lower(:text)) > 0)"
                + " order by t.key limit :limit";
        return scope.bind(session.createNativeQuery(sql, StakeholderEntity.class))
                .setParameter("after", after)
                .setParameter("organisation", organisation)
                .setParameter("kind", filter.kind())
                .setParameter("space", filter.space())
                .setParameter("text", filter.text())
                .setParameter("limit", limit)
                .getResultList();
    }
}
