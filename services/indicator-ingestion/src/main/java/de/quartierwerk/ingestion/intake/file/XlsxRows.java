package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet of an XLSX file. Numbers keep their exact decimals, percent formats become percentages, dates are
 * written as 2023-12-31, and formulas count by the results that were stored with them.
 */
final class XlsxRows implements SheetRows {
    private static final Pattern MIDNIGHT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T00:00:00(\\.0+)?Z?");

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final SheetScan.Facts facts;
    private final boolean from1904;
    private final Map<String, CellFormat> formats = new HashMap<>();
    private long line;

    XlsxRows(Sheet sheet, SheetScan.Facts facts, boolean from1904) throws IOException {
        this.stream = sheet.openStream();
        this.rows = stream.iterator();
        this.facts = facts;
        this.from1904 = from1904;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            SheetRow row = row(rows.next());
            line = row.line();
            return row;
        } catch (RuntimeException broken) {
            throw new UnreadableRow(line, broken);
        }
    }

    @Override
    public BitSet hiddenColumns() {
        return facts.hiddenColumns();
    }

    @Override
    public List<CellRange> merged() {
        return facts.merged();
    }

    @Override
    public void close() throws IOException {
        try {
            stream.close();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private SheetRow row(Row row) {
        int width = row.getCellCount();
        String[] texts = new String[width];
        Oddity[] oddities = new Oddity[width];
        boolean[] plain = new boolean[width];
        for (int i = 0; i < width; i++) {
            Cell cell = row.getCell(i);
            texts[i] = cell == null ? "" : text(cell);
            plain[i] = cell != null && isNumber(cell);
            oddities[i] = cell == null ? Oddity.NONE : oddity(cell, row.getRowNum());
        }
        return new SheetRow(row.getRowNum(), row.isHidden(), texts, plain, oddities);
    }

    private Oddity oddity(Cell cell, int row) {
        if (cell.getType() == CellType.ERROR || (!isNumber(cell) && isError(cell.getText()))) {
            return Oddity.ERROR;
        }
        if (cell.getType() == CellType.FORMULA && cell.getValue() == null) {
            return facts.isEmptyText(row, cell.getColumnIndex()) ? Oddity.NONE : Oddity.WITHOUT_RESULT;
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
            return withoutMidnight(Texts.strip(Objects.toString(cell.getText(), "")));
        }
        BigDecimal stored = (BigDecimal) cell.getValue();
        return SheetNumber.isSensible(stored)
                ? SheetNumber.text(stored, format(cell), from1904)
                : Objects.toString(cell.getRawValue(), "");
    }

    /** Strict files store a day as the instant at which it begins. */
    private static String withoutMidnight(String text) {
        boolean midnight = text.length() >= 19
                && text.charAt(10) == 'T'
                && MIDNIGHT.matcher(text).matches();
        return midnight ? text.substring(0, 10) : text;
    }
}
