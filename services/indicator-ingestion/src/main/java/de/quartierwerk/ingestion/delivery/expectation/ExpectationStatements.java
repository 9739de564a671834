package de.quartierwerk.ingestion.delivery.expectation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Counts what is there of expectations. */
@ApplicationScoped
class ExpectationStatements {
    /**
     * Of each expectation one cell per indicator and space of the level and area that is valid at the period's end.
     * Expectations share spaces, indicators and periods: what is there of these is looked up once.
     */
    private static final String COUNTS = """
            with asked as materialized (
              select e.code, e.level, coalesce(e.area, '') as area, e.period, e.period_end, i.indicator
              from expectation e cross join unnest(e.indicators) as i (indicator) where e.code = any(?)),
            pair as (select distinct indicator, period from asked),
            wanted as materialized (
              select t.*, s.key as space from (select distinct level, area, period_end from asked) t
              join space s on s.level = t.level and (t.area = '' or t.area = any(s.path))
                and s.valid_from <= t.period_end and (s.valid_to is null or s.valid_to >= t.period_end)),
            known as (
              select indicator, period, space, bool_or(released) as released from (
                select v.indicator, v.period, v.space, true as released
                from pair join value v using (indicator, period)
                join release r on r.number = v.release and r.recorded_at is not null
                union all
                select t.indicator, t.period, t.space, false
                from pair cross join submission m
                join staged_value t on (t.submission, t.indicator, t.period) = (m.id, pair.indicator, pair.period)
                where m.state in ('VALIDATED', 'RELEASING') and not m.dry_run) c
              group by indicator, period, space),
            found as (
              select a.code, count(*) filter (where k.released) as released,
                count(*) filter (where not k.released) as pending
              from asked a join wanted w using (level, area, period_end) join known k using (indicator, period, space)
              group by a.code),
            expected as (
              select a.code, sum(w.spaces) as expected from asked a
              join (select level, area, period_end, count(*) as spaces from wanted group by level, area, period_end) w
                using (level, area, period_end) group by a.code)
            select code, expected, coalesce(released, 0) as released, coalesce(pending, 0) as pending
            from expected left join found using (code)""";

    private final Jdbi database;

    ExpectationStatements(Jdbi database) {
        this.database = database;
    }

    /** Counts of the expectations with these codes. */
    Map<String, ExpectationResponse.Counts> counts(Collection<String> codes) {
        Map<String, ExpectationResponse.Counts> counts = new HashMap<>();
        database.useHandle(handle -> handle.select(COUNTS, (Object) codes.toArray(String[]::new))
                .map((row, context) -> counts.put(
                        row.getString("code"),
                        new ExpectationResponse.Counts(
                                row.getLong("expected"), row.getLong("released"), row.getLong("pending"))))
                .list());
        return counts;
    }
}
