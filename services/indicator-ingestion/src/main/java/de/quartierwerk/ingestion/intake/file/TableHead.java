package de.quartierwerk.ingestion.intake.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table, before anybody has said what they mean.
 *
 * @param sheet name of the spreadsheet's sheet
 * @param rows its first rows that are not empty
 */
public record TableHead(@Nullable String sheet, List<Row> rows) {
    /** Rows that are looked at. */
    public static final int MOST_ROWS = 200;

    /** Copies the rows. */
    public TableHead {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param line its line or row, from 1
     * @param cells the texts of its cells
     */
    public record Row(long line, List<String> cells) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }

        /** A cell's text; empty where the row is shorter. */
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    /** The first rows of an open table. */
    public static TableHead of(@Nullable String sheet, TableReader table) throws IOException {
        List<Row> first = new ArrayList<>();
        for (Optional<TableRow> row = table.next(); row.isPresent(); row = table.next()) {
            TableRow read = row.get();
            first.add(new Row(
                    read.line(),
                    IntStream.range(0, read.size()).mapToObj(read::text).toList()));
            if (first.size() == MOST_ROWS) {
                break;
            }
        }
        return new TableHead(sheet, first);
    }

    /** The same rows under a row of column names. */
    public TableHead under(List<String> header) {
        List<Row> all = new ArrayList<>(rows);
        all.add(0, new Row(0, header));
        return new TableHead(sheet, all);
    }

    /** The rows' cells. */
    public List<List<String>> cells() {
        return rows.stream().map(Row::cells).toList();
    }

    /** Number of columns. */
    public int width() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }
}
