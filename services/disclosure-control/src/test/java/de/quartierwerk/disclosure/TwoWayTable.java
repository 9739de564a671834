package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A table of spaces by categories with the totals of both. The counts of a category add up over the spaces. */
final class TwoWayTable {
    private static final int[] NOTHING = {};
    private static final double[] NO_FACTORS = {};

    private TwoWayTable() {}

    /** The cells of a table, all in one release. */
    static Cells cells(int[][] rows, Lots lots) {
        int columns = rows[0].length;
        List<TestHierarchy.Space> spaces = new ArrayList<>();
        spaces.add(new TestHierarchy.Space("m", "municipality", List.of("m")));
        for (int row = 0; row < rows.length; row++) {
            String key = "m" + (char) ('a' + row);
            spaces.add(new TestHierarchy.Space(key, "quarter", List.of("m", key)));
        }
        TestHierarchy tree = new TestHierarchy(spaces);
        List<Series> series = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            series.add(new Series("c" + column, Series.Figures.COUNT, 3, NOTHING, NO_FACTORS, false));
        }
        series.add(new Series(
                "all",
                Series.Figures.COUNT,
                3,
                IntStream.range(0, columns).toArray(),
                IntStream.range(0, columns).mapToDouble(i -> 1).toArray(),
                false));
        Cells cells = new Cells(series, tree, lots);
        int[] sums = new int[columns + 1];
        for (int row = 0; row <= rows.length; row++) {
            int all = 0;
            for (int column = 0; column <= columns; column++) {
                int value = row == rows.length ? sums[column] : column == columns ? all : rows[row][column];
                all += value;
                sums[column] += row == rows.length ? 0 : value;
                boolean small = value > 0 && value < 3;
                int space = tree.number(row == rows.length ? "m" : "m" + (char) ('a' + row));
                cells.add(column, new Cells.Revision(space, 1, value, Double.NaN, small, small, true, false));
            }
        }
        return cells;
    }

    static int hidden(Cells cells) {
        return (int) IntStream.range(0, cells.size()).filter(cells::isHidden).count();
    }
}
