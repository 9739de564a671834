package de.quartierwerk.funding.need;

import de.quartierwerk.events.ClassificationPublished;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Queries on published runs. A run is visible when all its batches have arrived; for a space counts, per scheme, the
 * run of the latest period that holds the space, and of several of that period the one published last.
 */
@ApplicationScoped
class NeedRepository {

    private static final String BEGIN = """
            insert into run (id, scheme, period, area, published_at, batches)
            values (:id, :scheme, :period, :area, :publishedAt, :batches) on conflict on constraint pk_run do nothing""";

    private static final String TITLES = """
            insert into run_need (run, need, title)
            select :run, need, title from unnest(cast(:needs as text[]), cast(:titles as text[])) as n (need, title)
            on conflict on constraint pk_run_need do nothing""";

    private static final String SPACES = """
            insert into run_space (run, space) select :run, unnest(cast(:spaces as text[]))
            on conflict on constraint pk_run_space do nothing""";

    private static final String NEEDS = """
            insert into space_need (run, space, need, origin, reason)
            select :run, space, need, origin, reason
            from unnest(cast(:spaces as text[]), cast(:needs as text[]), cast(:origins as text[]),
                cast(:reasons as text[])) as n (space, need, origin, reason)
            on conflict on constraint pk_space_need do nothing""";

    private static final String FIND = """
            with counting as (
                select distinct on (s.space, r.scheme) s.space, r.id, r.scheme, r.period
                from run_space s join run r on r.id = s.run and r.arrived = r.batches
                where s.space = any(cast(:spaces as text[]))
                order by s.space, r.scheme, r.period desc, r.published_at desc, r.id)
            select n.space, n.need, coalesce(t.title, n.need), c.scheme, c.period, c.id, n.origin
            from counting c join space_need n on n.run = c.id and n.space = c.space
            left join run_need t on t.run = n.run and t.need = n.need
            order by n.space, c.scheme, n.need""";

    private final Session session;

    NeedRepository(Session session) {
        this.session = session;
    }

    /** Notes the run that a batch belongs to; every batch repeats it. */
    void begin(ClassificationPublished batch) {
        int inserted = session.createNativeMutationQuery(BEGIN)
                .setParameter("id", batch.run())
                .setParameter("scheme", batch.scheme())
                .setParameter("period", batch.period())
                .setParameter("area", batch.area() == null ? "" : batch.area())
                .setParameter("publishedAt", batch.publishedAt())
                .setParameter("batches", batch.of())
                .executeUpdate();
        if (inserted > 0 && !batch.needs().isEmpty()) {
            session.createNativeMutationQuery(TITLES)
                    .setParameter("run", batch.run())
                    .setParameter(
                            "needs",
                            texts(batch.needs().stream()
                                    .map(ClassificationPublished.Need::code)
                                    .toList()))
                    .setParameter(
                            "titles",
                            texts(batch.needs().stream()
                                    .map(ClassificationPublished.Need::title)
                                    .toList()))
                    .executeUpdate();
        }
    }

    /** Takes over the results of a batch. */
    void insert(UUID run, List<ClassificationPublished.Result> results) {
        List<String> spaces = new ArrayList<>();
        List<String> needs = new ArrayList<>();
        List<String> origins = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (ClassificationPublished.Result result : results) {
            for (ClassificationPublished.SpaceNeed need : result.needs()) {
                spaces.add(result.space());
                needs.add(need.need());
                origins.add(need.origin());
                reasons.add(need.reason());
            }
        }
        session.createNativeMutationQuery(SPACES)
                .setParameter("run", run)
                .setParameter(
                        "spaces",
                        texts(results.stream()
                                .map(ClassificationPublished.Result::space)
                                .toList()))
                .executeUpdate();
        session.createNativeMutationQuery(NEEDS)
                .setParameter("run", run)
                .setParameter("spaces", texts(spaces))
                .setParameter("needs", texts(needs))
                .setParameter("origins", texts(origins))
                .setParameter("reasons", texts(reasons))
                .executeUpdate();
    }

    /** Counts a batch, once. */
    void arrived(UUID run, int batch) {
        int first = session.createNativeMutationQuery(
                        "insert into run_batch (run, batch) values (:run, :batch) on conflict on constraint pk_run_batch do nothing")
                .setParameter("run", run)
                .setParameter("batch", batch)
                .executeUpdate();
        session.createNativeMutationQuery("update run set arrived = arrived + :first where id = :run")
                .setParameter("first", first)
                .setParameter("run", run)
                .executeUpdate();
    }

    /** Adds a need that people stated; the space belongs to the run then even if its results are yet to come. */
    void add(UUID run, String space, String need, String origin, String reason) {
        session.createNativeMutationQuery(SPACES)
                .setParameter("run", run)
                .setParameter("spaces", texts(List.of(space)))
                .executeUpdate();
        List<String> reasons = new ArrayList<>();
        reasons.add(reason);
        session.createNativeMutationQuery(NEEDS)
                .setParameter("run", run)
                .setParameter("spaces", texts(List.of(space)))
                .setParameter("needs", texts(List.of(need)))
                .setParameter("origins", texts(List.of(origin)))
                .setParameter("reasons", texts(reasons))
                .executeUpdate();
    }

    /** The needs that count at present for these spaces. */
    List<PublishedNeed> find(Collection<String> spaces) {
        return session
                .createNativeQuery(FIND, Object[].class)
                .setParameter("spaces", spaces.toArray(String[]::new))
                .getResultList()
                .stream()
                .map(row -> new PublishedNeed(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (UUID) row[5],
                        (String) row[6]))
                .toList();
    }

    private static String[] texts(List<String> values) {
        return values.toArray(String[]::new);
    }
}
