package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.validation.reading.DifferingColumns;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes out values of cells that the file has more than once. Of the same value again the first is kept, with a
 * warning. Values that contradict each other are all errors: nobody knows which one stands for the space. Where more
 * than a tenth of a file's values contradict each other, a condition on the rows is missing, and the file is rejected.
 */
@ApplicationScoped
@Priority(400)
class RepetitionCheck implements Check {
    /** One in so many values that contradict each other is too much. */
    private static final int PART = 10;
    /** A single pair of rows may contradict each other for any reason. */
    private static final int LEAST_VALUES = 4;
    /** Pairs of rows whose other columns are looked at. */
    private static final int MOST_PAIRS = 200;

    private final RepetitionStatements statements;
    private final DifferingColumns columns;

    RepetitionCheck(RepetitionStatements statements, DifferingColumns columns) {
        this.statements = statements;
        this.columns = columns;
    }

    @Override
    public Stage stage() {
        return Stage.CLEANING;
    }

    @Override
    public void check(CheckedFile file) {
        if (!file.staging().mayRepeat()) {
            return;
        }
        Contradictions found = new Contradictions();
        statements.takeOut(file.id(), repetition -> report(file, repetition, found));
        if (found.values > 0) {
            file.spaces().keepDelivered(statements.spaces(file.id()));
        }
        if (found.values >= LEAST_VALUES && found.values * PART > file.staging().values()) {
            List<String> differing = columns.of(file.submission(), found.pairs);
            file.reject();
            file.findings()
                    .error(
                            Place.FILE,
                            differing.isEmpty() ? "file.contradictions" : "file.filter-missing",
                            null,
                            Long.toString(found.values),
                            String.join(", ", differing));
        }
    }

    /** Values that contradict each other, and pairs of rows with such. */
    private static final class Contradictions {
        private final List<DifferingColumns.Pair> pairs = new ArrayList<>();
        private long values;
    }

    private static void report(CheckedFile file, Repetition repetition, Contradictions found) {
        StagedPlace other = repetition.other;
        Place place = file.place(repetition.place);
        String line = file.findings().line(repetition.place.sheet(), other.sheet(), other.line());
        if (!repetition.contradicts) {
            file.findings().warning(place, "value.repeated", null, repetition.space, line);
            return;
        }
        file.takeOut(1, repetition.usable ? 1 : 0);
        file.findings().error(place, "value.contradicts", null, repetition.space, line);
        found.values++;
        if (found.pairs.size() < MOST_PAIRS && repetition.place.sheet() == other.sheet()) {
            found.pairs.add(new DifferingColumns.Pair(
                    other.sheet(),
                    Math.min(other.line(), repetition.place.line()),
                    Math.max(other.line(), repetition.place.line())));
        }
    }

    /**
     * A value of a cell that the file has more than once.
     *
     * @param other where it stands first, or for that one where it stands next
     * @param contradicts whether the cell has different values
     * @param usable whether the value is there, no missing one
     */
    record Repetition(StagedPlace place, StagedPlace other, String space, boolean contradicts, boolean usable) {}

    @ApplicationScoped
    static class RepetitionStatements {
        private final Jdbi jdbi;

        RepetitionStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        /** The spaces for which values are left that are there. */
        Set<String> spaces(UUID submission) {
            return jdbi.withHandle(handle -> handle.select(
                            "select distinct space from staged_value where submission = ? and status <> 'missing'",
                            submission)
                    .map((row, context) -> row.getString(1))
                    .set());
        }

        void takeOut(UUID submission, Consumer<Repetition> each) {
            jdbi.useHandle(handle -> handle.select("""
                            with numbered as (
                              select ctid, indicator, period, space, sheet, line, column_number, status,
                                case when row_number() over placed = 1 then lead(line) over placed
                                  else first_value(line) over placed end as other_line,
                                case when row_number() over placed = 1 then lead(sheet) over placed
                                  else first_value(sheet) over placed end as other_sheet_number,
                                (value, numerator, denominator, status) is not distinct from
                                  (first_value(value) over placed, first_value(numerator) over placed,
                                   first_value(denominator) over placed, first_value(status) over placed) as same,
                                row_number() over placed as place, count(*) over cell as times
                              from staged_value where submission = ?
                              window cell as (partition by indicator, period, space),
                                placed as (partition by indicator, period, space order by sheet, line, column_number)),
                            judged as (
                              select *, not bool_and(same) over (partition by indicator, period, space) as contradicts
                              from numbered where times > 1),
                            gone as (
                              delete from staged_value s using judged n
                              where (n.place > 1 or n.contradicts) and s.ctid = n.ctid
                              returning n.sheet, n.line, n.column_number, n.other_sheet_number, n.other_line, n.contradicts,
                                n.space, n.status)
                            select * from gone order by sheet, line, column_number""", submission)
                    .map((row, context) -> new Repetition(
                            StagedPlace.of(row),
                            new StagedPlace(row.getInt("other_sheet_number"), row.getLong("other_line"), 0),
                            row.getString("space"),
                            row.getBoolean("contradicts"),
                            !row.getString("status").equals("missing")))
                    .forEach(each));
        }
    }
}
