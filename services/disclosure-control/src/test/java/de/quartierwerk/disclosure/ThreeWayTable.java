package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.List;

/** A table of spaces by two characteristics, with the totals of each and of both, all in one release. */
final class ThreeWayTable {
    private static final int[] NOTHING = {};
    private static final double[] NO_FACTORS = {};

    private ThreeWayTable() {}

    /** @param counts by space, first and second characteristic */
    static Cells cells(int[][][] counts, Lots lots) {
        int rows = counts[0].length;
        int columns = counts[0][0].length;
        List<TestHierarchy.Space> spaces = new ArrayList<>();
        spaces.add(new TestHierarchy.Space("m", "municipality", List.of("m")));
        for (int space = 0; space < counts.length; space++) {
            spaces.add(new TestHierarchy.Space("m" + space, "quarter", List.of("m", "m" + space)));
        }
        TestHierarchy tree = new TestHierarchy(spaces);
        List<Series> series = new ArrayList<>();
        List<Relation> relations = new ArrayList<>();
        for (int row = 0; row <= rows; row++) {
            for (int column = 0; column <= columns; column++) {
                series.add(new Series(row + "x" + column, Series.Figures.COUNT, 3, NOTHING, NO_FACTORS, false));
            }
        }
        int width = columns + 1;
        for (int row = 0; row <= rows; row++) {
            int[] parts = new int[columns];
            for (int column = 0; column < columns; column++) {
                parts[column] = row * width + column;
            }
            relations.add(Relation.sum(row * width + columns, parts));
        }
        for (int column = 0; column <= columns; column++) {
            int[] parts = new int[rows];
            for (int row = 0; row < rows; row++) {
                parts[row] = row * width + column;
            }
            relations.add(Relation.sum(rows * width + column, parts));
        }
        Cells cells = new Cells(series, relations, tree, lots);
        for (int space = -1; space < counts.length; space++) {
            int number = tree.number(space < 0 ? "m" : "m" + space);
            for (int row = 0; row <= rows; row++) {
                for (int column = 0; column <= columns; column++) {
                    int value = sum(counts, space, row, column);
                    boolean small = value > 0 && value < 3;
                    cells.add(
                            row * width + column,
                            new Cells.Revision(number, 1, value, Double.NaN, small, small, true, false));
                }
            }
        }
        return cells;
    }

    /** The count of a place; below 0 or past the last one stands for all. */
    private static int sum(int[][][] counts, int space, int row, int column) {
        int sum = 0;
        for (int s = 0; s < counts.length; s++) {
            for (int r = 0; r < counts[s].length; r++) {
                for (int c = 0; c < counts[s][r].length; c++) {
                    boolean in = (space < 0 || space == s)
                            && (row == counts[s].length || row == r)
                            && (column == counts[s][r].length || column == c);
                    sum += in ? counts[s][r][c] : 0;
                }
            }
        }
        return sum;
    }
}
