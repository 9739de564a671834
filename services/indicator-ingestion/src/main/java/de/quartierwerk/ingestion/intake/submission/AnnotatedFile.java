package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.intake.file.Book;
import de.quartierwerk.ingestion.intake.file.CellName;
import de.quartierwerk.ingestion.intake.file.CellNotes;
import de.quartierwerk.ingestion.intake.file.CsvTable;
import de.quartierwerk.ingestion.intake.file.FileKind;
import de.quartierwerk.ingestion.intake.file.JsonStatTable;
import de.quartierwerk.ingestion.intake.file.JsonTable;
import de.quartierwerk.ingestion.intake.file.SheetCells;
import de.quartierwerk.ingestion.intake.file.Spreadsheet;
import de.quartierwerk.ingestion.intake.file.TableReader;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.file.UnpackedFile;
import de.quartierwerk.ingestion.intake.file.UnreadableRow;
import de.quartierwerk.ingestion.intake.file.WorkbookNotes;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The delivered file with notes on the cells in which something was found: a spreadsheet as the supplier's own, for the
 * supplier; anything else, and for anybody else, as a spreadsheet with the same lines and no formula, link or macro
 * that somebody wrote. What is about the whole file stands on the first cell.
 */
@ApplicationScoped
class AnnotatedFile {
    private static final int FINDINGS_AT_ONCE = 2000;
    private static final int ROWS_AT_ONCE = 1000;
    private static final String TEXT_SHEET = "template.sheet";

    private final StoredFiles files;
    private final FindingStatements findings;
    private final Messages messages;

    AnnotatedFile(StoredFiles files, FindingStatements findings, Messages messages) {
        this.files = files;
        this.findings = findings;
        this.messages = messages;
    }

    /**
     * The file.
     *
     * @param own whether the caller delivered it
     * @param locale language of the notes
     */
    StreamingOutput of(Submission submission, boolean own, Locale locale) {
        FileKind kind = submission.reading().detected().format();
        if (!kind.isSpreadsheet()
                && submission.result() != null
                && submission.result().counts().rows() >= Spreadsheet.MOST_ROWS) {
            throw new Conflict("finding.file-too-long", Spreadsheet.MOST_ROWS);
        }
        return out -> {
            if (kind == FileKind.XLSX && own) {
                annotate(submission, locale, out);
            } else if (kind.isSpreadsheet()) {
                writeBook(submission, locale, out);
            } else {
                write(submission, locale, out);
            }
        };
    }

    private void annotate(Submission submission, Locale locale, OutputStream out) throws IOException {
        try (UnpackedFile file = unpacked(submission)) {
            WorkbookNotes.write(file.path(), notesOfSheets(submission, locale), out);
        }
    }

    private UnpackedFile unpacked(Submission submission) throws IOException {
        return UnpackedFile.temporary(
                files.open(submission.id()), submission.reading().detected().compression());
    }

    private Map<String, CellNotes> notesOfSheets(Submission submission, Locale locale) {
        Map<String, CellNotes> notes = new HashMap<>();
        String first = submission.reading().detected().sheetNames().get(0);
        forEach(submission, finding -> {
            String sheet = sheet(finding.place().cell(), first);
            notes.computeIfAbsent(sheet, name -> new CellNotes())
                    .add(row(finding), column(finding), text(finding, locale));
        });
        return notes;
    }

    /** Writes the sheets that were read of another format, each cell in its place, and the notes on them. */
    private void writeBook(Submission submission, Locale locale, OutputStream out) throws IOException {
        Detected detected = submission.reading().detected();
        Map<String, CellNotes> notes = notesOfSheets(submission, locale);
        try (UnpackedFile file = unpacked(submission);
                Book book = Book.open(file.path(), detected.format());
                Workbook written = new Workbook(out, "Quartierwerk", "1.0")) {
            for (String name : detected.sheetNames()) {
                Worksheet sheet = written.newWorksheet(name);
                notes.getOrDefault(name, new CellNotes()).forEach(sheet::comment);
                try (TableReader rows = book.sheet(name, false, names -> true, null)) {
                    copy(rows, 0, sheet);
                }
            }
        }
    }

    private static String sheet(@Nullable String cell, String first) {
        if (cell == null || !cell.contains("'!")) {
            return first;
        }
        return cell.substring(1, cell.lastIndexOf("'!")).replace("''", "'");
    }

    private static int row(Finding finding) {
        Long line = finding.place().line();
        return line == null ? 0 : (int) Math.max(0, line - 1);
    }

    private static int column(Finding finding) {
        String cell = finding.place().cell();
        return cell == null ? 0 : CellName.column(cell.substring(cell.lastIndexOf('!') + 1));
    }

    private String text(Finding finding, Locale locale) {
        String severity = messages.text(locale, "finding." + finding.severity().text());
        return severity + ": "
                + messages.text(locale, finding.code(), finding.arguments().toArray());
    }

    /** Writes the lines of a text file, each in the row of its number, and the notes on them. */
    private void write(Submission submission, Locale locale, OutputStream out) throws IOException {
        FileKind kind = submission.reading().detected().format();
        boolean json = kind == FileKind.JSON || kind == FileKind.JSON_STAT;
        List<String> header = submission.reading().header();
        try (Workbook book = new Workbook(out, "Quartierwerk", "1.0");
                TableReader rows = open(submission)) {
            Worksheet sheet = book.newWorksheet(messages.text(locale, TEXT_SHEET));
            if (json) {
                for (int column = 0; column < header.size(); column++) {
                    SheetCells.text(sheet, 0, column, header.get(column));
                }
            }
            CellNotes notes = new CellNotes();
            forEach(
                    submission,
                    finding -> notes.add(
                            row(finding) + (json && finding.place().line() != null ? 1 : 0),
                            finding.place().column() == null
                                    ? 0
                                    : Math.max(0, header.indexOf(finding.place().column())),
                            text(finding, locale)));
            notes.forEach(sheet::comment);
            copy(rows, json ? 1 : 0, sheet);
        }
    }

    private static String cut(String text) {
        return text.length() <= Spreadsheet.MOST_CHARACTERS ? text : text.substring(0, Spreadsheet.MOST_CHARACTERS);
    }

    private static void copy(TableReader rows, int below, Worksheet sheet) throws IOException {
        try {
            long written = 0;
            for (Optional<TableRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                long number = row.get().line() - 1 + below;
                if (number >= Spreadsheet.MOST_ROWS) {
                    return;
                }
                for (int column = 0; column < row.get().size(); column++) {
                    SheetCells.text(sheet, (int) number, column, cut(row.get().text(column)));
                }
                if (++written % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
        } catch (UnreadableRow end) {
            sheet.flush();
        }
    }

    private TableReader open(Submission submission) throws IOException {
        Detected detected = submission.reading().detected();
        InputStream content = detected.compression().open(files.open(submission.id()));
        Charset charset = detected.textCharset();
        return switch (detected.format()) {
            case JSON -> JsonTable.open(content, charset, submission.reading().header(), Set.of());
            case JSON_STAT -> JsonStatTable.open(content, charset);
            default -> CsvTable.open(content, charset, detected.delimiterSign(), 0, List.of());
        };
    }

    private void forEach(Submission submission, Consumer<Finding> consumer) {
        long last = -1;
        List<NumberedFinding> portion;
        do {
            portion = findings.page(submission.id(), FindingFilter.ALL, last, FINDINGS_AT_ONCE);
            for (NumberedFinding numbered : portion) {
                consumer.accept(numbered.finding());
                last = numbered.number();
            }
        } while (portion.size() == FINDINGS_AT_ONCE);
    }
}
