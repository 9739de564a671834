package de.quartierwerk.funding.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Queries on changes of budget lines. */
@ApplicationScoped
class BudgetAuthorisationRepository implements PanacheRepositoryBase<BudgetAuthorisation, UUID> {

    /** The row, locked until the end of the transaction. */
    @Nullable
    BudgetAuthorisation lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<BudgetAuthorisation> ofLine(String line) {
        return list("line = ?1 order by proposedAt, id", line);
    }
}
