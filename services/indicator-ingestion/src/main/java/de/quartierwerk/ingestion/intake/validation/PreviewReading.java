package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.TableReader;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Findings;
import de.quartierwerk.ingestion.intake.submission.Preview;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.validation.reading.FileReading;
import de.quartierwerk.ingestion.intake.validation.reading.NumberColumns;
import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import de.quartierwerk.ingestion.intake.validation.reading.TablesOfFile;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.PreviewNotes;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import de.quartierwerk.ingestion.space.Spaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the first rows of a file as a check would, and stores nothing. */
@ApplicationScoped
public class PreviewReading {
    /** Rows of each table that are read. */
    private static final int MOST_ROWS = 2_000;

    private final Catalogue catalogue;
    private final Spaces spaces;

    PreviewReading(Catalogue catalogue, Spaces spaces) {
        this.catalogue = catalogue;
        this.spaces = spaces;
    }

    /** How the first rows of a file are understood. */
    public Preview read(Submission.Reading reading, TablesOfFile.Content content) {
        Detected detected = reading.detected();
        NumberStyle style = new NumberStyle(
                detected.decimal().charAt(0), detected.grouping().charAt(0));
        NumberColumns columns = new NumberColumns(style, reading.mapping().decimalSign() != null);
        Map<String, Indicator> definitions = catalogue.all();
        PreviewNotes notes = read(reading, content, columns, definitions);
        if (columns.wantsOthers()) {
            lookAtOthers(reading, content, columns);
        }
        return columns.decide() ? read(reading, content, columns, definitions).preview() : notes.preview();
    }

    private static void lookAtOthers(Submission.Reading reading, TablesOfFile.Content content, NumberColumns columns) {
        try {
            TablesOfFile.read(reading, content, table -> columns.lookAtOthers(firstRows(table)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BoundTable firstRows(BoundTable table) {
        return new BoundTable(
                table.sheet(), new FirstRows(table.rows()), table.header(), table.headerRow(), table.binding());
    }

    private PreviewNotes read(
            Submission.Reading reading,
            TablesOfFile.Content content,
            NumberColumns columns,
            Map<String, Indicator> definitions) {
        PreviewNotes notes = new PreviewNotes();
        SpaceIndex index = SpaceIndex.load(spaces, reading.mapping(), null);
        FileFindings findings =
                new FileFindings(new Unstored(), reading.detected().sheetNames().size() > 1, notes);
        FileReading rows =
                new FileReading(reading.mapping(), definitions, index, columns, findings, Staging.shown(notes), notes);
        rows.read(visitor -> TablesOfFile.read(reading, content, table -> visitor.visit(firstRows(table))), done -> {});
        return notes;
    }

    /** Findings that nobody keeps. */
    private static final class Unstored implements Findings.Writer {
        @Override
        public void add(Finding finding) {
            // those that matter are in the notes for the preview
        }

        @Override
        public void flush() {
            // nothing was kept
        }
    }

    /** A table that ends early. */
    private static final class FirstRows implements TableReader {
        private final TableReader rows;
        private int left = MOST_ROWS;

        FirstRows(TableReader rows) {
            this.rows = rows;
        }

        @Override
        public List<String> header() {
            return rows.header();
        }

        @Override
        public Optional<TableRow> next() throws IOException {
            return left-- > 0 ? rows.next() : Optional.empty();
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
