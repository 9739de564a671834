package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/** Queries on budget lines and commitments. */
@ApplicationScoped
class BudgetRepository {

    /** Lines of open programmes are everybody's to see. */
    private static final String VISIBLE = """
            (:all or exists (select 1 from programme p where p.budget_line = l.code and p.open
                and (p.open_from is null or p.open_from <= :today) and (p.open_to is null or p.open_to >= :today)))""";

    private final Session session;

    BudgetRepository(Session session) {
        this.session = session;
    }

    BudgetLineEntity find(String code) {
        return session.find(BudgetLineEntity.class, code);
    }

    /** The row, locked for a change until the end of the transaction. */
    BudgetLineEntity lock(String code) {
        return session.find(BudgetLineEntity.class, code, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The row, kept from being changed until the end of the transaction. */
    BudgetLineEntity hold(String code) {
        return session.find(BudgetLineEntity.class, code, LockModeType.PESSIMISTIC_READ);
    }

    void insert(BudgetLineEntity entity) {
        session.persist(entity);
    }

    /** Writes what is pending, so that queries see it. */
    void flush() {
        session.flush();
    }

    /** Locks groups in the order of their names until the end of the transaction; creates those that are new. */
    void lockGroups(Collection<String> groups) {
        for (String group : groups.stream().distinct().sorted().toList()) {
            session.createNativeMutationQuery(
                            "insert into budget_group (code) values (:code) on conflict on constraint pk_budget_group do nothing")
                    .setParameter("code", group)
                    .executeUpdate();
            session.createNativeQuery("select code from budget_group where code = :code for update", String.class)
                    .setParameter("code", group)
                    .getSingleResult();
        }
    }

    List<BudgetLineEntity> linesOf(String group) {
        return session.createSelectionQuery(
                        "from BudgetLineEntity where coverGroup = :group order by code", BudgetLineEntity.class)
                .setParameter("group", group)
                .getResultList();
    }

    /** Committed money of a group's lines by year. */
    Map<Integer, Money> committedOfGroup(String group) {
        return byYear(session.createNativeQuery("""
                        select c.year, sum(c.amount) from commitment c join budget_line l on l.code = c.line
                        where l.cover_group = :code group by c.year""", Object[].class)
                .setParameter("code", group)
                .getResultList());
    }

    /** Committed money of a line by year. */
    Map<Integer, Money> committedOfLine(String line) {
        return byYear(session.createNativeQuery(
                        "select c.year, sum(c.amount) from commitment c where c.line = :code group by c.year",
                        Object[].class)
                .setParameter("code", line)
                .getResultList());
    }

    void commit(UUID application, String line, int year, Money amount) {
        session.createNativeMutationQuery(
                        "insert into commitment (application, line, year, amount) values (:application, :line, :year, :amount)")
                .setParameter("application", application)
                .setParameter("line", line)
                .setParameter("year", year)
                .setParameter("amount", amount.value())
                .executeUpdate();
    }

    Optional<BudgetLineEntity> findVisible(String code, boolean all, LocalDate today) {
        return session.createNativeQuery(
                        "select l.* from budget_line l where l.code = :code and " + VISIBLE, BudgetLineEntity.class)
                .setParameter("code", code)
                .setParameter("all", all)
                .setParameter("today", today)
                .uniqueResultOptional();
    }

    List<BudgetLineEntity> list(boolean all, LocalDate today, String after, int limit) {
        return session.createNativeQuery(
                        "select l.* from budget_line l where l.code > :after and " + VISIBLE
                                + " order by l.code limit :limit",
                        BudgetLineEntity.class)
                .setParameter("after", after)
                .setParameter("all", all)
                .setParameter("today", today)
                .setParameter("limit", limit)
                .getResultList();
    }

    private static Map<Integer, Money> byYear(List<Object[]> rows) {
        Map<Integer, Money> byYear = new TreeMap<>();
        rows.forEach(row -> byYear.put((Integer) row[0], Money.of((BigDecimal) row[1])));
        return byYear;
    }
}
