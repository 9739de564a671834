package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What is there of spaces, indicators and periods, in the database. */
@ApplicationScoped
class MatrixRepository {
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

    private final Sql sql;

    MatrixRepository(Sql sql) {
        this.sql = sql;
    }

    /** Which spaces. */
    record Where(String level, String parent, boolean everywhere, String[] areas, LocalDate asOf) {}

    /** Which columns. */
    record Which(String[] indicators, String[] periods) {}

    record Named(String space, String name) {}

    record Known(String space, String indicator, String period, DeliveryMatrix.Cell cell) {}

    record Sum(String indicator, String period, DeliveryMatrix.Cell cell, long spaces) {}

    List<Named> spaces(Where where, String after, int limit) {
        return sql.list(
                "select * from (" + SPACES + ") w where key > ? order by key limit ?",
                row -> new Named(row.getString("key"), row.getString("name")),
                where.level(),
                where.parent(),
                where.parent(),
                where.everywhere(),
                where.areas(),
                where.asOf(),
                where.asOf(),
                after,
                limit);
    }

    long count(Where where) {
        return sql.number(
                "select count(*) from (" + SPACES + ") w",
                where.level(),
                where.parent(),
                where.parent(),
                where.everywhere(),
                where.areas(),
                where.asOf(),
                where.asOf());
    }

    List<Known> cells(List<String> spaces, Which which) {
        return sql.list(
                "with wanted as (select unnest(?) as key) " + CELLS,
                row -> new Known(
                        row.getString("space"),
                        row.getString("indicator"),
                        row.getString("period"),
                        DeliveryMatrix.Cell.valueOf(row.getString("state").toUpperCase(Locale.ROOT))),
                spaces.toArray(String[]::new),
                which.indicators(),
                which.periods(),
                which.indicators(),
                which.periods());
    }

    /** How many spaces are in which state, open ones apart. */
    List<Sum> sums(Where where, Which which) {
        return sql.list(
                "with wanted as (" + SPACES + ") select indicator, period, state, count(*) as spaces from (" + CELLS
                        + ") c group by indicator, period, state",
                row -> new Sum(
                        row.getString("indicator"),
                        row.getString("period"),
                        DeliveryMatrix.Cell.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getLong("spaces")),
                where.level(),
                where.parent(),
                where.parent(),
                where.everywhere(),
                where.areas(),
                where.asOf(),
                where.asOf(),
                which.indicators(),
                which.periods(),
                which.indicators(),
                which.periods());
    }
}
