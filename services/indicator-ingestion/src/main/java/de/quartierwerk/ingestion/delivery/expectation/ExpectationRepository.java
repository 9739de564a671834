package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.kit.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Expectations in the database, with what is there of them. */
@ApplicationScoped
class ExpectationRepository {
    /** One cell per space of the level and area that is valid at the period's end, and indicator. */
    private static final String WITH_COUNTS = """
            select e.*, c.expected, c.released, c.pending from expectation e cross join lateral (
              select count(*) as expected, count(*) filter (where cell.released) as released,
                count(*) filter (where cell.pending and not cell.released) as pending
              from (
                select exists (
                    select 1 from value v join release r on r.number = v.release and r.recorded_at is not null
                    where v.indicator = i.code and v.period = e.period and v.space = s.key) as released,
                  exists (
                    select 1 from submission m join staged_value t on t.submission = m.id
                    where m.state in ('VALIDATED', 'RELEASING') and not m.dry_run
                      and t.indicator = i.code and t.period = e.period and t.space = s.key) as pending
                from space s cross join unnest(e.indicators) as i (code)
                where s.level = e.level and (e.area is null or e.area = any(s.path))
                  and s.valid_from <= e.period_end and (s.valid_to is null or s.valid_to >= e.period_end)) cell) c
            """;

    private final Sql sql;

    ExpectationRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Who looks: an organisation sees its own, an official those of the areas.
     *
     * @param organisation only of this organisation, or null
     * @param official whether others' expectations are seen
     * @param everywhere whether the areas are the whole installation
     * @param areas the caller's areas
     */
    record Scope(String organisation, boolean official, boolean everywhere, String[] areas) {}

    void lock(String code) {
        sql.call("select pg_advisory_xact_lock(hashtextextended('expectation ' || ?, 0))", code);
    }

    Optional<ExpectationView> find(String code, LocalDate day) {
        return sql.first(WITH_COUNTS + "where e.code = ?", row -> read(row, day), code);
    }

    List<ExpectationView> page(Scope scope, String organisation, LocalDate day, String after, int limit) {
        return sql.list(
                WITH_COUNTS + """
                        where e.code > ? and (e.organisation = ?::text or (? and (? or exists (
                            select 1 from space s where s.key = e.area and s.path && ?))))
                          and (?::text is null or e.organisation = ?)
                        order by e.code limit ?""",
                row -> read(row, day),
                after,
                scope.organisation(),
                scope.official(),
                scope.everywhere(),
                scope.areas(),
                organisation,
                organisation,
                limit);
    }

    void store(String code, Expectation expectation, LocalDate periodEnd, String by) {
        sql.update(
                """
                insert into expectation (code, organisation, indicators, level, area, period, period_end, due,
                  remind_days, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (code) do update set version = expectation.version + 1, organisation = excluded.organisation,
                  indicators = excluded.indicators, level = excluded.level, area = excluded.area,
                  period = excluded.period, period_end = excluded.period_end, due = excluded.due,
                  remind_days = excluded.remind_days, changed_at = clock_timestamp(), changed_by = excluded.changed_by""",
                code,
                expectation.organisation(),
                expectation.indicators().toArray(String[]::new),
                expectation.level(),
                expectation.area(),
                expectation.period(),
                periodEnd,
                expectation.due(),
                expectation.remindDays(),
                by);
    }

    void delete(String code) {
        sql.update("delete from expectation where code = ?", code);
    }

    private static ExpectationView read(ResultSet row, LocalDate day) throws SQLException {
        Expectation expectation = new Expectation(
                row.getString("organisation"),
                Sql.texts(row, "indicators"),
                row.getString("level"),
                row.getString("area"),
                row.getString("period"),
                row.getObject("due", LocalDate.class),
                row.getInt("remind_days"));
        ExpectationView.Counts counts =
                new ExpectationView.Counts(row.getLong("expected"), row.getLong("released"), row.getLong("pending"));
        return new ExpectationView(
                row.getString("code"),
                row.getLong("version"),
                expectation,
                counts.state(),
                counts,
                ChronoUnit.DAYS.between(day, expectation.due()));
    }
}
