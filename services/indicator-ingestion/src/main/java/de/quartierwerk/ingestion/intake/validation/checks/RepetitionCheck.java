package de.quartierwerk.ingestion.intake.validation.checks;

import de.quartierwerk.ingestion.intake.submission.Place;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Takes out values of cells that the file has before: a repetition is a warning, a contradiction an error. */
@ApplicationScoped
@Priority(400)
class RepetitionCheck implements Check {
    private final RepetitionStatements statements;

    RepetitionCheck(RepetitionStatements statements) {
        this.statements = statements;
    }

    @Override
    public Stage stage() {
        return Stage.CLEANING;
    }

    @Override
    public void check(CheckedFile file) {
        if (file.staging().mayRepeat()) {
            statements.takeOut(file.id(), repetition -> report(file, repetition));
        }
    }

    private static void report(CheckedFile file, Repetition repetition) {
        StagedPlace first = repetition.first;
        Place place = file.place(repetition.place);
        String line = file.findings().line(repetition.place.sheet(), first.sheet(), first.line());
        if (repetition.same) {
            file.findings().warning(place, "value.repeated", null, repetition.space, line);
        } else {
            file.takeOut(1, 0);
            file.findings().error(place, "value.contradicts", null, repetition.space, line);
        }
    }

    /**
     * A value that the file has before.
     *
     * @param same whether it is the same value
     */
    record Repetition(StagedPlace place, StagedPlace first, String space, boolean same) {}

    @ApplicationScoped
    static class RepetitionStatements {
        private final Jdbi jdbi;

        RepetitionStatements(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        void takeOut(UUID submission, Consumer<Repetition> each) {
            jdbi.useHandle(handle -> handle.select("""
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
                            select * from gone order by sheet, line, column_number""", submission)
                    .map((row, context) -> new Repetition(
                            StagedPlace.of(row),
                            new StagedPlace(row.getInt("first_sheet"), row.getLong("first_line"), 0),
                            row.getString("space"),
                            row.getBoolean("same")))
                    .forEach(each));
        }
    }
}
