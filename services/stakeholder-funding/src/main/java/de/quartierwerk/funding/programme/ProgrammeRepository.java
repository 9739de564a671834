package de.quartierwerk.funding.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Queries on programmes. */
@ApplicationScoped
class ProgrammeRepository {

    private static final String VISIBLE = "(:all or p.open and (p.open_from is null or p.open_from <= :today)"
            + " and (p.open_to is null or p.open_to >= :today))";

    private final Session session;

    ProgrammeRepository(Session session) {
        this.session = session;
    }

    ProgrammeEntity find(String code) {
        return session.find(ProgrammeEntity.class, code);
    }

    List<ProgrammeEntity> find(Collection<String> codes) {
        return session.createSelectionQuery("from ProgrammeEntity where code in (:codes)", ProgrammeEntity.class)
                .setParameterList("codes", codes)
                .getResultList();
    }

    /** The row, locked for a change until the end of the transaction. */
    ProgrammeEntity lock(String code) {
        return session.find(ProgrammeEntity.class, code, LockModeType.PESSIMISTIC_WRITE);
    }

    void insert(ProgrammeEntity entity) {
        session.persist(entity);
        session.flush();
    }

    Optional<ProgrammeEntity> findVisible(String code, boolean all, LocalDate today) {
        return session.createNativeQuery(
                        "select p.* from programme p where p.code = :code and " + VISIBLE, ProgrammeEntity.class)
                .setParameter("code", code)
                .setParameter("all", all)
                .setParameter("today", today)
                .uniqueResultOptional();
    }

    List<ProgrammeEntity> list(boolean all, LocalDate today, String after, int limit) {
        return session.createNativeQuery(
                        "select p.* from programme p where p.code > :after and " + VISIBLE
                                + " order by p.code limit :limit",
                        ProgrammeEntity.class)
                .setParameter("after", after)
                .setParameter("all", all)
                .setParameter("today", today)
                .setParameter("limit", limit)
                .getResultList();
    }
}
