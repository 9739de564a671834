package de.quartierwerk.funding.need;

import de.quartierwerk.events.ClassificationPublished;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * SQL on published runs. A run is visible when all its batches have arrived. Per scheme and space the run of the latest
 * period counts that holds the space, and of several of that period the one published last.
 */
@ApplicationScoped
class NeedStatements {

    private static final String BEGIN = """
            insert into run (id, scheme, period, area, published_at, batches) values (?, ?, ?, ?, ?, ?)
            on conflict on constraint pk_run do nothing""";

    private static final String TITLES = """
            insert into run_need (run, need, title, target_group)
            select ?, need, title, target_group from unnest(?, ?, ?) as n (need, title, target_group)
            on conflict on constraint pk_run_need do update set target_group = excluded.target_group
                where run_need.target_group is null and excluded.target_group is not null""";

    private static final String SPACES = """
            insert into run_space (run, space) select ?, unnest(?) on conflict on constraint pk_run_space do nothing""";

    private static final String NEEDS = """
            insert into space_need (run, space, need, origin, reason)
            select ?, space, need, origin, reason from unnest(?, ?, ?, ?) as n (space, need, origin, reason)
            on conflict on constraint pk_space_need do nothing""";

    private static final String BATCH = """
            insert into run_batch (run, batch) values (?, ?) on conflict on constraint pk_run_batch do nothing""";

    private static final String FIND = """
            with counting as (
                select distinct on (s.space, r.scheme) s.space, r.id, r.scheme, r.period
                from run_space s join run r on r.id = s.run and r.arrived = r.batches
                where s.space = any(?)
                order by s.space, r.scheme, r.period desc, r.published_at desc, r.id)
            select n.space, n.need, coalesce(t.title, n.need) as title, c.scheme, c.period, c.id, n.origin
            from counting c join space_need n on n.run = c.id and n.space = c.space
            left join run_need t on t.run = n.run and t.need = n.need
            order by n.space, c.scheme, n.need""";

    private final Jdbi jdbi;

    NeedStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Notes the run that a batch belongs to; every batch repeats it, and the first one what its needs are. */
    void begin(ClassificationPublished batch) {
        List<ClassificationPublished.Need> needs = batch.needs();
        jdbi.useHandle(handle -> {
            int inserted = handle.execute(
                    BEGIN,
                    batch.run(),
                    batch.scheme(),
                    batch.period(),
                    batch.area() == null ? "" : batch.area(),
                    batch.publishedAt(),
                    batch.of());
            if ((inserted > 0 || batch.batch() == 0) && !needs.isEmpty()) {
                handle.execute(
                        TITLES,
                        batch.run(),
                        texts(needs, ClassificationPublished.Need::code),
                        texts(needs, ClassificationPublished.Need::title),
                        texts(needs, ClassificationPublished.Need::targetGroup));
            }
        });
    }

    /** Takes over the results of a batch. */
    void insert(UUID run, List<ClassificationPublished.Result> results) {
        List<StatedNeed> needs = new ArrayList<>();
        for (ClassificationPublished.Result result : results) {
            for (ClassificationPublished.SpaceNeed need : result.needs()) {
                needs.add(new StatedNeed(result.space(), need.need(), NeedOrigin.of(need.origin()), need.reason()));
            }
        }
        jdbi.useHandle(handle -> {
            handle.execute(SPACES, run, texts(results, ClassificationPublished.Result::space));
            insertNeeds(handle, run, needs);
        });
    }

    /** Adds a need that people stated; the space belongs to the run then even if its results are yet to come. */
    void add(UUID run, StatedNeed need) {
        jdbi.useHandle(handle -> {
            handle.execute(SPACES, run, new String[] {need.space()});
            insertNeeds(handle, run, List.of(need));
        });
    }

    /** Counts a batch, once. */
    void arrived(UUID run, int batch) {
        jdbi.useHandle(handle -> {
            int first = handle.execute(BATCH, run, batch);
            handle.execute("update run set arrived = arrived + ? where id = ?", first, run);
        });
    }

    /** The needs that count at present for these spaces. */
    List<PublishedNeed> find(Collection<String> spaces) {
        return jdbi.withHandle(handle -> handle.select(FIND, (Object) spaces.toArray(String[]::new))
                .map((row, context) -> new PublishedNeed(
                        row.getString("space"),
                        row.getString("need"),
                        row.getString("title"),
                        row.getString("scheme"),
                        row.getString("period"),
                        row.getObject("id", UUID.class),
                        NeedOrigin.of(row.getString("origin"))))
                .list());
    }

    /** Whether a published run knows the field of action. */
    boolean isKnown(String need) {
        return is("select exists (select 1 from run_need where need = ?)", need);
    }

    /** Whether a run of the scheme is published, even if it is still arriving here. */
    boolean isScheme(String scheme) {
        return is("select exists (select 1 from run where scheme = ?)", scheme);
    }

    /** Whether a field of action of a published run concerns this group. */
    boolean isTargetGroup(String group) {
        return is("select exists (select 1 from run_need where lower(target_group) = lower(?))", group);
    }

    private boolean is(String question, String value) {
        return jdbi.withHandle(
                handle -> handle.select(question, value).mapTo(Boolean.class).one());
    }

    private static void insertNeeds(Handle handle, UUID run, List<StatedNeed> needs) {
        handle.execute(
                NEEDS,
                run,
                texts(needs, StatedNeed::space),
                texts(needs, StatedNeed::need),
                texts(needs, need -> need.origin().code()),
                texts(needs, StatedNeed::reason));
    }

    private static <T> @Nullable String[] texts(List<T> values, Function<T, @Nullable String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    /**
     * A need of a space as a run states it.
     *
     * @param reason why, where people stated it
     */
    record StatedNeed(
            String space,
            String need,
            NeedOrigin origin,
            @Nullable String reason) {}
}
