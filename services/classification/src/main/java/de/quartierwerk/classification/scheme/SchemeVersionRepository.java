package de.quartierwerk.classification.scheme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Versions of schemes. */
@ApplicationScoped
class SchemeVersionRepository implements PanacheRepositoryBase<SchemeVersionEntity, Schemes.Key> {
    private static final String WITHOUT_DOCUMENT = """
            select new de.quartierwerk.classification.scheme.SchemeVersion(v.code, v.version, v.title, v.level,
                v.automatic, v.author, v.createdAt, v.approvedBy, v.approvedAt)
            from SchemeVersionEntity v""";

    private static final String IS_LATEST = "v.version = (select s.latest from SchemeEntity s where s.code = v.code)";

    /** When a version was approved. */
    record Approval(String code, int version, Instant approvedAt) {}

    Optional<SchemeVersionEntity> latest(String code) {
        return find("from SchemeVersionEntity v where v.code = ?1 and " + IS_LATEST, code)
                .firstResultOptional();
    }

    boolean exists(String code) {
        return count("code = ?1", code) > 0;
    }

    /** Latest versions of the schemes after a code, in the order of their codes. */
    List<SchemeVersion> list(String after, int limit) {
        return getEntityManager()
                .createQuery(
                        WITHOUT_DOCUMENT + " where v.code > :after and " + IS_LATEST + " order by v.code",
                        SchemeVersion.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Versions of a scheme before one, the newest first. */
    List<SchemeVersion> versions(String code, int before, int limit) {
        return getEntityManager()
                .createQuery(
                        WITHOUT_DOCUMENT + " where v.code = :code and v.version < :before order by v.version desc",
                        SchemeVersion.class)
                .setParameter("code", code)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Latest versions marked automatic that use one of the indicators. */
    List<SchemeVersionEntity> automatic(Collection<String> indicators) {
        return list(
                "from SchemeVersionEntity v where v.automatic = true and "
                        + "cast(sql('? && cast(? as text[])', v.indicators, :indicators) as Boolean) = true"
                        + " and " + IS_LATEST + " order by v.code",
                Map.of("indicators", indicators.toArray(String[]::new)));
    }

    /** Approvals of versions of schemes. */
    List<Approval> approvals(Collection<String> codes) {
        return getEntityManager()
                .createQuery(
                        "select v.code, v.version, v.approvedAt from SchemeVersionEntity v"
                                + " where v.code in :codes and v.approvedAt is not null",
                        Approval.class)
                .setParameter("codes", codes)
                .getResultList();
    }
}
