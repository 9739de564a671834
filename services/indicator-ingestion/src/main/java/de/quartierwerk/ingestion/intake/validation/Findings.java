package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.intake.file.CellName;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Severity;
import de.quartierwerk.kit.database.CopyRows;
import de.quartierwerk.kit.database.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Collects what is found in a file, all of it, and loads it in portions. */
final class Findings {
    private static final int PORTION_CHARACTERS = 1024 * 1024;
    private static final String INTO =
            "finding (submission, number, line, column_name, cell, code, severity, value, arguments)";

    private final Sql sql;
    private final UUID submission;
    private final boolean severalSheets;
    private final CopyRows rows = new CopyRows();
    private final List<Table> tables = new ArrayList<>();
    private long number;
    private long errors;
    private long warnings;

    /** @param severalSheets whether a cell is named with its sheet */
    Findings(Sql sql, UUID submission, boolean severalSheets) {
        this.sql = sql;
        this.submission = submission;
        this.severalSheets = severalSheets;
    }

    private record Table(Binding binding, String sheet) {}

    /**
     * A place of the file.
     *
     * @param line line or row, from 1; null for the whole file
     * @param column name of the column, or null
     * @param cell the cell as spreadsheets name it, or null
     */
    record Place(Long line, String column, String cell) {
        static final Place FILE = new Place(null, null, null);
    }

    /**
     * Says that what is found from now on lies in another table.
     *
     * @return its number, from 0
     */
    int enter(Binding binding, String sheet) {
        tables.add(new Table(binding, sheet));
        return tables.size() - 1;
    }

    /** A place in the present table; column -1 for a whole line. */
    Place at(long line, int column) {
        return at(tables.size() - 1, line, column);
    }

    /** A place in one of the tables. */
    Place at(int table, long line, int column) {
        Table there = tables.get(table);
        String cell = there.sheet == null || column < 0 ? null : cell(there.sheet, line, column);
        return new Place(line, there.binding.name(column), cell);
    }

    /** A line as a message of one table names it: with its sheet where that is another one. */
    String line(int told, int table, long line) {
        return told == table ? Long.toString(line) : line + " (" + tables.get(table).sheet + ")";
    }

    private String cell(String sheet, long line, int column) {
        String cell = CellName.of(line, column);
        return severalSheets ? "'" + sheet.replace("'", "''") + "'!" + cell : cell;
    }

    void error(Place place, String code, String value, String... arguments) {
        add(place, code, Severity.ERROR, value, arguments);
    }

    void warning(Place place, String code, String value, String... arguments) {
        add(place, code, Severity.WARNING, value, arguments);
    }

    void hint(Place place, String code, String value, String... arguments) {
        add(place, code, Severity.HINT, value, arguments);
    }

    private void add(Place place, String code, Severity severity, String value, String... arguments) {
        errors += severity == Severity.ERROR ? 1 : 0;
        warnings += severity == Severity.WARNING ? 1 : 0;
        Finding finding = new Finding(place.line, place.column, place.cell, code, severity, value, List.of(arguments));
        rows.plain(submission)
                .plain(number++)
                .plain(finding.line())
                .add(finding.column())
                .add(finding.cell())
                .add(finding.code())
                .add(finding.severity().text())
                .add(finding.value())
                .array(finding.arguments())
                .end();
        if (rows.size() > PORTION_CHARACTERS) {
            flush();
        }
    }

    void flush() {
        sql.copy(INTO, rows);
    }

    long errors() {
        return errors;
    }

    long warnings() {
        return warnings;
    }
}
