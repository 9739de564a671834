package de.quartierwerk.reporting.classification;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.NeedAdded;
import de.quartierwerk.kit.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** SQL that writes published runs part by part. */
@ApplicationScoped
class RunPartStatements {
    private static final String LOCK_RUN = """
            insert into run (id, scheme, scheme_version, scheme_title, level, period, period_end, area, as_of,
                published_at, note, consulted, basis, indices, needs, releases, parts, complete)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, false)
            on conflict (id) do update set parts = excluded.parts""";
    private static final String INSERT_RESULT = """
            insert into run_result (run, space, excluded, indices, class_group) values (?, ?, ?, ?, ?)
            on conflict (run, space) do nothing""";
    private static final String UPSERT_NEED = """
            insert into run_need (run, space, need, origin, reason) values (?, ?, ?, ?, ?)
            on conflict (run, space, need) do update set origin = excluded.origin, reason = excluded.reason""";
    private static final String INSERT_STATED_NEED = """
            insert into run_need (run, space, need, origin, reason) values (?, ?, ?, ?, ?)
            on conflict (run, space, need) do nothing""";
    private static final String COMPLETE = """
            update run set complete = true
            where id = ? and (select count(*) from run_part where run_part.run = run.id) = parts""";

    private final Jdbi jdbi;

    RunPartStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Inserts the row of a run unless it exists, and locks it until the commit. */
    void lockRun(ClassificationPublished part, LocalDate periodEnd) {
        jdbi.useHandle(handle -> handle.execute(
                LOCK_RUN,
                part.run(),
                part.scheme(),
                part.schemeVersion(),
                part.schemeTitle(),
                part.level(),
                part.period(),
                periodEnd,
                part.area(),
                part.asOf() == null ? periodEnd : part.asOf(),
                part.publishedAt(),
                part.note(),
                part.consulted().toArray(String[]::new),
                part.basis(),
                new Json(part.indices()),
                new Json(part.needs()),
                part.releases().stream().map(UUID::toString).toArray(String[]::new),
                part.of()));
    }

    /** Notes that a part has come and answers whether it is new. */
    boolean insertPart(UUID run, int batch) {
        return jdbi.withHandle(handle -> handle.execute(
                        "insert into run_part (run, batch) values (?, ?) on conflict do nothing", run, batch))
                == 1;
    }

    void insertResults(ClassificationPublished part) {
        if (part.results().isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(INSERT_RESULT);
            part.results()
                    .forEach(result -> batch.add(
                            part.run(), result.space(), result.excluded(), new Json(result.indices()), result.group()));
            batch.execute();
        });
    }

    /** Keeps the needs of a part; they replace what people stated before of the same space and need. */
    void upsertNeeds(ClassificationPublished part) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(UPSERT_NEED);
            part.results()
                    .forEach(result -> result.needs()
                            .forEach(need ->
                                    batch.add(part.run(), result.space(), need.need(), need.origin(), need.reason())));
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** Makes a run visible when all its parts are here. */
    void completeIfAllParts(UUID run) {
        jdbi.useHandle(handle -> handle.execute(COMPLETE, run));
    }

    /** Keeps a need that people stated; what the run itself says of the same space and need stays. */
    void insertStatedNeed(NeedAdded need, String origin) {
        jdbi.useHandle(handle ->
                handle.execute(INSERT_STATED_NEED, need.run(), need.space(), need.need(), origin, need.reason()));
    }

    void truncate() {
        jdbi.useHandle(handle -> handle.execute("truncate run, run_part, run_result, run_need"));
    }
}
