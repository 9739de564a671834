package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.staging.RobustSpread;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Values that differ much from those of the same space before: from the last period as {@link ColumnChanges} judges it,
 * and from all periods by the modified z-score of {@link RobustSpread}. Periods are compared with others of the same
 * form (years with years, quarters with quarters), be they in the file or known.
 */
@ApplicationScoped
@Priority(400)
class ChangeCheck implements Check {
    private static final Pattern DIGIT = Pattern.compile("\\d");
    /** Earlier periods that are looked at. */
    private static final int MOST_PERIODS = 10;
    /** Found values that wait to be reported in the order of the file. */
    private static final int MOST_FOUND = 100_000;

    private final ChangeStatements statements;
    private final KnownValueStatements known;

    ChangeCheck(ChangeStatements statements, KnownValueStatements known) {
        this.statements = statements;
        this.known = known;
    }

    @Override
    public Stage stage() {
        return Stage.COMPARING;
    }

    /** Compares the delivered values with earlier ones, space by space, reading each value once. */
    @Override
    public void check(CheckedFile file) {
        Found found = new Found(file);
        Set<String> counts = file.staging().samples().counts();
        file.staging().samples().periods().forEach((indicator, periods) -> {
            Map<String, List<String>> earlier = earlier(periods, known.periods(indicator));
            Set<String> compared = new TreeSet<>();
            earlier.values().forEach(compared::addAll);
            if (!compared.isEmpty()) {
                SpaceSeries series = new SpaceSeries(earlier, counts.contains(indicator), found::add);
                statements.series(file.id(), indicator, compared, series::add);
                series.judge();
                series.changes().forEach((period, changes) -> {
                    String before = earlier.getOrDefault(period, List.of()).get(0);
                    ColumnChanges.Whole whole =
                            changes.judge((place, value, valueBefore, warning) -> found.add(new Unusual(
                                    place,
                                    BigDecimal.valueOf(value),
                                    before,
                                    BigDecimal.valueOf(valueBefore),
                                    warning)));
                    report(file, indicator, before, whole);
                });
            }
        });
        found.report();
    }

    private static void report(CheckedFile file, String indicator, String before, ColumnChanges.Whole whole) {
        Place place = file.place(whole.first());
        switch (whole.kind()) {
            case NOTHING -> {}
            case MOVED ->
                file.findings()
                        .warning(
                                new Place(null, place.column(), null),
                                "value.column-moved",
                                null,
                                indicator,
                                before,
                                Long.toString(whole.percent()));
            case THOUSANDFOLD ->
                file.findings()
                        .warning(new Place(null, place.column(), null), "value.thousandfold", null, indicator, before);
        }
    }

    /** For each delivered period those of the same form before it, the latest first. */
    static Map<String, List<String>> earlier(Set<String> delivered, List<String> known) {
        NavigableSet<String> all = new TreeSet<>(delivered);
        all.addAll(known);
        Map<String, List<String>> earlier = new HashMap<>();
        for (String period : delivered) {
            earlier.put(
                    period,
                    all.headSet(period, false).descendingSet().stream()
                            .filter(before -> form(before).equals(form(period)))
                            .limit(MOST_PERIODS)
                            .toList());
        }
        return earlier;
    }

    private static String form(String period) {
        return DIGIT.matcher(period).replaceAll("9");
    }

    /**
     * A value that is unusual for its space.
     *
     * @param earlier the period against which it changed much; null where it is an outlier among all periods
     * @param before the value for that period
     * @param warning whether it is a warning, else a hint
     */
    record Unusual(
            StagedPlace place, BigDecimal value, @Nullable String earlier, BigDecimal before, boolean warning) {
        static final Comparator<Unusual> ORDER = Comparator.<Unusual, Boolean>comparing(one -> one.earlier == null)
                .thenComparing(Unusual::place);
    }

    /** Collects unusual values and reports them in the order of the file. */
    private static final class Found {
        private final CheckedFile file;
        private final List<Unusual> waiting = new ArrayList<>();

        Found(CheckedFile file) {
            this.file = file;
        }

        void add(Unusual one) {
            waiting.add(one);
            if (waiting.size() == MOST_FOUND) {
                report();
            }
        }

