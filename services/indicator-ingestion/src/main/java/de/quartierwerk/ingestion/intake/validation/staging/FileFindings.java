package de.quartierwerk.ingestion.intake.validation.staging;

import de.quartierwerk.ingestion.intake.file.CellName;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Findings;
import de.quartierwerk.ingestion.intake.submission.Place;
import de.quartierwerk.ingestion.intake.submission.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is found in a file, with the names of its places. */
public final class FileFindings {
    private final Findings.Writer writer;
    private final boolean severalSheets;
    private final @Nullable PreviewNotes preview;
    private final List<Table> tables = new ArrayList<>();
    private long errors;
    private long warnings;

    /**
     * @param severalSheets whether a cell is named with its sheet
     * @param preview takes notes of the rows that stand for no space; null where nobody wants to see them
     */
    public FileFindings(Findings.Writer writer, boolean severalSheets, @Nullable PreviewNotes preview) {
        this.writer = writer;
        this.severalSheets = severalSheets;
        this.preview = preview;
    }

    private record Table(Binding binding, @Nullable String sheet) {}

    /**
     * Says that what is found from now on lies in another table.
     *
     * @return its number, from 0
     */
    public int enter(Binding binding, @Nullable String sheet) {
        tables.add(new Table(binding, sheet));
        return tables.size() - 1;
    }

    /** A place in the present table; column -1 for a whole line. */
    public Place at(long line, int column) {
        return at(tables.size() - 1, line, column);
    }

    /** A place in one of the tables. */
    public Place at(int table, long line, int column) {
        Table there = tables.get(table);
        String cell = there.sheet == null || column < 0 ? null : cell(there.sheet, line, column);
        return new Place(line, there.binding.name(column), cell);
    }

    /** A line as a message about one table names it: with its sheet where that is another one. */
    public String line(int about, int table, long line) {
        return about == table ? Long.toString(line) : line + " (" + tables.get(table).sheet + ")";
    }

    private String cell(String sheet, long line, int column) {
        String cell = CellName.of(line, column);
        return severalSheets ? "'" + sheet.replace("'", "''") + "'!" + cell : cell;
    }

    /** Something because of which a value cannot be used. */
    public void error(Place place, String code, @Nullable String value, String... arguments) {
        errors++;
        add(Finding.of(place, code, Severity.ERROR, value, List.of(arguments)));
    }

    /** Something that should be looked at. */
    public void warning(Place place, String code, @Nullable String value, String... arguments) {
        warnings++;
        add(Finding.of(place, code, Severity.WARNING, value, List.of(arguments)));
    }

    /**
     * Something that should be looked at since it changes what the public knows.
     *
     * @param before what that is
     */
    public void change(Place place, String code, @Nullable String value, String before, String... arguments) {
        warnings++;
        add(new Finding(place, code, Severity.WARNING, value, before, List.of(arguments)));
    }

    /**
     * Something that may be good to know about what the public knows.
     *
     * @param before what that is
     */
    public void smallChange(Place place, String code, @Nullable String value, String before, String... arguments) {
        add(new Finding(place, code, Severity.HINT, value, before, List.of(arguments)));
    }

    /** Something that may be good to know. */
    public void hint(Place place, String code, @Nullable String value, String... arguments) {
        add(Finding.of(place, code, Severity.HINT, value, List.of(arguments)));
    }

    private void add(Finding finding) {
        writer.add(finding);
        if (preview != null) {
            preview.take(finding);
        }
    }

    /** Stores all findings. */
    public void flush() {
        writer.flush();
    }

    public long errors() {
        return errors;
    }

    public long warnings() {
        return warnings;
    }
}
