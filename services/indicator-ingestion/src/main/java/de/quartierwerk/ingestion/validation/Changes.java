package de.quartierwerk.ingestion.validation;

import de.quartierwerk.ingestion.sql.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Values that differ much from those of the same space before: from the last period by more than half, and from all
 * periods by the modified z-score of {@link RobustSpread}. Periods are compared with others of the same form (years
 * with years, quarters with quarters), be they in the file or known.
 */
final class Changes {
    /** Change against the last period that is told, as a part of the value before. */
    private static final double MOST_CHANGE = 0.5;
    /** Counts below it change by half all the time. */
    private static final int LEAST_COUNT = 20;
    /** Fewer values of a space tell nothing about what is usual for it. */
    private static final int LEAST_PERIODS = 6;
    /** Earlier periods that are looked at. */
    private static final int MOST_PERIODS = 10;
    /** A series that hardly ever moves would make anything an outlier: least MAD as a part of the median. */
    private static final double LEAST_SPREAD = 0.01;

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final String BEFORE = """
            with pair as (select * from unnest(?, ?, ?) as u (indicator, period, earlier)),
            before as (
              select p.indicator, p.period, p.earlier, k.space, k.value
              from pair p cross join lateral (
                select distinct on (v.space) v.space, v.value, v.public_status
                from value v
                where v.indicator = p.indicator and v.period = p.earlier
                  and (select r.recorded_at from release r where r.number = v.release) is not null
                order by v.space, v.revision desc) k
              where k.value is not null and k.public_status <> 'suppressed'
                and not exists (select 1 from staged_value f where f.submission = ? and f.indicator = p.indicator
                  and f.period = p.earlier and f.space = k.space)
              union all
              select p.indicator, p.period, p.earlier, f.space, f.value
              from pair p join staged_value f on f.submission = ? and f.indicator = p.indicator and f.period = p.earlier
              where f.value is not null)
            """;

    private final Database database;
    private final UUID submission;
    private final Findings findings;
    private final Map<String, Set<String>> delivered;
    private final Set<String> counts;

    Changes(Database database, UUID submission, Findings findings, Samples samples) {
        this.database = database;
        this.submission = submission;
        this.findings = findings;
        this.delivered = samples.periods();
        this.counts = samples.counts();
    }

    /** Pairs of a delivered period and an earlier one. */
    private static final class Pairs {
        private final List<String> indicators = new ArrayList<>();
        private final List<String> periods = new ArrayList<>();
        private final List<String> earlier = new ArrayList<>();

        void add(String indicator, String period, String before) {
            indicators.add(indicator);
            periods.add(period);
            earlier.add(before);
        }

        Object[] parameters(UUID submission, Object... others) {
            List<Object> all = new ArrayList<>();
            for (List<String> column : List.of(indicators, periods, earlier)) {
                all.add(column.toArray(String[]::new));
            }
            all.add(submission);
            all.add(submission);
            all.addAll(List.of(others));
            return all.toArray();
        }
    }

    void check() {
        Pairs last = new Pairs();
        Pairs series = new Pairs();
        delivered.forEach((indicator, periods) -> {
            TreeSet<String> all = new TreeSet<>(periods);
            all.addAll(known(indicator));
            periods.forEach(period -> pair(indicator, period, all, last, series));
        });
        if (!last.indicators.isEmpty()) {
            lastPeriod(last);
        }
        if (!series.indicators.isEmpty()) {
            series(series);
        }
    }

    private static void pair(String indicator, String period, NavigableSet<String> all, Pairs last, Pairs series) {
        List<String> earlier = all.headSet(period, false).descendingSet().stream()
                .filter(before -> form(before).equals(form(period)))
                .limit(MOST_PERIODS)
                .toList();
        if (!earlier.isEmpty()) {
            last.add(indicator, period, earlier.get(0));
        }
        if (earlier.size() >= LEAST_PERIODS - 1) {
            earlier.forEach(before -> series.add(indicator, period, before));
        }
    }

    private static String form(String period) {
        return DIGIT.matcher(period).replaceAll("9");
    }

    /** Periods of an indicator that are known, found by leaps through the index. */
    private List<String> known(String indicator) {
        return database.list("""
                with recursive leap as (
                  select min(period) as period from value where indicator = ?
                  union all
                  select (select min(v.period) from value v where v.indicator = ? and v.period > leap.period)
                  from leap where leap.period is not null)
                select period from leap where period is not null""", row -> row.getString(1), indicator, indicator);
    }

    private void lastPeriod(Pairs pairs) {
        database.visit(
                BEFORE + """
                select s.sheet, s.line, s.column_number, s.value, b.earlier
                from before b join staged_value s on s.submission = ? and s.indicator = b.indicator
                  and s.period = b.period and s.space = b.space
                where s.status = 'normal' and b.value <> 0 and abs(s.value - b.value) > ? * abs(b.value)
                  and (s.indicator <> all(?) or greatest(abs(b.value), abs(s.value)) >= ?)
                order by s.sheet, s.line, s.column_number""",
                row -> findings.warning(
                        findings.at(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number")),
                        "value.changed-much",
                        Plausibility.plain(row.getBigDecimal("value")),
                        row.getString("earlier"),
                        Long.toString(Math.round(MOST_CHANGE * 100))),
                pairs.parameters(submission, submission, MOST_CHANGE, counts.toArray(String[]::new), LEAST_COUNT));
    }

    private void series(Pairs pairs) {
        database.visit(
                BEFORE + """
                , usual as (
                  select indicator, period, space, percentile_cont(0.5) within group (order by value::float8) as median
                  from before group by indicator, period, space having count(*) >= ?),
                spread as (
                  select u.indicator, u.period, u.space, u.median, greatest(?::float8 * abs(u.median),
                    percentile_cont(0.5) within group (order by abs(b.value::float8 - u.median))) as mad
                  from usual u join before b using (indicator, period, space)
                  group by u.indicator, u.period, u.space, u.median)
                select s.sheet, s.line, s.column_number, s.value
                from spread d join staged_value s on s.submission = ? and s.indicator = d.indicator
                  and s.period = d.period and s.space = d.space
                where s.status = 'normal' and d.mad > 0 and abs(s.value::float8 - d.median) * ? / d.mad > ?
                  and (s.indicator <> all(?) or greatest(d.median, s.value::float8) >= ?)
                order by s.sheet, s.line, s.column_number""",
                row -> findings.hint(
                        findings.at(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number")),
                        "value.unusual-over-time",
                        Plausibility.plain(row.getBigDecimal("value"))),
                pairs.parameters(
                        submission,
                        LEAST_PERIODS - 1,
                        LEAST_SPREAD,
                        submission,
                        RobustSpread.NORMAL,
                        RobustSpread.MOST_SCORE,
                        counts.toArray(String[]::new),
                        LEAST_COUNT));
    }
}
