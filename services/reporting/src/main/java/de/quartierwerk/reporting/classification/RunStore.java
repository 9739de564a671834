package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.database.Json;
import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Writes published runs. */
@ApplicationScoped
public class RunStore {
    private final Sql sql;

    RunStore(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps a part of a run; the run becomes visible with its last part. The row of the run stays locked until the
     * commit, so that of two parts that come at the same time exactly one finds the run complete.
     */
    void keep(ClassificationPublished part) {
        storeRun(part);
        int fresh = sql.update(
                "insert into run_part (run, batch) values (?, ?) on conflict do nothing", part.run(), part.batch());
        if (fresh == 0) {
            return;
        }
        sql.updateAll(
                "insert into run_result (run, space, excluded, indices, class_group) values (?, ?, ?, ?, ?) "
                        + "on conflict (run, space) do nothing",
                part.results().stream()
                        .map(result -> new Object[] {
                            part.run(), result.space(), result.excluded(), new Json(result.indices()), result.group()
                        })
                        .toList());
        sql.updateAll(
                "insert into run_need (run, space, need, origin, reason) values (?, ?, ?, ?, ?) "
                        + "on conflict (run, space, need) do update set origin = excluded.origin, reason = excluded.reason",
                needs(part));
        sql.update(
                "update run set complete = true where id = ? "
                        + "and (select count(*) from run_part where run_part.run = run.id) = parts",
                part.run());
    }

    private void storeRun(ClassificationPublished part) {
        LocalDate end = Period.parse(part.period())
                .map(Period::last)
                .orElseThrow(() -> new IllegalArgumentException("Not a period: " + part.period()));
        sql.update(
                "insert into run (id, scheme, scheme_version, scheme_title, level, period, period_end, area, as_of, "
                        + "published_at, note, consulted, basis, indices, needs, releases, parts, complete) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false) "
                        + "on conflict (id) do update set parts = excluded.parts",
                part.run(),
                part.scheme(),
                part.schemeVersion(),
                part.schemeTitle(),
                part.level(),
                part.period(),
                end,
                part.area(),
                part.asOf() == null ? end : part.asOf(),
                part.publishedAt(),
                part.note(),
                part.consulted().toArray(String[]::new),
                part.basis(),
                new Json(part.indices()),
                new Json(part.needs()),
                part.releases().stream().map(UUID::toString).toArray(String[]::new),
                part.of());
    }

    private static List<Object[]> needs(ClassificationPublished part) {
        return part.results().stream()
                .flatMap(result -> result.needs().stream().map(need ->
                        new Object[] {part.run(), result.space(), need.need(), need.origin(), need.reason()}))
                .toList();
    }

    /** Keeps a need that people stated; what the run itself says of the same space and need goes before it. */
    void add(NeedAdded need) {
        sql.update(
                "insert into run_need (run, space, need, origin, reason) values (?, ?, ?, ?, ?) "
                        + "on conflict (run, space, need) do nothing",
                need.run(),
                need.space(),
                need.need(),
                Objects.requireNonNullElse(need.origin(), NeedAdded.QUALITATIVE),
                need.reason());
    }

    /** Empties the read model of runs. */
    public void clear() {
        sql.update("truncate run, run_part, run_result, run_need");
    }
}
