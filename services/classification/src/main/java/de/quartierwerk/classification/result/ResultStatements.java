package de.quartierwerk.classification.result;

import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads results of runs, with the needs that people stated. */
@ApplicationScoped
class ResultStatements {
    private static final String SELECT = """
            select r.space, r.path, r.exclusion, e.reason, r.raw, r.value, r.class, r.gap, r.imputed, r.class_group, r.needs,
                r.exclusion is not null
                    or exists (select 1 from run_withheld w where w.run = r.run and w.space = r.space)
                    or (r.open_needs is null and array_position(r.value, null) is not null),
                coalesce(r.open_needs, '{}')
            from result r left join run_exclusion e on e.run = r.run and e.space = r.space
            where r.run = ? and r.level = ? and""";

    private static final String STATED = """
            select space, need, origin, reason from stated_need
            where run = ? and space = any(?) and added_at <= ? order by space, need""";

    private static final String BATCH_ENDS = """
            select space from (select space, row_number() over (order by space) as n from result
                where run = ? and level = ?) numbered where n % ? = 0 order by space""";

    private final Jdbi jdbi;

    ResultStatements(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A slice of results.
     *
     * @param run run
     * @param level level of the results
     * @param after the space before the slice, empty at the start
     * @param limit most rows
     * @param until stated needs added after this instant are left out
     */
    record Slice(UUID run, String level, String after, int limit, Instant until) {}

    private record SpaceStatement(String space, ResultRow.Stated stated) {}

    /** Results of a level after a space in the order of the keys, within areas unless everywhere. */
    List<ResultRow> page(Slice slice, boolean everywhere, String... areas) {
        List<ResultRow> rows = list(
                SELECT + " r.space > ? and (? or r.path && ?) order by r.space limit ?",
                ResultStatements::row,
                slice.run(),
                slice.level(),
                slice.after(),
                everywhere,
                areas,
                slice.limit());
        return withStated(slice.run(), slice.until(), rows);
    }

    Optional<ResultRow> find(UUID run, String level, String space) {
        List<ResultRow> rows = list(SELECT + " r.space = ?", ResultStatements::row, run, level, space);
        return withStated(run, Runs.EVER, rows).stream().findFirst();
    }

    /** Results of some spaces, with the needs stated until an instant. */
    List<ResultRow> rows(UUID run, String level, Instant until, String... spaces) {
        return withStated(run, until, list(SELECT + " r.space = any(?)", ResultStatements::row, run, level, spaces));
    }

    int count(UUID run, String level) {
        return list("select count(*) from result where run = ? and level = ?", row -> row.getInt(1), run, level)
                .get(0);
    }

    /** The space that ends each full batch of a level's results, in order. */
    List<String> batchEnds(UUID run, String level, int size) {
        return list(BATCH_ENDS, row -> row.getString(1), run, level, size);
    }

    private List<ResultRow> withStated(UUID run, Instant until, List<ResultRow> rows) {
        Map<String, List<ResultRow.Stated>> stated = new HashMap<>();
        list(
                        STATED,
                        row -> new SpaceStatement(
                                row.getString(1),
                                new ResultRow.Stated(row.getString(2), row.getString(3), row.getString(4))),
                        run,
                        rows.stream().map(ResultRow::space).toArray(String[]::new),
                        until)
                .forEach(found -> stated.computeIfAbsent(found.space(), key -> new ArrayList<>())
                        .add(found.stated()));
        return stated.isEmpty()
                ? rows
                : rows.stream()
                        .map(row -> row.with(stated.getOrDefault(row.space(), List.of())))
                        .toList();
    }

    /** Turns the present row into a value. */
    private interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String statement, Mapper<T> mapper, @Nullable Object... parameters) {
        return jdbi.withHandle(handle -> handle.select(statement, parameters)
                .map((row, context) -> mapper.map(row))
                .list());
    }

    /** By the columns' numbers, as a publication reads all results: to look their names up would take long. */
    private static ResultRow row(ResultSet row) throws SQLException {
        List<@Nullable Integer> classes = new ArrayList<>();
        for (Short position : (Short[]) row.getArray(7).getArray()) {
            classes.add(position == null ? null : (Integer) position.intValue());
        }
        return new ResultRow(
                row.getString(1),
                Columns.texts(row, 2),
                row.getString(3),
                row.getString(4),
                Arrays.asList((Double[]) row.getArray(5).getArray()),
                Arrays.asList((Double[]) row.getArray(6).getArray()),
                classes,
                Columns.texts(row, 8),
                Columns.texts(row, 9),
                row.getString(10),
                Columns.texts(row, 11),
                row.getBoolean(12),
                Columns.texts(row, 13),
                List.of());
    }
}
