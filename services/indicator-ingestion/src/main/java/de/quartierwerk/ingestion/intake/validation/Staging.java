package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.submission.Counts;
import de.quartierwerk.kit.database.CopyBehind;
import de.quartierwerk.kit.database.CopyRows;
import de.quartierwerk.kit.database.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The good values of a file, loaded by COPY in portions, and what the database can tell about them as a whole. Within a
 * portion the values of an indicator and period lie together: what reads them one group after the other then reads
 * neighbours, whatever the layout of the file.
 */
final class Staging implements AutoCloseable {
    private static final int PORTION_CHARACTERS = 8 * 1024 * 1024;
    /** A file may speak of any number of days; past so many groups repetitions are left to the database. */
    private static final int MOST_GROUPS = 2_000;

    private static final String INTO = """
            staged_value (submission, sheet, line, column_number, indicator, period, period_end, space, value, numerator,
              denominator, status, controlled)""";

    private static final Comparator<Samples.Group> BY_CELL =
            Comparator.comparing(Samples.Group::indicator).thenComparing(Samples.Group::period);

    private final Sql sql;
    private final UUID submission;
    private final CopyBehind loading;
    private final Map<Samples.Group, CellGroup> groups = new HashMap<>();
    private final CellGroup others = new CellGroup();
    private final Samples samples = new Samples();
    private int table;
    private int waiting;
    private boolean repetitions;
    private boolean empty;
    private long usable;

    Staging(Sql sql, UUID submission) {
        this.sql = sql;
        this.submission = submission;
        this.loading = sql.copyBehind(INTO);
    }

    /** Rows that wait to be loaded, and for which spaces there was one. */
    private static final class CellGroup {
        private final CopyRows rows = new CopyRows();
        private final BitSet spaces = new BitSet();
    }

    /** A value with its place. */
    record Value(
            long line,
            int column,
            Indicator indicator,
            String level,
            String period,
            LocalDate periodEnd,
            String space,
            int spaceNumber,
            BigDecimal value,
            BigDecimal numerator,
            BigDecimal denominator,
            String status,
            boolean controlled,
            boolean usable) {}

    /** Says that the values from now on stand in another table. */
    void enter(int number) {
        table = number;
    }

    /** What the values tell about what is usual. */
    Samples samples() {
        return samples;
    }

    void add(Value value) {
        Samples.Group key = new Samples.Group(value.indicator.code(), value.period, value.level);
        if (value.value != null && value.status.equals(ValueStatus.NORMAL)) {
            samples.add(key, value.indicator, value.value);
        }
        usable += value.usable ? 1 : 0;
        empty |= value.status.equals(ValueStatus.MISSING);
        CellGroup group = group(key);
        repetitions |= group == others || group.spaces.get(value.spaceNumber);
        group.spaces.set(value.spaceNumber);
        int before = group.rows.size();
        group.rows
                .plain(submission)
                .plain(table)
                .plain(value.line)
                .plain(value.column)
                .add(value.indicator.code())
                .add(value.period)
                .plain(value.periodEnd)
                .add(value.space)
                .add(value.value)
                .add(value.numerator)
                .add(value.denominator)
                .add(value.status)
                .plain(value.controlled)
                .end();
        waiting += group.rows.size() - before;
        if (waiting > PORTION_CHARACTERS) {
            flush();
        }
    }

    private CellGroup group(Samples.Group key) {
        CellGroup group = groups.get(key);
        if (group == null && groups.size() < MOST_GROUPS) {
            group = new CellGroup();
            groups.put(key, group);
        }
        return group == null ? others : group;
    }

