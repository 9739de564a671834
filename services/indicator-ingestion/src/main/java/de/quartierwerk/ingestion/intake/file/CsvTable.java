package de.quartierwerk.ingestion.intake.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A CSV file, read in a stream. */
public final class CsvTable implements TableReader {
    /** Most columns of a table, as many as a spreadsheet can have. */
    public static final int MOST_COLUMNS = 16_384;

    /** Longest row that is taken for one. */
    private static final int MOST_CHARACTERS_OF_A_ROW = 1024 * 1024;

    /** Most line breaks in the cells of a row; more have come in by a quotation mark that nobody closed. */
    private static final int MOST_LINE_BREAKS = 30;

    private final CsvReader<CsvRecord> reader;
    private final QuotationMarks quotationMarks;
    private final CloseableIterator<CsvRecord> rows;
    private final List<String> header;
    private long line;

    private CsvTable(Reader text, char delimiter, int headerRow, List<String> header) throws IOException {
        this.quotationMarks = new QuotationMarks(BlanksBeforeQuotes.without(text, delimiter));
        this.reader = parser(delimiter).ofCsvRecord(quotationMarks);
        this.rows = reader.iterator();
        this.header = header;
        for (int i = 0; i < headerRow; i++) {
            if (read().isEmpty()) {
                throw new UnreadableRow(line, null);
            }
        }
    }

    /**
     * Opens a table.
     *
     * @param content uncompressed bytes
     * @param headerRow number of the last record above the data, counted from 1 without empty lines; 0 for none
     * @param header column names
     */
    public static CsvTable open(
            InputStream content, Charset charset, char delimiter, int headerRow, List<String> header)
            throws IOException {
        return new CsvTable(Texts.reader(content, charset), delimiter, headerRow, header);
    }

    /** Characters after a closing quote are taken as offices write them; the library has nothing else that does so. */
    @SuppressWarnings("removal")
    static CsvReader.CsvReaderBuilder parser(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .detectBomHeader(false)
                .maxBufferSize(MOST_CHARACTERS_OF_A_ROW);
    }

    @Override
    public List<String> header() {
        return header;
    }

    /** Names for the columns of a file without header: their numbers from 1. */
    public static List<String> numbered(int width) {
        return IntStream.rangeClosed(1, width).mapToObj(Integer::toString).toList();
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        return read().map(Row::new);
    }

    private Optional<CsvRecord> read() throws IOException {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = rows.next();
            line = record.getStartingLineNumber();
            int breaks = lineBreaks(record);
            if (breaks > MOST_LINE_BREAKS || (breaks > 0 && quotationMarks.odd() && !rows.hasNext())) {
                throw UnreadableRow.openQuotation(line);
            }
            return Optional.of(record);
        } catch (CsvParseException | UncheckedIOException broken) {
            if (broken.getCause() instanceof FileUnavailable away) {
                throw away;
            }
            throw new UnreadableRow(line, broken);
        }
    }

    private static int lineBreaks(CsvRecord record) {
        int breaks = 0;
        for (int i = 0; i < record.getFieldCount(); i++) {
            String cell = record.getField(i);
            for (int at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) {
                breaks++;
            }
        }
        return breaks;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Counts the quotation marks that are read: an odd number of them leaves a cell open at the end. */
    private static final class QuotationMarks extends FilterReader {
        private boolean odd;

        QuotationMarks(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            odd ^= c == '"';
            return c;
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            for (int i = from; i < from + count; i++) {
                odd ^= into[i] == '"';
            }
            return count;
        }

        boolean odd() {
            return odd;
        }
    }

    private record Row(CsvRecord cells) implements TableRow {
        @Override
        public long line() {
            return cells.getStartingLineNumber();
        }

        @Override
        public int size() {
            return cells.getFieldCount();
        }

        @Override
        public String text(int column) {
            return column < cells.getFieldCount() ? unwrapped(Texts.strip(cells.getField(column))) : "";
        }

        /** Programs write {@code ="01"} to keep zeros in front when a spreadsheet opens the file. */
        private static String unwrapped(String text) {
            boolean wrapped = text.length() > 2 && text.startsWith("=\"") && text.endsWith("\"");
            return wrapped ? text.substring(2, text.length() - 1) : text;
        }

        @Override
        public boolean plain(int column) {
            return false;
        }

        @Override
        public boolean delimited() {
            return true;
        }
    }
}
