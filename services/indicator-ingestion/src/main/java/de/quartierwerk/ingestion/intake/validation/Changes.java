package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.kit.database.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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
    private static final BigDecimal MOST_CHANGE = new BigDecimal("0.5");
    /** Counts below it change by half all the time. */
    private static final BigDecimal LEAST_COUNT = BigDecimal.valueOf(20);
    /** Fewer values of a space tell nothing about what is usual for it. */
    private static final int LEAST_PERIODS = 6;
    /** Earlier periods that are looked at. */
    private static final int MOST_PERIODS = 10;
    /** A series that hardly ever moves would make anything an outlier: least MAD as a part of the median. */
    private static final double LEAST_SPREAD = 0.01;

    private static final Pattern DIGIT = Pattern.compile("\\d");

    /** Found values that wait to be told in the order of the file. */
    private static final int MOST_FOUND = 100_000;

    private static final String SERIES = """
            select space, period, value, status, sheet, line, column_number from (
              select k.space, k.period, k.value, null as status, null as sheet, null as line, null as column_number
              from (
                select distinct on (v.period, v.space) v.period, v.space, v.value, v.public_status from value v
                where v.indicator = ? and v.period = any(?) and v.space = any(array(
                    select distinct space from staged_value where submission = ? and indicator = ? order by space))
                  and v.release <> all(array(select number from release where recorded_at is null))
                order by v.period, v.space, v.revision desc) k
              where k.value is not null and k.public_status <> 'suppressed'
              union all
              select space, period, value, status, sheet, line, column_number from staged_value
              where submission = ? and indicator = ?) series
            order by space, status nulls first""";

    private final Sql sql;
    private final UUID submission;
    private final Findings findings;
    private final Map<String, Set<String>> delivered;
    private final Set<String> counts;
    private final List<Found> found = new ArrayList<>();

    Changes(Sql sql, UUID submission, Findings findings, Samples samples) {
        this.sql = sql;
        this.submission = submission;
        this.findings = findings;
        this.delivered = samples.periods();
        this.counts = samples.counts();
    }

    /** A delivered value; {@code earlier} is the period against which it changed much, null where it is an outlier. */
    private record Found(int sheet, long line, int column, BigDecimal value, String earlier) {
        static final Comparator<Found> ORDER = Comparator.<Found, Boolean>comparing(one -> one.earlier == null)
                .thenComparing(Found::sheet)
                .thenComparing(Found::line)
                .thenComparing(Found::column);

        Found against(String period) {
            return new Found(sheet, line, column, value, period);
        }
    }

    /** Compares the delivered values with earlier ones, space by space, reading each value once. */
    void check() {
        delivered.forEach((indicator, periods) -> {
            TreeSet<String> all = new TreeSet<>(periods);
            all.addAll(known(sql, indicator));
            Map<String, List<String>> earlier = new HashMap<>();
            periods.forEach(period -> earlier.put(period, earlier(period, all)));
            String[] compared =
                    earlier.values().stream().flatMap(List::stream).distinct().toArray(String[]::new);
            if (compared.length > 0) {
                compare(indicator, earlier, compared);
            }
        });
        tell();
    }

    /** The periods of the same form before one, the latest first. */
    private static List<String> earlier(String period, NavigableSet<String> all) {
        return all.headSet(period, false).descendingSet().stream()
                .filter(before -> form(before).equals(form(period)))
                .limit(MOST_PERIODS)
                .toList();
    }

    private static String form(String period) {
        return DIGIT.matcher(period).replaceAll("9");
    }

    /** Periods of an indicator that are known, found by leaps through the index. */
    static List<String> known(Sql sql, String indicator) {
        return sql.list("""
                with recursive leap as (
                  select min(period) as period from value where indicator = ?
                  union all
                  select (select min(v.period) from value v where v.indicator = ? and v.period > leap.period)
                  from leap where leap.period is not null)
                select period from leap where period is not null""", row -> row.getString(1), indicator, indicator);
    }

    private void compare(String indicator, Map<String, List<String>> earlier, String... compared) {
        SpaceSeries series = new SpaceSeries(earlier, counts.contains(indicator));
        sql.visit(SERIES, series::add, indicator, compared, submission, indicator, submission, indicator);
        series.judge();
    }

    /** The values of one indicator for one space after the other. */
    private final class SpaceSeries {
        private final Map<String, List<String>> earlier;
        private final boolean count;
        private final Map<String, BigDecimal> values = new HashMap<>();
        private final Map<String, Found> judged = new TreeMap<>();
        private String space;

        SpaceSeries(Map<String, List<String>> earlier, boolean count) {
            this.earlier = earlier;
            this.count = count;
        }

        /** Takes the next value; known ones of a space come before those that the file has instead of them. */
        void add(ResultSet row) throws SQLException {
            String next = row.getString("space");
            if (!next.equals(space)) {
                judge();
                space = next;
            }
            String period = row.getString("period");
            BigDecimal value = row.getBigDecimal("value");
            values.put(period, value);
            if (value != null && ValueStatus.NORMAL.equals(row.getString("status"))) {
                judged.put(
                        period,
                        new Found(row.getInt("sheet"), row.getLong("line"), row.getInt("column_number"), value, null));
            }
        }

        void judge() {
            judged.forEach((period, one) -> {
                List<String> before = earlier.getOrDefault(period, List.of());
                if (!before.isEmpty() && changedMuch(one.value, values.get(before.get(0)))) {
                    note(one.against(before.get(0)));
                }
                if (before.size() >= LEAST_PERIODS - 1 && isUnusual(one.value, before)) {
                    note(one);
                }
            });
            values.clear();
            judged.clear();
        }

        private boolean changedMuch(BigDecimal value, BigDecimal before) {
            return before != null
                    && before.signum() != 0
                    && value.subtract(before).abs().compareTo(MOST_CHANGE.multiply(before.abs())) > 0
                    && (!count || before.abs().max(value.abs()).compareTo(LEAST_COUNT) >= 0);
        }

        private boolean isUnusual(BigDecimal value, List<String> before) {
            double[] usual = before.stream()
                    .map(values::get)
                    .filter(Objects::nonNull)
                    .mapToDouble(BigDecimal::doubleValue)
                    .toArray();
            double number = value.doubleValue();
            if (usual.length < LEAST_PERIODS - 1) {
                return false;
            }
            RobustSpread spread = RobustSpread.of(usual);
            double mad = Math.max(LEAST_SPREAD * Math.abs(spread.median()), spread.mad());
            return mad > 0
                    && Math.abs(number - spread.median()) * RobustSpread.NORMAL / mad > RobustSpread.MOST_SCORE
                    && (!count || Math.max(spread.median(), number) >= LEAST_COUNT.doubleValue());
        }
    }

    private void note(Found one) {
        found.add(one);
        if (found.size() == MOST_FOUND) {
            tell();
        }
    }

    private void tell() {
        found.sort(Found.ORDER);
        for (Found one : found) {
            Findings.Place place = findings.at(one.sheet, one.line, one.column);
            String value = Plausibility.plain(one.value);
            if (one.earlier == null) {
                findings.hint(place, "value.unusual-over-time", value);
            } else {
                String percent = MOST_CHANGE.movePointRight(2).toBigInteger().toString();
                findings.warning(place, "value.changed-much", value, one.earlier, percent);
            }
        }
        found.clear();
    }
}
