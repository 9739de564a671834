package de.quartierwerk.ingestion.intake.validation;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.file.FileKind;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.SampledLines;
import de.quartierwerk.ingestion.intake.file.TableReader;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.Binding;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.submission.Finding;
import de.quartierwerk.ingestion.intake.submission.Findings;
import de.quartierwerk.ingestion.intake.submission.Preview;
import de.quartierwerk.ingestion.intake.submission.Submission;
import de.quartierwerk.ingestion.intake.validation.reading.FileReading;
import de.quartierwerk.ingestion.intake.validation.reading.KnownSpaces;
import de.quartierwerk.ingestion.intake.validation.reading.NumberColumns;
import de.quartierwerk.ingestion.intake.validation.reading.SpaceIndex;
import de.quartierwerk.ingestion.intake.validation.reading.TablesOfFile;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import de.quartierwerk.ingestion.intake.validation.staging.PreviewNotes;
import de.quartierwerk.ingestion.intake.validation.staging.Staging;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Goes through a file once and checks some of its rows as a check would; stores nothing. The first rows of each table
 * are checked and one in so many of the others; of spreadsheets and JSON, whose rows have to be made out anyway, those
 * too whose space is not known.
 */
@ApplicationScoped
public class PreviewReading {
    /** First rows of each table that are checked. */
    private static final int FIRST_ROWS = 1_000;
    /** Rows of each table that are checked beside those. */
    private static final int MOST_OTHERS = 1_000;
    /** One in so many is checked; a prime, since tables have the same number of rows for each space. */
    private static final int EVERY = 97;

    private final Catalogue catalogue;

