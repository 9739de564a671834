package de.quartierwerk.funding.paper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on mandates. */
@ApplicationScoped
class MandateRepository implements PanacheRepositoryBase<Mandate, UUID> {

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    Mandate lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the papers, in the order in which they are due. */
    List<Mandate> ofPapers(Collection<String> papers) {
        return list("paper in ?1 order by due, id", papers);
    }

    /**
     * In the order in which they are due, after the place given.
     *
     * @param states the states to be found
     * @param before day before which they are due
     */
    List<Mandate> list(List<MandateState> states, LocalDate before, LocalDate due, UUID id, int limit) {
        return find("state in ?1 and due < ?2 and (due, id) > (?3, ?4) order by due, id", states, before, due, id)
                .page(0, limit)
                .list();
    }
}