        void report() {
            waiting.sort(Unusual.ORDER);
            for (Unusual one : waiting) {
                Place place = file.place(one.place);
                String value = CheckedFile.plain(one.value);
                if (one.earlier == null) {
                    file.findings().hint(place, "value.unusual-over-time", value);
                } else if (one.warning) {
                    file.findings()
                            .change(place, "value.changed-much", value, CheckedFile.plain(one.before), one.earlier);
                } else {
                    file.findings()
                            .smallChange(
                                    place, "value.changed-much", value, CheckedFile.plain(one.before), one.earlier);
                }
            }
            waiting.clear();
        }
    }

    /**
     * A value of a space, known or delivered.
     *
     * @param status null for a known value
     * @param place null for a known value
     */
    record Entry(
            String space,
            String period,
            @Nullable BigDecimal value,
            @Nullable String status,
            @Nullable StagedPlace place) {}

    /** The values of one indicator for one space after the other. */
    static final class SpaceSeries {
        /** Counts below it change by half all the time. */
        private static final BigDecimal LEAST_COUNT = BigDecimal.valueOf(20);
        /** Fewer values of a space tell nothing about what is usual for it. */
        private static final int LEAST_PERIODS = 6;
        /** A series that hardly ever moves would make anything an outlier: least MAD as a part of the median. */
        private static final double LEAST_SPREAD = 0.01;

        private final Map<String, List<String>> earlier;
        private final boolean count;
        private final Consumer<Unusual> found;
        private final Map<String, @Nullable BigDecimal> values = new HashMap<>();
        private final Map<String, Delivered> delivered = new TreeMap<>();
        private final Map<String, ColumnChanges> changes = new TreeMap<>();
        private @Nullable String space;

        private record Delivered(StagedPlace place, BigDecimal value) {}

        SpaceSeries(Map<String, List<String>> earlier, boolean count, Consumer<Unusual> found) {
            this.earlier = earlier;
            this.count = count;
            this.found = found;
        }

        /** Takes the next value; known ones of a space come before those that the file has instead of them. */
        void add(Entry next) {
            if (!next.space.equals(space)) {
                judge();
                space = next.space;
            }
            values.put(next.period, next.value);
            if (next.value != null && next.place != null && ValueStatus.NORMAL.equals(next.status)) {
                delivered.put(next.period, new Delivered(next.place, next.value));
            }
        }

        /** Judges the delivered values of the space. */
        void judge() {
            delivered.forEach((period, one) -> {
                List<String> before = earlier.getOrDefault(period, List.of());
                BigDecimal last = before.isEmpty() ? null : values.get(before.get(0));
                if (last != null) {
                    changes.computeIfAbsent(period, any -> new ColumnChanges(count))
                            .add(one.place, one.value.doubleValue(), last.doubleValue());
                }
                if (before.size() >= LEAST_PERIODS - 1 && isUnusual(one.value, before)) {
                    found.accept(new Unusual(one.place, one.value, null, one.value, false));
                }
            });
            values.clear();
            delivered.clear();
        }

        /** The changes from the period before, for each delivered period. */
        Map<String, ColumnChanges> changes() {
            return changes;
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

    @ApplicationScoped
    static class ChangeStatements {
        private static final String SERIES = """
                select space, period, value, status, sheet, line, column_number from (
                  select k.space, k.period, k.value, null as status, null as sheet, null as line, null as column_number
                  from (
                    select distinct on (v.period, v.space) v.period, v.space, coalesce(v.rounded, v.value) as value,
                      v.public_status from value v
                    where v.indicator = ? and v.period = any(?) and v.space = any(array(
                        select distinct space from staged_value where submission = ? and indicator = ? order by space))
                      and v.release <> all(array(select number from release where recorded_at is null))
                    order by v.period, v.space, v.revision desc) k
                  where k.value is not null and k.public_status <> 'suppressed'
                  union all
                  select space, period, value, status, sheet, line, column_number from staged_value
                  where submission = ? and indicator = ?) series
                order by space, status nulls first""";

        private final Jdbi jdbi;

        ChangeStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /**
         * The values of an indicator, space by space: known and public ones of the periods, then the delivered ones.
         */
        void series(UUID submission, String indicator, Set<String> periods, Consumer<Entry> each) {
            jdbi.useHandle(handle -> handle.select(
                            SERIES,
                            indicator,
                            periods.toArray(String[]::new),
                            submission,
                            indicator,
                            submission,
                            indicator)
                    .map((row, context) -> {
                        String status = row.getString(4);
                        return new Entry(
                                row.getString(1),
                                row.getString(2),
                                row.getBigDecimal(3),
                                status,
                                status == null ? null : StagedPlace.of(row));
                    })
                    .forEach(each));
        }
    }
}