    PreviewReading(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What was seen.
     *
     * @param preview how the rows that were checked are understood
     * @param checked how many those are
     * @param rows how many rows there are, headings and notes too
     * @param doubts what a person has to decide, or why the file could not be read to its end
     * @param contradictions values that differ from another of the same indicator, space and period
     * @param contradicted space and period of the first of them
     */
    public record Seen(
            Preview preview,
            long checked,
            long rows,
            List<Finding> doubts,
            long contradictions,
            @Nullable String contradicted) {
        /** Copies the doubts. */
        public Seen {
            doubts = List.copyOf(doubts);
        }
    }

    /** How a file is understood. */
    public Seen read(Submission.Reading reading, TablesOfFile.Content content, KnownSpaces known) {
        Detected detected = reading.detected();
        NumberStyle style = new NumberStyle(
                detected.decimal().charAt(0), detected.grouping().charAt(0));
        NumberColumns columns = new NumberColumns(style, reading.mapping().decimalSign() != null);
        Pass pass = new Pass(
                reading,
                content,
                columns,
                catalogue.all(),
                SpaceIndex.of(known, reading.mapping(), null),
                new Doubts());
        Rows rows = new Rows(detected);
        PreviewNotes notes = pass.read(rows::sampled, table -> new ChosenRows(table, pass.spaces, rows));
        Preview preview = notes.preview();
        if (columns.wantsOthers()) {
            pass.lookAtOthers();
        }
        if (columns.decide()) {
            Preview again = pass.read(UnaryOperator.identity(), FirstRows::new).preview();
            preview = new Preview(again.values(), preview.unmatchedRows(), again.signs());
        }
        return new Seen(preview, rows.checked, rows.all(), pass.doubts(), notes.contradictions(), notes.contradicted());
    }

    /** Goes through a file, maybe several times. */
    private record Pass(
            Submission.Reading reading,
            TablesOfFile.Content content,
            NumberColumns columns,
            Map<String, Indicator> definitions,
            SpaceIndex spaces,
            Doubts found) {

        PreviewNotes read(UnaryOperator<InputStream> lines, Function<BoundTable, TableReader> chosen) {
            PreviewNotes notes = new PreviewNotes();
            FileReading rows = new FileReading(
                    reading.mapping(), definitions, spaces, columns, findings(notes), Staging.shown(notes), notes);
            rows.read(
                    visitor -> TablesOfFile.read(
                            reading, content, lines, table -> visitor.visit(of(table, chosen.apply(table)))),
                    done -> {});
            return notes;
        }

        private FileFindings findings(PreviewNotes notes) {
            return new FileFindings(found, reading.detected().sheetNames().size() > 1, notes);
        }

        private static BoundTable of(BoundTable table, TableReader rows) {
            return new BoundTable(table.sheet(), rows, table.header(), table.headerRow(), table.binding());
        }

        void lookAtOthers() {
            try {
                TablesOfFile.read(reading, content, table -> columns.lookAtOthers(of(table, new FirstRows(table))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<Finding> doubts() {
            columns.report(findings(new PreviewNotes()));
            return found.all;
        }
    }

    /** Keeps of the findings those that a person has to decide on. */
    private static final class Doubts implements Findings.Writer {
        private static final int MOST = 20;
        private final List<Finding> all = new ArrayList<>();

        @Override
        public void add(Finding finding) {
            boolean matters =
                    finding.code().equals("number.ambiguous") || finding.code().startsWith("file.");
            if (matters && all.size() < MOST && !all.contains(finding)) {
                all.add(finding);
            }
        }

        @Override
        public void flush() {
            // nothing is stored
        }
    }

    /** Counts rows. */
    private static final class Rows {
        private final Detected detected;
        private long checked;
        private long seen;
        private @Nullable SampledLines sampled;

        Rows(Detected detected) {
            this.detected = detected;
        }

        /** The lines of a text file that are looked at; all where a line break is no single byte. */
        InputStream sampled(InputStream text) {
            boolean csv = detected.format() == FileKind.CSV || detected.format() == FileKind.SDMX_CSV;
            if (!csv || detected.textCharset().name().startsWith("UTF-16")) {
                return text;
            }
            sampled = new SampledLines(text, detected.delimiterSign(), FIRST_ROWS + detected.headerRow(), EVERY);
            return sampled;
        }

        boolean areSampled() {
            return sampled != null;
        }

        /** How many rows there are below the column names. */
        long all() {
            return sampled == null ? seen : Math.max(seen, sampled.lines() - detected.headerRow());
        }
    }

    /** The first rows of a table. */
    private static final class FirstRows implements TableReader {
        private final TableReader rows;
        private int left = FIRST_ROWS;

        FirstRows(BoundTable table) {
            this.rows = table.rows();
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

    /** Those rows of a table that are checked; all are counted. */
    private static final class ChosenRows implements TableReader {
        private final TableReader rows;
        private final Binding binding;
        private final SpaceIndex spaces;
        private final Rows counts;
        private final boolean dependent;
        private long row;
        private int others;

        ChosenRows(BoundTable table, SpaceIndex spaces, Rows counts) {
            this.rows = table.rows();
            this.binding = table.binding();
            this.spaces = spaces;
            this.counts = counts;
            this.dependent = !binding.filled().isEmpty() || binding.periods().inRows();
        }

        @Override
        public List<String> header() {
            return rows.header();
        }

        @Override
        public Optional<TableRow> next() throws IOException {
            for (Optional<TableRow> next = rows.next(); next.isPresent(); next = rows.next()) {
                row++;
                counts.seen++;
                if (row <= FIRST_ROWS || isOneOfOthers(next.get())) {
                    counts.checked++;
                    return next;
                }
            }
            return Optional.empty();
        }

        /** A row that hangs on those above it says nothing without them. */
        private boolean isOneOfOthers(TableRow next) {
            boolean chosen =
                    !dependent && others < MOST_OTHERS && (counts.areSampled() || row % EVERY == 0 || isUnknown(next));
            others += chosen ? 1 : 0;
            return chosen;
        }

        private boolean isUnknown(TableRow next) {
            if (binding.space() < 0 || !binding.counts(next)) {
                return false;
            }
            String text = binding.spaceText(next);
            return !text.isEmpty() && !spaces.isKnown(text);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
