package de.quartierwerk.ingestion.delivery.expectation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Counts what is there of expectations. */
@ApplicationScoped
class ExpectationStatements {
    /** One cell per indicator and space of the level and area that is valid at the period's end. */
    private static final String COUNTS = """
            select e.code, c.expected, c.released, c.pending from expectation e cross join lateral (
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
            where e.code = any(?)""";

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
