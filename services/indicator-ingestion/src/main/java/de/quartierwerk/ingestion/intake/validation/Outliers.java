package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.kit.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values that lie far from those of the other spaces of the same level (Ausreißer); see {@link RobustSpread}. */
final class Outliers {
    private final Sql sql;
    private final UUID submission;
    private final Findings findings;
    private final Samples samples;

    Outliers(Sql sql, UUID submission, Findings findings, Samples samples) {
        this.sql = sql;
        this.submission = submission;
        this.findings = findings;
        this.samples = samples;
    }

    void check() {
        Map<Samples.Group, RobustSpread.Bounds> exceeded = samples.exceeded();
        if (exceeded.isEmpty()) {
            return;
        }
        List<String> indicators = new ArrayList<>();
        List<String> periods = new ArrayList<>();
        List<String> levels = new ArrayList<>();
        List<String> bounds = new ArrayList<>();
        exceeded.forEach((group, range) -> {
            indicators.add(group.indicator());
            periods.add(group.period());
            levels.add(group.level());
            bounds.add(range.low() + " " + range.high());
        });
        sql.visit(
                """
                with bound as (
                  select indicator, period, level, split_part(range, ' ', 1)::float8 as low,
                    split_part(range, ' ', 2)::float8 as high
                  from unnest(?, ?, ?, ?) as u (indicator, period, level, range))
                select s.sheet, s.line, s.column_number, s.value, b.low, b.high
                from bound b join staged_value s on s.submission = ? and s.indicator = b.indicator
                  and s.period = b.period and s.status = 'normal' and (s.value < b.low or s.value > b.high)
                where exists (select 1 from space x where x.key = s.space and x.level = b.level)
                order by s.sheet, s.line, s.column_number""",
                row -> findings.hint(
                        findings.at(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number")),
                        "value.unusual-among-spaces",
                        Plausibility.plain(row.getBigDecimal("value")),
                        rounded(row.getDouble("low")),
                        rounded(row.getDouble("high"))),
                indicators.toArray(String[]::new),
                periods.toArray(String[]::new),
                levels.toArray(String[]::new),
                bounds.toArray(String[]::new),
                submission);
    }

    private static String rounded(double bound) {
        return Plausibility.plain(new java.math.BigDecimal(bound).round(new java.math.MathContext(4)));
    }
}
