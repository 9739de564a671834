package de.quartierwerk.funding.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;

/** Queries on cover groups. */
@ApplicationScoped
class BudgetGroupRepository implements PanacheRepositoryBase<BudgetGroup, String> {

    private static final String CREATE =
            "insert into budget_group (code) values (:code) on conflict on constraint pk_budget_group do nothing";

    /** Locks groups in the order of their names until the end of the transaction; creates those that are new. */
    void lock(Collection<String> groups) {
        for (String group : groups.stream().distinct().sorted().toList()) {
            getEntityManager()
                    .createNativeQuery(CREATE)
                    .setParameter("code", group)
                    .executeUpdate();
            findById(group, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
