package de.quartierwerk.classification.result;

import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.database.Sql;
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

/** Queries on results. */
@ApplicationScoped
class ResultRepository {
    private static final String SELECT = """
            select r.space, r.path, r.exclusion, e.reason, r.raw, r.value, r.class, r.gap, r.class_group, r.needs
            from result r left join run_exclusion e on e.run = r.run and e.space = r.space
            where r.run = ? and r.level = ? and""";

    private static final String NEEDS = """
            select r.space, n.need from result r cross join unnest(r.needs) as n(need)
            where r.run = ? and r.level = ? and r.space = any(?)
            union select s.space, s.need from stated_need s where s.run = ? and s.space = any(?) and s.added_at <= ?
            order by 1, 2""";
    private static final String STATED = """
            select space, need, origin, reason from stated_need
            where run = ? and space = any(?) and added_at <= ? order by space, need""";

    private final Sql sql;

    ResultRepository(Sql sql) {
        this.sql = sql;
    }

    /** Results of a level after a space in the order of the keys, within areas unless everywhere. */
    List<ResultRow> page(Slice slice, boolean everywhere, String... areas) {
        List<ResultRow> rows = sql.list(
                SELECT + " r.space > ? and (? or r.path && ?) order by r.space limit ?",
                ResultRepository::row,
                slice.run(),
                slice.level(),
                slice.after(),
                everywhere,
                areas,
                slice.limit());
        return withStated(slice.run(), slice.until(), rows);
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

    Optional<ResultRow> find(UUID run, String level, String space) {
        List<ResultRow> rows = sql.list(SELECT + " r.space = ?", ResultRepository::row, run, level, space);
        return withStated(run, Runs.EVER, rows).stream().findFirst();
    }

    /** Codes of the needs of spaces, found or stated until an instant, by space. */
    Map<String, List<String>> needs(UUID run, String level, Instant until, String... spaces) {
        Map<String, List<String>> needs = new HashMap<>();
        sql.each(
                NEEDS,
                row -> Map.entry(row.getString(1), row.getString(2)),
                entry -> needs.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue()),
                run,
                level,
                spaces,
                run,
                spaces,
                until);
        return needs;
    }

    int count(UUID run, String level) {
        return sql.first("select count(*) from result where run = ? and level = ?", row -> row.getInt(1), run, level)
                .orElseThrow();
    }

    /** The space that ends each full batch of a level's results, in order. */
    List<String> batchEnds(UUID run, String level, int size) {
        return sql.list("""
                select space from (select space, row_number() over (order by space) as n from result
                    where run = ? and level = ?) numbered where n % ? = 0 order by space""", row -> row.getString(1), run, level, size);
    }

    private List<ResultRow> withStated(UUID run, Instant until, List<ResultRow> rows) {
        Map<String, List<ResultRow.Stated>> stated = new HashMap<>();
        sql.each(
                STATED,
                row -> Map.entry(
                        row.getString(1), new ResultRow.Stated(row.getString(2), row.getString(3), row.getString(4))),
                entry -> stated.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .add(entry.getValue()),
                run,
                rows.stream().map(ResultRow::space).toArray(String[]::new),
                until);
        return stated.isEmpty()
                ? rows
                : rows.stream()
                        .map(row -> with(row, stated.getOrDefault(row.space(), List.of())))
                        .toList();
    }

    private static ResultRow with(ResultRow row, List<ResultRow.Stated> stated) {
        return new ResultRow(
                row.space(),
                row.path(),
                row.exclusion(),
                row.reason(),
                row.raw(),
                row.value(),
                row.classes(),
                row.gaps(),
                row.group(),
                row.needs(),
                stated);
    }

    private static ResultRow row(ResultSet row) throws SQLException {
        List<Integer> classes = new ArrayList<>();
        for (Short position : (Short[]) row.getArray("class").getArray()) {
            classes.add(position == null ? null : position.intValue());
        }
        return new ResultRow(
                row.getString("space"),
                Sql.texts(row, "path"),
                row.getString("exclusion"),
                row.getString("reason"),
                Arrays.asList((Double[]) row.getArray("raw").getArray()),
                Arrays.asList((Double[]) row.getArray("value").getArray()),
                classes,
                Sql.texts(row, "gap"),
                row.getString("class_group"),
                Sql.texts(row, "needs"),
                List.of());
    }
}
