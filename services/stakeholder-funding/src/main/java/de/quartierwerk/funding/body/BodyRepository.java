package de.quartierwerk.funding.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.Session;

/** Queries on bodies. */
@ApplicationScoped
class BodyRepository {

    private final Session session;

    BodyRepository(Session session) {
        this.session = session;
    }

    /** Lets one transaction at a time change bodies, so that two changes cannot overlap unseen; readers go on. */
    void lockAll() {
        session.createNativeMutationQuery("lock table body in share row exclusive mode")
                .executeUpdate();
    }

    BodyEntity find(String code) {
        return session.find(BodyEntity.class, code);
    }

    /** The row, locked for a change until the end of the transaction. */
    BodyEntity lock(String code) {
        return session.find(BodyEntity.class, code, LockModeType.PESSIMISTIC_WRITE);
    }

    void insert(BodyEntity entity) {
        session.persist(entity);
        session.flush();
    }

    List<BodyEntity> list(String after, int limit) {
        return session.createSelectionQuery("from BodyEntity where code > :after order by code", BodyEntity.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<BodyEntity> all() {
        return session.createSelectionQuery("from BodyEntity order by code", BodyEntity.class)
                .getResultList();
    }
}
