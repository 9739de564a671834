package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the content of an OpenDocument spreadsheet (OASIS ODF 1.3, part 3, chapter 9) once, table by table and
 * row by row. What the file repeats is bounded by what it writes out.
 */
final class OdsReader implements AutoCloseable {
    /** Repeated cells that a file may have for each that is written, and as many more in any file. */
    private static final int MOST_REPEATED = 100;

    private static final long FREELY_REPEATED = 1_000_000;

    private final OdsMarkup in;
    private final Set<String> hiddenStyles = new HashSet<>();
    private int depthOfTables = -1;
    private String tableStyle = "";
    private BitSet hiddenColumns = new BitSet();
    private List<CellRange> merged = new ArrayList<>();
    private int column;
    private long line;
    private long written;
    private long repeated;

    OdsReader(InputStream content) throws XMLStreamException {
        this.in = new OdsMarkup(content);
    }

    /**
     * A row that holds something.
     *
     * @param row its cells
     * @param times how many rows are like it
     */
    record RepeatedRow(SheetRow row, int times) {}

    /** Goes to the next table; answers its name, or null after the last. */
    @Nullable
    String nextTable() throws XMLStreamException {
        while (in.hasNext()) {
            if (in.next() == XMLStreamConstants.START_ELEMENT) {
                if (in.name().equals("table") && in.depth() == depthOfTables) {
                    beginTable();
                    return in.attribute("name");
                }
                look();
            }
        }
        return null;
    }

    private void beginTable() {
        tableStyle = in.attribute("style-name");
        hiddenColumns = new BitSet();
        merged = new ArrayList<>();
        column = 0;
        line = 0;
    }

    /** Notes where tables lie, and which of their styles hide them. */
    private void look() throws XMLStreamException {
        if (in.name().equals("spreadsheet")) {
            depthOfTables = in.depth() + 1;
        } else if (in.name().equals("style") && in.attribute("family").equals("table")) {
            String style = in.attribute("name");
            int outside = in.depth() - 1;
            while (in.nextWithin(outside)) {
                if (in.name().equals("table-properties")
                        && in.attribute("display").equals("false")) {
                    hiddenStyles.add(style);
                }
            }
        }
    }

    /** Whether there is a spreadsheet in the document, once its tables were looked for. */
    boolean isSpreadsheet() {
        return depthOfTables >= 0;
    }

    /** Whether the present table is shown. */
    boolean isShown() {
        return !hiddenStyles.contains(tableStyle);
    }

    /** Hidden columns of the present table, as far as it was read. */
    BitSet hiddenColumns() {
        return hiddenColumns;
    }

    /** Merged ranges of the present table, as far as it was read. */
    List<CellRange> merged() {
        return merged;
    }

    /** The next row of the present table that holds something; null after its last. */
    @Nullable
    RepeatedRow nextRow() throws XMLStreamException {
        while (in.nextWithin(depthOfTables - 1)) {
            switch (in.name()) {
                case "table-column" -> column();
                case "table-row" -> {
                    RepeatedRow row = row();
                    if (row != null) {
                        return row;
                    }
                }
                case "table-header-rows",
                        "table-rows",
                        "table-row-group",
                        "table-columns",
                        "table-header-columns",
                        "table-column-group" -> {
                    // rows and columns lie in them as well
                }
                default -> in.skip();
            }
        }
        return null;
    }

    private boolean isHidden() {
        String visibility = in.attribute("visibility");
        return visibility.equals("collapse") || visibility.equals("filter");
    }

    private void column() {
        int next = Math.min(column + in.times("number-columns-repeated"), CsvTable.MOST_COLUMNS);
        if (isHidden()) {
            hiddenColumns.set(column, next);
        }
        column = next;
    }

    private @Nullable RepeatedRow row() throws XMLStreamException {
        int times = in.times("number-rows-repeated");
        boolean hidden = isHidden();
        long first = line + 1;
        line += times;
        Cells cells = new Cells();
        int outside = in.depth() - 1;
        while (in.nextWithin(outside)) {
            if (in.name().equals("table-cell") || in.name().equals("covered-table-cell")) {
                cell(cells, first);
            } else {
                in.skip();
            }
        }
        if (cells.isEmpty()) {
            return null;
        }
        if (line > Spreadsheet.MOST_ROWS) {
            throw new Invalid("file.rows", Spreadsheet.MOST_ROWS);
        }
        count(0, (times - 1L) * cells.size());
        return new RepeatedRow(cells.row(first, hidden), times);
    }

    private void cell(Cells cells, long row) throws XMLStreamException {
        int times = in.times("number-columns-repeated");
        boolean covered = in.name().startsWith("covered");
        int right = in.times("number-columns-spanned");
        int down = in.times("number-rows-spanned");
        OdsCell cell = OdsCell.read(in);
        if (!covered && (right > 1 || down > 1)) {
            merged.add(new CellRange((int) row, cells.next(), (int) row + down - 1, cells.next() + right - 1));
        }
        if (covered || cell.isEmpty()) {
            cells.leave(times);
        } else {
            cells.add(cell, times);
            count(1, times - 1L);
        }
    }

    private void count(long cells, long more) {
        written += cells;
        repeated += more;
        if (repeated > FREELY_REPEATED + MOST_REPEATED * written) {
            throw new Invalid("file.bomb", MOST_REPEATED);
        }
    }

    @Override
    public void close() throws XMLStreamException {
        in.close();
    }

    /** The cells of a row, up to the last that holds something. */
    private static final class Cells {
        private final List<OdsCell> cells = new ArrayList<>();
        private int left;

        int next() {
            return cells.size() + left;
        }

        int size() {
            return cells.size();
        }

        boolean isEmpty() {
            return cells.isEmpty();
        }

        void leave(int count) {
            left = Math.min(left + count, CsvTable.MOST_COLUMNS);
        }

        void add(OdsCell cell, int times) {
            if (next() + times > CsvTable.MOST_COLUMNS) {
                throw new Invalid("file.columns", CsvTable.MOST_COLUMNS);
            }
            for (; left > 0; left--) {
                cells.add(OdsCell.EMPTY);
            }
            for (int i = 0; i < times; i++) {
                cells.add(cell);
            }
        }

        SheetRow row(long line, boolean hidden) {
            String[] texts = new String[cells.size()];
            boolean[] numbers = new boolean[cells.size()];
            Oddity[] oddities = new Oddity[cells.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = cells.get(i).text();
                numbers[i] = cells.get(i).number();
                oddities[i] = cells.get(i).oddity();
            }
            return new SheetRow(line, hidden, texts, numbers, oddities);
        }
    }
}
