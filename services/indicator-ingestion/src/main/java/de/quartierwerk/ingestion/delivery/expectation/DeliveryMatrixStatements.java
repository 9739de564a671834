package de.quartierwerk.ingestion.delivery.expectation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads which values are there of spaces, indicators and periods. */
@ApplicationScoped
class DeliveryMatrixStatements {
    /** The spaces that count: of a level, under a parent, in the caller's areas, valid on a day. */
    private static final String SPACES = """
            select s.key, s.name from space s
            where s.level = ? and (?::text is null or ? = any(s.path)) and (? or s.path && ?)
              and s.valid_from <= ? and (s.valid_to is null or s.valid_to >= ?)""";

    /** A state for each of the cells for which anything came; a known value before one that waits. */
    private static final String CELLS = """
            select k.space, k.indicator, k.period, coalesce(min(k.known), 'pending') as state from (
              (select distinct on (v.indicator, v.period, v.space) v.space, v.indicator, v.period,
                 case v.status when 'missing' then 'missing' else 'released' end as known
               from value v join release r on r.number = v.release and r.recorded_at is not null
               where v.indicator = any(?) and v.period = any(?) and v.space = any(array(select key from wanted))
               order by v.indicator, v.period, v.space, v.revision desc)
              union all
              select t.space, t.indicator, t.period, null from submission m join staged_value t on t.submission = m.id
              where m.state in ('VALIDATED', 'RELEASING') and not m.dry_run and t.indicator = any(?)
                and t.period = any(?) and t.space = any(array(select key from wanted))) k
            group by k.space, k.indicator, k.period""";

    private final Jdbi database;

    DeliveryMatrixStatements(Jdbi database) {
        this.database = database;
    }

    /**
     * Which spaces a caller asks for and may see.
     *
     * @param level level of the spaces
     * @param parent space that they lie in
     * @param everywhere whether all of these
     * @param areas otherwise those of these areas
     * @param asOf day on which they are valid
     */
    record Where(String level, @Nullable String parent, boolean everywhere, String[] areas, LocalDate asOf) {}

    /** Which columns. */
    record Which(String[] indicators, String[] periods) {}

    record Named(String space, String name) {}

    record Known(String space, String indicator, String period, DeliveryMatrixResponse.Cell cell) {}

    record Sum(String indicator, String period, DeliveryMatrixResponse.Cell cell, long spaces) {}

    List<Named> spaces(Where where, String after, int limit) {
        String sql = "select * from (" + SPACES + ") w where key > ? order by key limit ?";
        return database.withHandle(handle -> handle.select(sql, parameters(where, after, limit))
                .map((row, context) -> new Named(row.getString("key"), row.getString("name")))
                .list());
    }

    long count(Where where) {
        String sql = "select count(*) from (" + SPACES + ") w";
        return database.withHandle(handle ->
                handle.select(sql, parameters(where)).mapTo(Long.class).one());
    }

    List<Known> cells(List<String> spaces, Which which) {
        return database.withHandle(handle -> handle.select(
                        "with wanted as (select unnest(?) as key) " + CELLS,
                        spaces.toArray(String[]::new),
                        which.indicators(),
                        which.periods(),
                        which.indicators(),
                        which.periods())
                .map((row, context) -> new Known(
                        row.getString("space"), row.getString("indicator"), row.getString("period"), cell(row)))
                .list());
    }

    /** How many spaces are in which state, open ones apart. */
    List<Sum> sums(Where where, Which which) {
        String sql = "with wanted as (" + SPACES + ") select indicator, period, state, count(*) as spaces from ("
                + CELLS + ") c group by indicator, period, state";
        Object[] parameters =
                parameters(where, which.indicators(), which.periods(), which.indicators(), which.periods());
        return database.withHandle(handle -> handle.select(sql, parameters)
                .map((row, context) ->
                        new Sum(row.getString("indicator"), row.getString("period"), cell(row), row.getLong("spaces")))
                .list());
    }

    /** The parameters of {@link #SPACES}, and others after them. */
    private static Object[] parameters(Where where, Object... others) {
        return Stream.concat(
                        Stream.of(
                                where.level(),
                                where.parent(),
                                where.parent(),
                                where.everywhere(),
                                where.areas(),
                                where.asOf(),
                                where.asOf()),
                        Stream.of(others))
                .toArray();
    }

    private static DeliveryMatrixResponse.Cell cell(ResultSet row) throws SQLException {
        return DeliveryMatrixResponse.Cell.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }
}
