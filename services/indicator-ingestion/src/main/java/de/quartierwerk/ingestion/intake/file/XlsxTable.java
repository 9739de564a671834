package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a spreadsheet, read in a stream. Numbers keep their exact decimals, percent formats become percentages,
 * dates are written as 2023-12-31, and formulas count by the results that were stored with them.
 */
public final class XlsxTable implements TableReader {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_OF_1904 = LocalDate.of(1904, 1, 1);
    private static final int MOST_DIGITS = 100;
    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(1_000_000);

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final Deque<TableRow> readAhead = new ArrayDeque<>();
    private final HeaderBlock header;
    private final LocalDate firstDay;
    private final Map<String, CellFormat> formats = new HashMap<>();
    private long line;

    /**
     * @param sheet the sheet
     * @param hasHeader whether it has a header; null to find out
     * @param fits whether column names are those that the mapping speaks of
     * @param headerRows how many rows the header takes; null to find out
     * @param from1904 whether days are counted from 1904 on
     */
    XlsxTable(
            Sheet sheet,
            @Nullable Boolean hasHeader,
            Predicate<List<String>> fits,
            @Nullable Integer headerRows,
            boolean from1904)
            throws IOException {
        this.firstDay = from1904 ? FIRST_DAY_OF_1904 : FIRST_DAY;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.header = Boolean.FALSE.equals(hasHeader) ? new HeaderBlock(0, List.of()) : findHeader(fits, headerRows);
    }

    private HeaderBlock findHeader(Predicate<List<String>> fits, @Nullable Integer headerRows) throws IOException {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < HeaderBlock.ROWS_LOOKED_AT) {
            Optional<TableRow> row = read();
            if (row.isEmpty()) {
                break;
            }
            readAhead.add(row.get());
            first.add(texts(row.get()));
        }
        HeaderBlock found = HeaderBlock.find(first, fits, headerRows);
        for (int i = 0; i < found.row(); i++) {
            readAhead.remove();
        }
        return found;
    }

    private static List<String> texts(TableRow row) {
        return IntStream.range(0, row.size()).mapToObj(row::text).toList();
    }

    @Override
    public List<String> header() {
        return header.names();
    }

    /** Number of the header's last row among the rows that are not empty, counted from 1; 0 without header. */
    public int headerRow() {
        return header.row();
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        return readAhead.isEmpty() ? read() : Optional.of(readAhead.remove());
    }

    private Optional<TableRow> read() throws IOException {
        try {
            while (rows.hasNext()) {
                TableRow row = row(rows.next());
                line = row.line();
                if (row.size() > 0) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (RuntimeException broken) {
            throw new UnreadableRow(line, broken);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private TableRow row(Row row) {
        int width = row.getCellCount();
        String[] texts = new String[width];
        Oddity[] oddities = new Oddity[width];
        boolean[] plain = new boolean[width];
        boolean anything = false;
        for (int i = 0; i < width; i++) {
            Cell cell = row.getCell(i);
            texts[i] = cell == null ? "" : text(cell);
            plain[i] = cell != null && isNumber(cell);
            oddities[i] = cell == null ? Oddity.NONE : oddity(cell);
            anything |= !texts[i].isEmpty() || oddities[i] != Oddity.NONE;
        }
        return anything
                ? new Cells(row.getRowNum(), texts, plain, oddities)
                : new Cells(row.getRowNum(), new String[0], plain, oddities);
    }

    private Oddity oddity(Cell cell) {
        if (cell.getType() == CellType.ERROR || (!isNumber(cell) && isError(cell.getText()))) {
            return Oddity.ERROR;
        }
        if (cell.getType() == CellType.FORMULA && cell.getRawValue() == null) {
            return Oddity.WITHOUT_RESULT;
        }
        return isNumber(cell) && format(cell).date() ? Oddity.DATE : Oddity.NONE;
    }

    private static boolean isError(@Nullable String text) {
        return text != null
                && text.startsWith("#")
                && (text.endsWith("!") || text.endsWith("?") || text.equals("#N/A"));
    }

    private CellFormat format(Cell cell) {
        String format = Objects.toString(cell.getDataFormatString(), "");
        return formats.computeIfAbsent(
                cell.getDataFormatId() + " " + format, key -> CellFormat.of(cell.getDataFormatId(), format));
    }

    private static boolean isNumber(Cell cell) {
        return cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal;
    }

    private String text(Cell cell) {
        if (cell.getValue() == null) {
            return "";
        }
        if (!isNumber(cell)) {
            return Texts.strip(Objects.toString(cell.getText(), ""));
        }
        BigDecimal stored = (BigDecimal) cell.getValue();
        if (Math.abs((long) stored.scale()) > MOST_DIGITS) {
            return Objects.toString(cell.getRawValue(), "");
        }
        CellFormat format = format(cell);
        BigDecimal number = shortened(stored);
        if (format.percent()) {
            return number.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%";
        }
        if (format.date()) {
            return date(number);
        }
        String text = number.toPlainString();
        boolean padded = number.scale() <= 0 && number.signum() >= 0;
        return padded ? "0".repeat(Math.max(0, format.zeros() - text.length())) + text : text;
    }

    /** Days are counted from the turn of 1899; from March 1900 on all spreadsheet programs agree on that. */
    private String date(BigDecimal days) {
        boolean possible = days.signum() > 0 && days.compareTo(MOST_DAYS) < 0;
        return possible ? firstDay.plusDays(days.longValue()).toString() : days.toPlainString();
    }

    /** Spreadsheets hold binary fractions; 15 digits are what they show and what was meant. */
    private static BigDecimal shortened(BigDecimal stored) {
        BigDecimal number = stored.round(new MathContext(15)).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared, lives for one row
    private record Cells(long line, String[] texts, boolean[] numbers, Oddity[] oddities) implements TableRow {
        @Override
        public int size() {
            return texts.length;
        }

        @Override
        public String text(int column) {
            return column < texts.length ? texts[column] : "";
        }

        @Override
        public boolean plain(int column) {
            return column < numbers.length && numbers[column];
        }

        @Override
        public Oddity oddity(int column) {
            return column < oddities.length ? oddities[column] : Oddity.NONE;
        }
    }
}
