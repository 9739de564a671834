package de.quartierwerk.funding.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Queries on closed years. */
@ApplicationScoped
class BudgetClosingRepository implements PanacheRepositoryBase<BudgetClosing, Integer> {

    boolean isClosed(int year) {
        return count("year = ?1", year) > 0;
    }
}
