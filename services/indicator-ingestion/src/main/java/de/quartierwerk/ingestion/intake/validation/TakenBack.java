package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.kit.database.Sql;
import java.util.List;
import java.util.UUID;

/**
 * Empty cells over released values, which take these back. Only what the public knows of them is compared, and no
 * number is told.
 */
final class TakenBack {
    private final Sql sql;
    private final UUID submission;
    private final Findings findings;

    TakenBack(Sql sql, UUID submission, Findings findings) {
        this.sql = sql;
        this.submission = submission;
        this.findings = findings;
    }

    private record Group(String indicator, String period) {}

    void check() {
        groups().forEach(this::tell);
    }

    /** The indicators and periods with an empty cell of which any value is known. */
    private List<Group> groups() {
        return sql.list("""
                with empty as materialized (
                  select distinct indicator, period from staged_value where submission = ? and status = 'missing')
                select e.indicator, e.period from empty e cross join lateral (
                  select 1 from value v where v.indicator = e.indicator and v.period = e.period
                  order by v.indicator, v.period, v.space limit 1) known
                order by e.indicator, e.period""", row -> new Group(row.getString("indicator"), row.getString("period")), submission);
    }

    private void tell(Group group) {
        sql.visit(
                """
                select s.sheet, s.line, s.column_number, s.space
                from staged_value s join (
                  select distinct on (space) space, public_status from value
                  where indicator = ? and period = ?
                    and release <> all(array(select number from release where recorded_at is null))
                  order by space, revision desc) k on k.space = s.space
                where s.submission = ? and s.indicator = ? and s.period = ? and s.status = 'missing'
                  and coalesce(s.value, s.numerator, s.denominator) is null and k.public_status <> 'missing'
                order by s.sheet, s.line, s.column_number""",
                row -> findings.warning(
                        findings.at(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number")),
                        "value.taken-back",
                        null,
                        row.getString("space"),
                        group.period),
                group.indicator,
                group.period,
                submission,
                group.indicator,
                group.period);
    }
}
