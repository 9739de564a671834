package de.quartierwerk.ingestion.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
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

    /** Longest row that is taken for one; an unclosed quotation mark ends here. */
    private static final int MOST_CHARACTERS_OF_A_ROW = 1024 * 1024;

    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> rows;
    private final List<String> header;
    private long line;

    private CsvTable(CsvReader<CsvRecord> reader, int headerRow, List<String> header) throws IOException {
        this.reader = reader;
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
        Reader text = Texts.reader(content, charset);
        return new CsvTable(parser(delimiter).ofCsvRecord(text), headerRow, header);
    }

    static CsvReader.CsvReaderBuilder parser(char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
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
            return Optional.of(record);
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new UnreadableRow(line, broken);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
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
            return column < cells.getFieldCount() ? cells.getField(column).strip() : "";
        }

        @Override
        public boolean plain(int column) {
            return false;
        }
    }
}
