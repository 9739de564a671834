package de.quartierwerk.classification.run;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.jpa.SpecHints;
import org.jspecify.annotations.Nullable;

/** Queries on runs. */
@ApplicationScoped
class RunRepository implements PanacheRepositoryBase<RunEntity, UUID> {
    private static final int SKIP_LOCKED = -2;

    /** Preliminary runs are seen by those within whose areas at least one of their spaces lies. */
    private static final String VISIBLE = """
            (r.publication.standing = PUBLISHED or (:preliminary = true and (:everywhere = true or exists (
                select 1 from SpaceEntity s where s.level = r.subject.level and cast(sql('? && cast(? as text[])', s.path, :areas) as Boolean) = true
                    and (r.subject.area is null or cast(sql('? = any(?)', r.subject.area, s.path) as Boolean) = true)))))""";

    private static final String ATTEMPTS = "coalesce((select a.attempts from RunAttempt a where a.run = r.id), 0)";

    private static final String SUPERSESSIONS = """
            select new de.quartierwerk.classification.run.Supersession(r.id,
                (select b.id from RunEntity b where b.subject.scheme = r.subject.scheme
                    and b.subject.area is not distinct from r.subject.area and b.subject.period = r.subject.period
                    and b.publication.startedAt < r.publication.startedAt
                    order by b.publication.startedAt desc, b.number desc limit 1),
                (select n.id from RunEntity n where n.subject.scheme = r.subject.scheme
                    and n.subject.area is not distinct from r.subject.area and n.subject.period = r.subject.period
                    and n.publication.startedAt > r.publication.startedAt and n.publication.standing = PUBLISHED
                    and r.publication.standing = PUBLISHED
                    order by n.publication.startedAt, n.number limit 1))
            from RunEntity r where r.id in :runs and r.publication.startedAt is not null""";

    private static final String PUBLISHED_BEFORE = """
            from RunEntity r where r.subject.scheme = :scheme and r.subject.area is not distinct from :area
                and r.publication.startedAt < (select n.publication.startedAt from RunEntity n where n.id = :run)
            order by r.publication.startedAt desc, r.number desc""";

    private static Map<String, @Nullable Object> parameters(Scope scope) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("preliminary", scope.preliminary());
        parameters.put("everywhere", scope.everywhere());
        parameters.put("areas", scope.areas().toArray(String[]::new));
        return parameters;
    }

    Optional<RunEntity> findVisible(UUID id, Scope scope) {
        Map<String, @Nullable Object> parameters = parameters(scope);
        parameters.put("id", id);
        return find("from RunEntity r where r.id = :id and " + VISIBLE, parameters)
                .firstResultOptional();
    }

    /** Runs that are published or being published, in the order of their publication. */
    List<RunEntity> allInPublication() {
        return list("publication.startedAt is not null order by publication.startedAt, number");
    }

    /** Runs before a number, the newest first. */
    List<RunEntity> list(RunFilter filter, Scope scope, long before, int limit) {
        StringBuilder query = new StringBuilder("from RunEntity r where r.number < :before and ").append(VISIBLE);
        Map<String, @Nullable Object> parameters = parameters(scope);
        parameters.put("before", before);
        add(query, parameters, "subject.scheme", filter.scheme());
        add(query, parameters, "subject.period", filter.period());
        add(query, parameters, "publication.standing", filter.standing());
        add(query, parameters, "ending.state", filter.state());
        return find(query + " order by r.number desc", parameters)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .range(0, limit - 1)
                .list();
    }

    private static void add(
            StringBuilder query, Map<String, @Nullable Object> parameters, String attribute, @Nullable Object value) {
        if (value != null) {
            String name = attribute.substring(attribute.indexOf('.') + 1);
            query.append(" and r.").append(attribute).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    /** Takes the next waiting run until the transaction ends; runs that were tried before come last. */
    Optional<RunEntity> takeNext(int mostAttempts) {
        return find(
                        "from RunEntity r where r.ending.state = RUNNING and " + ATTEMPTS + " < ?1 order by " + ATTEMPTS
                                + ", r.number",
                        mostAttempts)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .firstResultOptional();
    }

    /** Takes the runs that were tried so often, unless the last attempt is still being made. */
    List<RunEntity> takeWorn(int mostAttempts) {
        return find("from RunEntity r where r.ending.state = RUNNING and " + ATTEMPTS + " >= ?1", mostAttempts)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, SKIP_LOCKED)
                .list();
    }

    /** Locks a run until the transaction ends, and reads it as it is then. */
    RunEntity lock(UUID id) {
        RunEntity run = findById(id);
        getEntityManager().refresh(run, LockModeType.PESSIMISTIC_WRITE);
        return run;
    }

    /** The run published last before another, of its scheme and area and any period. */
    Optional<RunEntity> publishedBefore(Run run) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("scheme", run.scheme());
        parameters.put("area", run.area());
        parameters.put("run", run.id());
        return find(PUBLISHED_BEFORE, parameters).firstResultOptional();
    }

    /** The runs around those of the given ones that are published or being published. */
    List<Supersession> supersessions(Collection<UUID> runs) {
        return getEntityManager()
                .createQuery(SUPERSESSIONS, Supersession.class)
                .setParameter("runs", runs)
                .getResultList();
    }

    /** Texts of the periods that a scheme was run for. */
    List<String> periods(String scheme) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.subject.period from RunEntity r where r.subject.scheme = ?1", String.class)
                .setParameter(1, scheme)
                .getResultList();
    }
}
