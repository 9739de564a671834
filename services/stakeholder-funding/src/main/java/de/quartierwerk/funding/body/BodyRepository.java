package de.quartierwerk.funding.body;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries on bodies. */
@ApplicationScoped
class BodyRepository implements PanacheRepositoryBase<BodyEntity, String> {

    /**
     * Lets one transaction at a time change bodies, so that two changes cannot overlap unseen; readers go on. No row
     * stands for all bodies, so that the table itself is locked.
     */
    void lockAll() {
        getEntityManager()
                .createNativeQuery("lock table body in share row exclusive mode")
                .executeUpdate();
    }

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    BodyEntity lock(String code) {
        return findById(code, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Body> findBody(String code) {
        return find("code = ?1", code).project(Body.class).firstResultOptional();
    }

    List<Body> list(String after, int limit) {
        return find("code > ?1 order by code", after)
                .page(0, limit)
                .project(Body.class)
                .list();
    }

    /** All bodies but this one. */
    List<Body> others(String code) {
        return all().stream().filter(other -> !other.code().equals(code)).toList();
    }

    List<Body> all() {
        return find("order by code").project(Body.class).list();
    }
}
