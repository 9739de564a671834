package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.catalogue.Units;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.kit.database.Sql;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Holds the values of a file against each other and against what is known (Plausibilitätsprüfung), set by set in the
 * database. Known values are never quoted, and those that the public may not see are not used: a finding must not tell
 * its reader what stays secret.
 */
final class Plausibility {
    private final Sql sql;
    private final UUID submission;
    private final Mapping mapping;
    private final Map<String, Indicator> catalogue;
    private final CheckPass pass;
    private final Findings findings;

    Plausibility(Sql sql, Submission submission, Map<String, Indicator> catalogue, CheckPass pass) {
        this.sql = sql;
        this.submission = submission.id();
        this.mapping = submission.mapping();
        this.catalogue = catalogue;
        this.pass = pass;
        this.findings = pass.findings();
    }

    void check() {
        Samples samples = pass.staging().samples();
        Set<String> codes = samples.periods().keySet();
        mapping.statedSums().forEach(this::parts);
        for (Indicator indicator : catalogue.values()) {
            Definition definition = indicator.definition();
            if (codes.contains(definition.numerator()) && codes.contains(definition.denominator())) {
                numerators(definition);
            }
        }
        if (pass.spaces().deliversParents()) {
            children(samples.counts());
        }
        knownParents(samples.counts());
        new Outliers(sql, submission, findings, samples).check();
        new Changes(sql, submission, findings, samples).check();
    }

    /** Parts that do not add up to their total, where all of them are there, or exceed it. */
    private void parts(Mapping.Sum sum) {
        tell(
                "value.parts-differ",
                """
                select t.sheet, t.line, t.column_number, t.value, p.total as other
                from staged_value t join (
                  select period, space, sum(value) as total, count(value) as parts from staged_value
                  where submission = ? and indicator = any(?) group by period, space) p
                  on p.period = t.period and p.space = t.space
                where t.submission = ? and t.indicator = ?
                  and ((p.parts = ? and p.total <> t.value) or p.total > t.value)
                order by t.sheet, t.line, t.column_number""",
                submission,
                sum.parts().toArray(String[]::new),
                submission,
                sum.total(),
                sum.parts().size());
    }

    /** Numerators above their denominators, where both come as indicators of their own. */
    private void numerators(Definition ratio) {
        if (ratio.kind() != Kind.RATIO || !Units.isShare(ratio.unit())) {
            return;
        }
        tell("value.numerator-exceeds", """
                select n.sheet, n.line, n.column_number, n.value, d.value as other
                from staged_value n join staged_value d
                  on d.submission = n.submission and d.period = n.period and d.space = n.space and d.indicator = ?
                where n.submission = ? and n.indicator = ? and n.value > d.value
                order by n.sheet, n.line, n.column_number""", ratio.denominator(), submission, ratio.numerator());
    }

    /** Parents whose children, all of them, do not add up to them, or exceed them. */
    private void children(Set<String> counts) {
        tell("value.children-differ", CHILDREN + """
                select p.sheet, p.line, p.column_number, p.value, c.total as other
                from child c join staged_value p on p.submission = ? and p.indicator = c.indicator
                  and p.period = c.period and p.space = c.parent
                where (c.complete and c.total <> p.value) or c.total > p.value
                order by p.sheet, p.line, p.column_number""", submission, counts.toArray(String[]::new), submission);
    }

    /** Children of spaces per level that are valid, with their sum. */
    private static final String CHILDREN = """
            with summed as (
              select s.indicator, s.period, s.period_end, x.parent, x.level, sum(s.value) as total, count(s.value) as given
              from staged_value s join space x on x.key = s.space and x.valid_from <= s.period_end
                and (x.valid_to is null or x.valid_to >= s.period_end)
              where s.submission = ? and s.indicator = any(?) and x.parent is not null
              group by s.indicator, s.period, s.period_end, x.parent, x.level),
            child as (
              select d.*, d.given = (select count(*) from space x where x.parent = d.parent and x.level = d.level
                and x.valid_from <= d.period_end and (x.valid_to is null or x.valid_to >= d.period_end)) as complete
              from summed d)
            """;

    /** The same against parents that are known and public. */
    private void knownParents(Set<String> counts) {
        String[] codes = counts.toArray(String[]::new);
        if (!known(counts)) {
            return;
        }
        sql.visit(
                CHILDREN + """
                select c.indicator, c.period, c.parent, c.given
                from child c cross join lateral (
                  select v.value, v.public_status from value v
                  where v.indicator = c.indicator and v.period = c.period and v.space = c.parent
                    and (select r.recorded_at from release r where r.number = v.release) is not null
                  order by v.revision desc limit 1) k
                where c.complete and k.value <> c.total and k.public_status <> 'suppressed'
                  and not exists (select 1 from staged_value p where p.submission = ? and p.indicator = c.indicator
                    and p.period = c.period and p.space = c.parent)
                order by c.indicator, c.period, c.parent""",
                row -> findings.warning(
                        Findings.Place.FILE,
                        "value.known-parent-differs",
                        row.getString("parent"),
                        row.getString("indicator"),
                        row.getString("period"),
                        row.getString("parent"),
                        row.getString("given")),
                submission,
                codes,
                submission);
    }

    /** Whether anything is known of these indicators in the periods of the file. */
    private boolean known(Set<String> codes) {
        return pass.staging().samples().periods().entrySet().stream()
                .filter(entry -> codes.contains(entry.getKey()))
                .anyMatch(entry -> sql.first(
                                "select exists (select 1 from value where indicator = ? and period = any(?))",
                                row -> row.getBoolean(1),
                                entry.getKey(),
                                entry.getValue().toArray(String[]::new))
                        .orElse(false));
    }

    /** Tells of staged values whose counterpart, of the same file, is told with them. */
    private void tell(String code, String query, Object... parameters) {
        sql.visit(
                query,
                row -> findings.warning(
                        findings.at(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number")),
                        code,
                        plain(row.getBigDecimal("value")),
                        plain(row.getBigDecimal("other"))),
                parameters);
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
