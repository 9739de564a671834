package de.quartierwerk.registry.level;

import de.quartierwerk.events.LevelWithdrawn;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** Levels in the database. */
@ApplicationScoped
class LevelRepository implements PanacheRepositoryBase<SpaceLevel, String> {

    boolean exists(String code) {
        return count("code", code) > 0;
    }

    /** Locks the level, if there is one, until the transaction ends. */
    Optional<SpaceLevel> findForChange(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Levels in the order of rank and code, from the one after these on. */
    List<LevelResponse> list(int rank, String code, int limit) {
        return find("rank > ?1 or rank = ?1 and code > ?2 order by rank, code", rank, code).range(0, limit - 1).stream()
                .map(SpaceLevel::toResponse)
                .toList();
    }

    /** Prepares a level that is defined in the same transaction, unless there is one of that code. */
    boolean prepare(String code) {
        return getEntityManager()
                        .createNativeQuery(
                                "insert into space_level (code, name, rank, version, announced) select :code, '', 0,"
                                        + " coalesce((select version from withdrawn_level where code = :code), 0), true"
                                        + " on conflict do nothing")
                        .setParameter("code", code)
                        .executeUpdate()
                == 1;
    }

    /** Removes a level, but keeps its version, which grows by that. */
    LevelWithdrawn withdraw(SpaceLevel level) {
        LevelWithdrawn withdrawn = new LevelWithdrawn(level.code, level.version + 1);
        getEntityManager()
                .createNativeQuery("insert into withdrawn_level (code, version) values (:code, :version)"
                        + " on conflict (code) do update set version = excluded.version")
                .setParameter("code", withdrawn.code())
                .setParameter("version", withdrawn.version())
                .executeUpdate();
        delete(level);
        return withdrawn;
    }

    /** What is no level any more. */
    @SuppressWarnings("unchecked") // a native query knows no types
    List<LevelWithdrawn> listWithdrawn() {
        return getEntityManager()
                .createNativeQuery(
                        "select code, version from withdrawn_level w"
                                + " where not exists (select 1 from space_level s where s.code = w.code) order by code",
                        LevelWithdrawn.class)
                .getResultList();
    }

    /** How many spaces are, were or will be on the level. */
    long countSpaces(String code) {
        return getEntityManager()
                .createQuery("select count(*) from SpaceEntity where level = :code", Long.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    /** A space whose parent would not lie on a larger level if the level had the rank. */
    Optional<String> findSpaceThatForbids(String code, int rank) {
        return getEntityManager()
                .createQuery("""
                        select child.key from SpaceEntity child
                        join SpaceEntity parent on parent.key = child.parent and parent.validFrom <= child.validFrom
                            and (parent.validTo is null or parent.validTo >= child.validFrom)
                        join SpaceLevel larger on larger.code = parent.level
                        join SpaceLevel smaller on smaller.code = child.level
                        where child.level = :code and larger.rank >= :rank
                            or parent.level = :code and smaller.rank <= :rank
                        order by child.key
                        """, String.class)
                .setParameter("code", code)
                .setParameter("rank", rank)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** A space whose parent would lie neither in the hierarchy of its level nor in the administrative one. */
    Optional<String> findSpaceThatForbids(String code, String hierarchy) {
        return getEntityManager()
                .createQuery("""
                        select child.key from SpaceEntity child
                        join SpaceEntity parent on parent.key = child.parent and parent.validFrom <= child.validFrom
                            and (parent.validTo is null or parent.validTo >= child.validFrom)
                        join SpaceLevel larger on larger.code = parent.level
                        join SpaceLevel smaller on smaller.code = child.level
                        where child.level = :code and parent.level <> :code
                                and larger.hierarchy not in (:hierarchy, 'administrative')
                            or parent.level = :code and child.level <> :code
                                and :hierarchy not in (smaller.hierarchy, 'administrative')
                        order by child.key
                        """, String.class)
                .setParameter("code", code)
                .setParameter("hierarchy", hierarchy)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Locks the levels that came with the installation and were not yet announced to the other services. */
    List<SpaceLevel> findUnannouncedForChange() {
        return find("not announced").withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }
}
