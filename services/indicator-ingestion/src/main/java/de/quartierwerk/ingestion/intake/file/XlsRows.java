package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an XLS file, gathered from the records of their cells. */
final class XlsRows implements SheetRows {
    private static final int MOST_COLUMNS = 256;

    private final XlsBook book;
    private final XlsBook.Records records;
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<CellRange> merged = new ArrayList<>();
    private final String[] texts = new String[MOST_COLUMNS];
    private final Oddity[] oddities = new Oddity[MOST_COLUMNS];
    private final boolean[] numbers = new boolean[MOST_COLUMNS];
    private @Nullable CellValueRecordInterface ahead;
    private long line;

    XlsRows(XlsBook book, int sheet) throws IOException {
        this.book = book;
        try (XlsBook.Records all = book.records(sheet)) {
            for (Record record = all.next(); record != null; record = all.next()) {
                look(record);
            }
        }
        this.records = book.records(sheet);
        this.ahead = nextCell();
    }

    /** What stands before, between or after the cells that are about them. */
    private void look(Record record) {
        if (record instanceof RowRecord row && row.getZeroHeight()) {
            hiddenRows.set(row.getRowNumber());
        } else if (record instanceof ColumnInfoRecord columns && columns.getHidden()) {
            hiddenColumns.set(columns.getFirstColumn(), columns.getLastColumn() + 1);
        } else if (record instanceof MergeCellsRecord ranges) {
            for (int i = 0; i < ranges.getNumAreas(); i++) {
                CellRangeAddress range = ranges.getAreaAt(i);
                merged.add(new CellRange(
                        range.getFirstRow() + 1,
                        range.getFirstColumn(),
                        range.getLastRow() + 1,
                        range.getLastColumn()));
            }
        }
    }

    private @Nullable CellValueRecordInterface nextCell() {
        for (Record record = records.next(); record != null; record = records.next()) {
            if (record instanceof StringRecord result && ahead instanceof FormulaRecord) {
                put(ahead.getColumn(), result.getString(), false, Oddity.NONE);
            } else if (record instanceof CellValueRecordInterface cell) {
                return cell;
            }
        }
        return null;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            return ahead == null ? null : row(ahead);
        } catch (RuntimeException broken) {
            throw new UnreadableRow(line, broken);
        }
    }

    private SheetRow row(CellValueRecordInterface first) {
        Arrays.fill(texts, "");
        Arrays.fill(oddities, Oddity.NONE);
        Arrays.fill(numbers, false);
        int row = first.getRow();
        if (row < line) {
            throw new IllegalStateException("rows out of order");
        }
        int width = 0;
        while (ahead != null && ahead.getRow() == row) {
            put(ahead);
            width = Math.max(width, ahead.getColumn() + 1);
            ahead = nextCell();
        }
        line = row + 1L;
        return new SheetRow(
                line,
                hiddenRows.get(row),
                Arrays.copyOf(texts, width),
                Arrays.copyOf(numbers, width),
                Arrays.copyOf(oddities, width));
    }

    private void put(CellValueRecordInterface cell) {
        if (cell instanceof NumberRecord number) {
            putNumber(cell, number.getValue());
        } else if (cell instanceof LabelSSTRecord label) {
            put(cell.getColumn(), book.text(label.getSSTIndex()), false, Oddity.NONE);
        } else if (cell instanceof LabelRecord label) {
            put(cell.getColumn(), label.getValue(), false, Oddity.NONE);
        } else if (cell instanceof BoolErrRecord special) {
            if (special.isError()) {
                putError(cell, special.getErrorValue());
            } else {
                put(cell.getColumn(), special.getBooleanValue() ? "TRUE" : "FALSE", false, Oddity.NONE);
            }
        } else if (cell instanceof FormulaRecord formula) {
            putResult(formula);
        }
    }

    /** Programs that do not compute store a zero and ask for it to be computed when the file is opened. */
    private void putResult(FormulaRecord formula) {
        if (formula.hasCachedResultString()) {
            return;
        }
        CellType type = formula.getCachedResultTypeEnum();
        if (type == CellType.ERROR) {
            putError(formula, formula.getCachedErrorValue());
        } else if (type == CellType.BOOLEAN) {
            put(formula.getColumn(), formula.getCachedBooleanValue() ? "TRUE" : "FALSE", false, Oddity.NONE);
        } else if (formula.getValue() == 0 && (formula.isCalcOnLoad() || formula.isAlwaysCalc())) {
            put(formula.getColumn(), "", false, Oddity.WITHOUT_RESULT);
        } else {
            putNumber(formula, formula.getValue());
        }
    }

    private void putNumber(CellValueRecordInterface cell, double number) {
        CellFormat format = book.format(cell.getXFIndex());
        String text = SheetNumber.text(BigDecimal.valueOf(number), format, book.from1904());
        put(cell.getColumn(), text, true, format.date() ? Oddity.DATE : Oddity.NONE);
    }

    private void putError(CellValueRecordInterface cell, int code) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#?";
        put(cell.getColumn(), text, false, Oddity.ERROR);
    }

    private void put(int column, String text, boolean number, Oddity oddity) {
        texts[column] = Texts.strip(text);
        numbers[column] = number;
        oddities[column] = oddity;
    }

    @Override
    public BitSet hiddenColumns() {
        return hiddenColumns;
    }

    @Override
    public List<CellRange> merged() {
        return merged;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
