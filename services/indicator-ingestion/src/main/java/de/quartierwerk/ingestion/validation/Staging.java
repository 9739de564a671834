package de.quartierwerk.ingestion.validation;

import de.quartierwerk.events.ValueStatus;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.sql.CopyRows;
import de.quartierwerk.ingestion.sql.Database;
import de.quartierwerk.ingestion.submission.Counts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** The good values of a file, loaded by COPY in portions, and what the database can tell about them as a whole. */
final class Staging {
    private static final int PORTION_CHARACTERS = 4 * 1024 * 1024;
    private static final String INTO = """
            staged_value (submission, sheet, line, column_number, indicator, period, period_end, space, value, numerator,
              denominator, status, controlled)""";

    private final Database database;
    private final UUID submission;
    private final CopyRows rows = new CopyRows();
    private final Samples samples = new Samples();
    private int table;
    private long values;
    private long usable;

    Staging(Database database, UUID submission) {
        this.database = database;
        this.submission = submission;
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
        if (value.value != null && value.status.equals(ValueStatus.NORMAL)) {
            samples.add(value.indicator, value.period, value.level, value.value);
        }
        values++;
        usable += value.usable ? 1 : 0;
        rows.plain(submission)
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
        if (rows.size() > PORTION_CHARACTERS) {
            flush();
        }
    }

    void flush() {
        database.copy(INTO, rows);
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
        if (values == 0) {
            return 0;
        }
        long[] contradictions = {0};
        database.visit(
                """
                with numbered as (
                  select ctid, sheet, line, column_number, space, value, numerator, denominator, status,
                    first_value(line) over cell as first_line,
                    (value, numerator, denominator, status) is not distinct from
                      (first_value(value) over cell, first_value(numerator) over cell,
                       first_value(denominator) over cell, first_value(status) over cell) as same,
                    row_number() over cell as place
                  from staged_value where submission = ?
                  window cell as (partition by indicator, period, space order by sheet, line, column_number)),
                gone as (
                  delete from staged_value s using numbered n where n.place > 1 and s.ctid = n.ctid
                  returning n.sheet, n.line, n.column_number, n.first_line, n.same, n.space)
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
                            row.getLong("first_line"));
                },
                submission);
        return contradictions[0];
    }

    /** Is told of each value that the file has before. */
    @FunctionalInterface
    interface Repetition {
        void tell(int table, long line, int column, boolean same, String space, long firstLine);
    }

    /** Compares the values with those that are known. */
    Counts counts(long rowCount, long rejected, long warnings) {
        return database.first(
                        """
                        select count(*) filter (where v.revision is null) as created,
                          count(*) filter (where v.revision is not null and v.same) as unchanged,
                          count(*) filter (where v.revision is not null and not v.same) as updated
                        from staged_value s left join lateral (
                          select k.revision, (k.value, k.numerator, k.denominator, k.status)
                              is not distinct from (s.value, s.numerator, s.denominator, s.status) as same
                          from value k
                          where k.indicator = s.indicator and k.period = s.period and k.space = s.space
                          order by k.revision desc limit 1) v on true
                        where s.submission = ?""",
                        row -> new Counts(
                                rowCount,
                                row.getLong("created") + row.getLong("updated") + row.getLong("unchanged") + rejected,
                                row.getLong("created"),
                                row.getLong("updated"),
                                row.getLong("unchanged"),
                                rejected,
                                warnings),
                        submission)
                .orElseThrow();
    }
}
