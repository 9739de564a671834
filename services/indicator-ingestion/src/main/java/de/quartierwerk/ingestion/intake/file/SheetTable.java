package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One sheet of a spreadsheet as a table, read in a stream. */
public final class SheetTable implements TableReader {
    private final SheetRows rows;
    private final MergedCells merged;
    private final Deque<SheetRow> readAhead = new ArrayDeque<>();
    private final HeaderBlock header;
    private Set<Integer> valueColumns = Set.of();

    /**
     * @param rows the rows of the sheet
     * @param hasHeader whether it has a header; null to find out
     * @param fits whether column names are those that the mapping speaks of; null where it calls columns by number
     * @param headerRows how many rows the header takes; null to find out
     */
    SheetTable(
            SheetRows rows,
            @Nullable Boolean hasHeader,
            @Nullable Predicate<List<String>> fits,
            @Nullable Integer headerRows)
            throws IOException {
        this.rows = rows;
        this.merged = new MergedCells(rows.merged());
        this.header = Boolean.FALSE.equals(hasHeader) ? new HeaderBlock(0, List.of()) : findHeader(fits, headerRows);
    }

    private HeaderBlock findHeader(@Nullable Predicate<List<String>> fits, @Nullable Integer headerRows)
            throws IOException {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < HeaderBlock.ROWS_LOOKED_AT) {
            SheetRow row = read();
            if (row == null) {
                break;
            }
            readAhead.add(row);
            first.add(texts(row));
        }
        HeaderBlock found = HeaderBlock.find(first, fits, headerRows);
        for (int i = 0; i < found.row(); i++) {
            apply(readAhead.remove());
        }
        return found;
    }

    static List<String> texts(TableRow row) {
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

    /** Columns that the spreadsheet hides, from 0. */
    public BitSet hiddenColumns() {
        return rows.hiddenColumns();
    }

    /** Says in which columns each cell has a value of its own, so that merged cells there are a fault. */
    public void valueColumns(Set<Integer> columns) {
        valueColumns = Set.copyOf(columns);
    }

    @Override
    public Optional<TableRow> next() throws IOException {
        SheetRow row = readAhead.isEmpty() ? read() : readAhead.remove();
        return row == null ? Optional.empty() : Optional.of(apply(row));
    }

    private SheetRow apply(SheetRow row) {
        return merged.isDone() ? row : merged.apply(row, valueColumns);
    }

    private @Nullable SheetRow read() throws IOException {
        for (SheetRow row = rows.next(); row != null; row = rows.next()) {
            if (row.holdsAnything()) {
                return row;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
