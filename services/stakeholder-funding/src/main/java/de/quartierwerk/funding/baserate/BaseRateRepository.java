package de.quartierwerk.funding.baserate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on base rates. */
@ApplicationScoped
class BaseRateRepository implements PanacheRepositoryBase<BaseRate, LocalDate> {

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    BaseRate lock(LocalDate day) {
        return findById(day, LockModeType.PESSIMISTIC_WRITE);
    }

    List<BaseRate> all() {
        return list("order by validFrom");
    }
}
