package de.quartierwerk.classification.scheme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** Schemes by their code. */
@ApplicationScoped
class SchemeRepository implements PanacheRepositoryBase<SchemeEntity, String> {
    /** Locks a scheme until the transaction ends, and creates it where it is new. */
    SchemeEntity lock(String code) {
        getEntityManager()
                .createNativeQuery("insert into scheme (code, latest, revision) values (:code, 0, 0)"
                        + " on conflict on constraint pk_scheme do nothing")
                .setParameter("code", code)
                .executeUpdate();
        SchemeEntity scheme = findById(code);
        getEntityManager().refresh(scheme, LockModeType.PESSIMISTIC_WRITE);
        return scheme;
    }

    /** Counts a change of what a locked scheme shows, though none of its own. */
    void touch(SchemeEntity scheme) {
        getEntityManager().lock(scheme, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
