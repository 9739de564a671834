package de.quartierwerk.ingestion.intake.file;

import de.quartierwerk.kit.problem.Invalid;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Merged ranges of a sheet, while its rows pass by in their order. A label holds for all rows of its range: the rows
 * below it get its text. A number cannot: every cell of its range is marked.
 */
final class MergedCells {
    /** Ranges that may cross one row; more come in by accident or malice. */
    private static final int MOST_AT_ONCE = 2000;

    private final Deque<CellRange> waiting;
    private final List<CellRange> active = new ArrayList<>();
    private final Map<CellRange, String> labels = new HashMap<>();

    MergedCells(List<CellRange> ranges) {
        this.waiting = new ArrayDeque<>(ranges.stream()
                .sorted(Comparator.comparingInt(CellRange::firstLine))
                .toList());
    }

    /** Whether no range is left. */
    boolean isDone() {
        return waiting.isEmpty() && active.isEmpty();
    }

    /**
     * The row with the labels of its merged cells and marks on their numbers.
     *
     * @param valueColumns columns of which each cell has a value of its own
     */
    SheetRow apply(SheetRow row, Set<Integer> valueColumns) {
        active.removeIf(range -> range.lastLine() < row.line() && forget(range));
        while (!waiting.isEmpty() && waiting.getFirst().firstLine() <= row.line()) {
            CellRange range = waiting.removeFirst();
            if (range.lastLine() >= row.line()) {
                active.add(range);
            }
        }
        if (active.size() > MOST_AT_ONCE) {
            throw new Invalid("file.spreadsheet-markup");
        }
        if (active.isEmpty() || !row.holdsAnything()) {
            return row;
        }
        SheetRow merged = widened(row);
        active.forEach(range -> apply(range, merged, valueColumns));
        return merged;
    }

    private boolean forget(CellRange range) {
        labels.remove(range);
        return true;
    }

    private SheetRow widened(SheetRow row) {
        int width = row.size();
        for (CellRange range : active) {
            width = Math.max(width, Math.min(range.lastColumn() + 1, CsvTable.MOST_COLUMNS));
        }
        String[] texts = Arrays.copyOf(row.texts(), width);
        Oddity[] oddities = Arrays.copyOf(row.oddities(), width);
        Arrays.fill(texts, row.size(), width, "");
        Arrays.fill(oddities, row.size(), width, Oddity.NONE);
        return new SheetRow(row.line(), row.hidden(), texts, Arrays.copyOf(row.numbers(), width), oddities);
    }

    private void apply(CellRange range, SheetRow row, Set<Integer> valueColumns) {
        int last = Math.min(range.lastColumn(), row.size() - 1);
        long values = valueColumns.stream()
                .filter(column -> column >= range.firstColumn() && column <= last)
                .count();
        for (int column = range.firstColumn(); column <= last; column++) {
            if (valueColumns.contains(column)
                    && (range.overSeveralRows() || values > 1 || column > range.firstColumn())) {
                row.oddities()[column] = Oddity.MERGED;
            }
        }
        if (row.line() == range.firstLine()) {
            labels.put(range, row.text(range.firstColumn()));
        } else if (range.firstColumn() <= last && row.text(range.firstColumn()).isEmpty()) {
            row.texts()[range.firstColumn()] = labels.getOrDefault(range, "");
        }
    }
}
