package de.quartierwerk.funding.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Queries on programmes. */
@ApplicationScoped
class ProgrammeRepository implements PanacheRepositoryBase<ProgrammeEntity, String> {

    private static final String VISIBLE =
            "(:all = true or p.open = true and (p.openFrom is null or p.openFrom <= :today)"
                    + " and (p.openTo is null or p.openTo >= :today))";

    private static final String LIST = """
            select p.code, new de.quartierwerk.funding.programme.ProgrammeRequest(p.name, p.description, p.budgetLine,
                p.area, p.matter, p.open, p.openFrom, p.openTo, p.voluntary, p.earlyStartAllowed, p.kinds, p.financings,
                p.criteria, p.terms)
            from ProgrammeEntity p where p.code > :after and\s""" + VISIBLE + " order by p.code";

    private static final String PROGRAMMES = """
            select p.code, p.version, p.budgetLine, p.area, p.matter,
                new de.quartierwerk.funding.programme.Programme$Window(p.open, p.openFrom, p.openTo),
                p.voluntary, p.earlyStartAllowed, p.kinds, p.financings, p.criteria, p.terms
            from ProgrammeEntity p where p.code in ?1""";

    /** The row, locked for a change until the end of the transaction. */
    @Nullable
    ProgrammeEntity lock(String code) {
        return findById(code, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<ProgrammeEntity> findVisible(String code, boolean all, LocalDate today) {
        return find(
                        "from ProgrammeEntity p where p.code = :code and " + VISIBLE,
                        Map.of("code", code, "all", all, "today", today))
                .firstResultOptional();
    }

    List<ProgrammeRow> list(boolean all, LocalDate today, String after, int limit) {
        return find(LIST, Map.of("after", after, "all", all, "today", today))
                .page(0, limit)
                .project(ProgrammeRow.class)
                .list();
    }

    List<Programme> programmes(Collection<String> codes) {
        return find(PROGRAMMES, codes).project(Programme.class).list();
    }
}
