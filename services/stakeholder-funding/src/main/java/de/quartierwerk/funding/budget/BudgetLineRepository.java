package de.quartierwerk.funding.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries on budget lines. */
@ApplicationScoped
class BudgetLineRepository implements PanacheRepositoryBase<BudgetLine, String> {

    /** Everybody sees the lines of open programmes. */
    private static final String VISIBLE = """
            (:all = true or exists (select 1 from ProgrammeEntity p where p.budgetLine = l.code and p.open = true
                and (p.openFrom is null or p.openFrom <= :today) and (p.openTo is null or p.openTo >= :today)))""";

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    BudgetLine lock(String code) {
        return findById(code, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The row, kept from being changed until the end of the transaction. */
    @Nullable
    BudgetLine hold(String code) {
        return findById(code, LockModeType.PESSIMISTIC_READ);
    }

    List<BudgetLineRow> ofGroups(Collection<String> groups) {
        return find("coverGroup in ?1 order by code", groups)
                .project(BudgetLineRow.class)
                .list();
    }

    /** The lines with these codes and those of their groups. */
    List<BudgetLineRow> aroundLines(Collection<String> codes) {
        return find("coverGroup in (select l.coverGroup from BudgetLine l where l.code in ?1) order by code", codes)
                .project(BudgetLineRow.class)
                .list();
    }

    Optional<BudgetLine> findVisible(String code, boolean all, LocalDate today) {
        return find(
                        "from BudgetLine l where l.code = :code and " + VISIBLE,
                        Map.of("code", code, "all", all, "today", today))
                .firstResultOptional();
    }

    List<BudgetLineRow> list(boolean all, LocalDate today, String after, int limit) {
        return find(
                        "from BudgetLine l where l.code > :after and " + VISIBLE + " order by l.code",
                        Map.of("after", after, "all", all, "today", today))
                .page(0, limit)
                .project(BudgetLineRow.class)
                .list();
    }
}