    private void flush() {
        Stream<CellGroup> sorted = groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(BY_CELL))
                .map(Map.Entry::getValue);
        loading.copy(Stream.concat(sorted, Stream.of(others))
                .map(group -> group.rows)
                .toArray(CopyRows[]::new));
        waiting = 0;
    }

    /** Waits until all values are loaded. */
    @Override
    public void close() {
        try (loading) {
            flush();
        }
    }

    /** Whether any cell is empty. */
    boolean hasEmptyCells() {
        return empty;
    }

    /** Values that are there, not missing ones. */
    long usable() {
        return usable;
    }

    /**
     * Takes out the values of cells that the file has before, and tells of each.
     *
     * @return how many were taken out because they contradict an earlier one
     */
    long takeOutRepetitions(Repetition told) {
        if (!repetitions) {
            return 0;
        }
        long[] contradictions = {0};
        sql.visit(
                """
                with numbered as (
                  select ctid, sheet, line, column_number, space, value, numerator, denominator, status,
                    first_value(sheet) over cell as first_sheet, first_value(line) over cell as first_line,
                    (value, numerator, denominator, status) is not distinct from
                      (first_value(value) over cell, first_value(numerator) over cell,
                       first_value(denominator) over cell, first_value(status) over cell) as same,
                    row_number() over cell as place
                  from staged_value where submission = ?
                  window cell as (partition by indicator, period, space order by sheet, line, column_number)),
                gone as (
                  delete from staged_value s using numbered n where n.place > 1 and s.ctid = n.ctid
                  returning n.sheet, n.line, n.column_number, n.first_sheet, n.first_line, n.same, n.space)
                select * from gone order by sheet, line, column_number""",
                row -> {
                    boolean same = row.getBoolean("same");
                    contradictions[0] += same ? 0 : 1;
                    told.tell(
                            row.getInt("sheet"),
                            row.getLong("line"),
                            row.getInt("column_number"),
                            same,
                            row.getString("space"),
                            row.getInt("first_sheet"),
                            row.getLong("first_line"));
                },
                submission);
        return contradictions[0];
    }

    /** Is told of each value that the file has before. */
    @FunctionalInterface
    interface Repetition {
        void tell(int table, long line, int column, boolean same, String space, int firstTable, long firstLine);
    }

    /** Compares the values with those that are known. */
    Counts counts(long rowCount, long rejected, long warnings) {
        long[] counts = new long[3];
        sql.withoutNestedLoops(() -> {
            knownGroups().forEach(group -> compare(group.indicator(), group.period(), counts));
            counts[2] = sql.first("select repeated_secrets(?)", row -> row.getLong(1), submission)
                    .orElseThrow();
        });
        long staged = sql.first(
                        "select count(*) from staged_value where submission = ?", row -> row.getLong(1), submission)
                .orElseThrow();
        long updated = counts[0] + counts[2];
        long unchanged = counts[1] - counts[2];
        long created = staged - updated - unchanged;
        return new Counts(rowCount, staged + rejected, created, updated, unchanged, rejected, warnings);
    }

    private void compare(String indicator, String period, long... counts) {
        sql.visit(
                """
                select count(*) filter (where not same) as updated, count(*) filter (where same) as unchanged
                from (
                  select (k.value, k.numerator, k.denominator, k.status)
                    is not distinct from (s.value, s.numerator, s.denominator, s.status) as same
                  from staged_value s join (
                    select distinct on (space) * from value where indicator = ? and period = ?
                    order by space, revision desc) k on k.space = s.space
                  where s.submission = ? and s.indicator = ? and s.period = ?) compared""",
                row -> {
                    counts[0] += row.getLong("updated");
                    counts[1] += row.getLong("unchanged");
                },
                indicator,
                period,
                submission,
                indicator,
                period);
    }

    /** The indicators and periods of the file of which any value is known. */
    private List<Known> knownGroups() {
        return sql.list("""
                select g.indicator, g.period from staged_groups(?) g cross join lateral (
                  select 1 from value v where v.indicator = g.indicator and v.period = g.period
                  order by v.indicator, v.period, v.space limit 1) known""", row -> new Known(row.getString(1), row.getString(2)), submission);
    }

    private record Known(String indicator, String period) {}
}
