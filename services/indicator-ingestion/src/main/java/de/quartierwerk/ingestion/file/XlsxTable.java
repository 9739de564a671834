package de.quartierwerk.ingestion.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * One sheet of a spreadsheet, read in a stream. Numbers keep their exact decimals, percent formats become percentages.
 */
public final class XlsxTable implements TableReader {
    private static final int TITLE_ROWS = 30;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final List<TableRow> readAhead = new ArrayList<>();
    private final List<String> header;
    private long line;

    private XlsxTable(ReadableWorkbook workbook, Sheet sheet, Boolean hasHeader, Set<String> named) throws IOException {
        this.workbook = workbook;
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.header = Boolean.FALSE.equals(hasHeader) ? List.of() : findHeader(named);
    }

    /**
     * Opens a sheet.
     *
     * @param file the spreadsheet
     * @param sheet name of the sheet, or null for the first
     * @param hasHeader whether it has a header, or null to find out
     * @param named column names that the header must have
     */
    public static XlsxTable open(Path file, String sheet, Boolean hasHeader, Set<String> named) throws IOException {
        ReadableWorkbook workbook;
        try {
            workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        } catch (IOException | RuntimeException broken) {
            throw new Invalid("file.unreadable", 0);
        }
        try {
            Optional<Sheet> found = sheet == null ? workbook.getSheet(0) : workbook.findSheet(sheet);
            Sheet chosen = found.orElseThrow(() -> new Invalid("file.sheet-unknown", Objects.toString(sheet, "1")));
            return new XlsxTable(workbook, chosen, hasHeader, named);
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private List<String> findHeader(Set<String> named) throws IOException {
        for (int i = 0; i < TITLE_ROWS; i++) {
            Optional<TableRow> row = read();
            if (row.isEmpty()) {
                break;
            }
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < row.get().size(); column++) {
                cells.add(row.get().text(column));
            }
            if (cells.containsAll(named)) {
                readAhead.clear();
                return List.copyOf(cells);
            }
            readAhead.add(row.get());
        }
        return List.of();
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        return readAhead.isEmpty() ? read() : Optional.of(readAhead.remove(0));
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
        } finally {
            workbook.close();
        }
    }

    private static TableRow row(Row row) {
        List<String> texts = new ArrayList<>();
        List<Boolean> plain = new ArrayList<>();
        boolean anything = false;
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            String text = cell == null ? "" : text(cell);
            texts.add(text);
            plain.add(cell != null && isNumber(cell));
            anything |= !text.isEmpty();
        }
        return anything ? new Cells(row.getRowNum(), texts, plain) : new Cells(row.getRowNum(), List.of(), List.of());
    }

    private static boolean isNumber(Cell cell) {
        return cell.getType() == CellType.NUMBER || cell.getValue() instanceof BigDecimal;
    }

    private static String text(Cell cell) {
        if (cell.getValue() == null) {
            return "";
        }
        if (!isNumber(cell)) {
            return Objects.toString(cell.getText(), "").strip();
        }
        String format = Objects.toString(cell.getDataFormatString(), "");
        BigDecimal number = shortened((BigDecimal) cell.getValue());
        if (format.contains("%")) {
            return number.multiply(HUNDRED).stripTrailingZeros().toPlainString() + "%";
        }
        if (format.contains("yy")) {
            LocalDateTime date = cell.asDate();
            return date == null ? number.toPlainString() : date.toLocalDate().toString();
        }
        return number.toPlainString();
    }

    /** Spreadsheets hold binary fractions; 15 digits are what they show and what was meant. */
    private static BigDecimal shortened(BigDecimal stored) {
        BigDecimal number = stored.round(new java.math.MathContext(15)).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private record Cells(long line, List<String> texts, List<Boolean> numbers) implements TableRow {
        @Override
        public int size() {
            return texts.size();
        }

        @Override
        public String text(int column) {
            return column < texts.size() ? texts.get(column) : "";
        }

        @Override
        public boolean plain(int column) {
            return column < numbers.size() && numbers.get(column);
        }
    }
}
