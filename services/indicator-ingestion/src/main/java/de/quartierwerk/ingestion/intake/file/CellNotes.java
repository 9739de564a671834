package de.quartierwerk.ingestion.intake.file;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Notes on the cells of a sheet, several on one cell below each other; at most twenty thousand cells have any. */
public final class CellNotes {
    private static final int MOST_CELLS = 20_000;
    private static final int MOST_CHARACTERS = 4000;

    private final Map<Cell, StringBuilder> notes =
            new TreeMap<>(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));

    private record Cell(int row, int column) {}

    /** Adds a note; row and column count from 0. */
    public void add(int row, int column, String text) {
        Cell cell = new Cell(row, column);
        StringBuilder there = notes.get(cell);
        if (there == null && notes.size() < MOST_CELLS) {
            notes.put(cell, new StringBuilder(text));
        } else if (there != null && there.length() < MOST_CHARACTERS) {
            there.append('\n').append(text);
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return notes.isEmpty();
    }

    /** Takes a note of a cell. */
    @FunctionalInterface
    public interface Visitor {
        void visit(int row, int column, String text);
    }

    /** Shows all notes in the order of rows and columns. */
    public void forEach(Visitor visitor) {
        BiConsumer<Cell, StringBuilder> each = (cell, text) -> visitor.visit(cell.row, cell.column, text.toString());
        notes.forEach(each);
    }
}
