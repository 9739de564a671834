package de.quartierwerk.funding.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on papers. */
@ApplicationScoped
class PaperRepository implements PanacheRepositoryBase<PaperEntity, String> {

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    PaperEntity lock(String number) {
        return findById(number, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whether an application was decided with this paper. */
    boolean isDecided(String number) {
        return !getEntityManager()
                .createNativeQuery("""
                        select 1 from application a join paper p on a.id = any(p.applications)
                        where p.number = :number and a.decision ->> 'paperNumber' = :number limit 1""")
                .setParameter("number", number)
                .getResultList()
                .isEmpty();
    }

    List<PaperEntity> list(String after, int limit) {
        return find("number > ?1 order by number", after).page(0, limit).list();
    }
}
