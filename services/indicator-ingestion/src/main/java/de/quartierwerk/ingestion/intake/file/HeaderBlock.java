package de.quartierwerk.ingestion.intake.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows that hold the column names of a table (Tabellenkopf): one, or several where a merged cell stands above the
 * columns that it is about. Pure functions.
 *
 * @param row number of its last row among the rows that are not empty, counted from 1; 0 where there is none
 * @param names column names; parts from several rows are joined by {@value #JOINT}
 */
public record HeaderBlock(int row, List<String> names) {
    /** Stands between the parts of a name that come from different rows. */
    public static final String JOINT = " / ";

    /** Rows above the data (a title, a note) among which it is looked for. */
    public static final int ROWS_LOOKED_AT = 30;

    private static final int MOST_ROWS = 6;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final HeaderBlock NONE = new HeaderBlock(0, List.of());

    /** Copies the names. */
    public HeaderBlock {
        names = List.copyOf(names);
    }

    /**
     * Finds the column names: the first rows that give what the mapping speaks of, as few of them as possible, or else
     * the first row as wide as most whose cells are no numbers.
     *
     * @param rows the first rows of a table
     * @param fits whether column names are those that the mapping speaks of; null where it calls columns by their
     *     numbers, which tells nothing of names
     * @param height how many rows the column names take; null to find out
     */
    public static HeaderBlock find(
            List<List<String>> rows, @Nullable Predicate<List<String>> fits, @Nullable Integer height) {
        if (fits == null) {
            return aboveData(rows, height);
        }
        int least = height == null ? 1 : height;
        int most = height == null ? MOST_ROWS : height;
        for (int taken = least; taken <= most; taken++) {
            for (int first = 0; first < ROWS_LOOKED_AT && first + taken <= rows.size(); first++) {
                List<String> names = names(rows.subList(first, first + taken));
                if (fits.test(names)) {
                    return new HeaderBlock(first + taken, names);
                }
            }
        }
        return guessed(rows, least);
    }

    private static HeaderBlock guessed(List<List<String>> rows, int height) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int first = 0; first < ROWS_LOOKED_AT && first + height <= rows.size(); first++) {
            if (rows.get(first).size() == width) {
                List<String> names = names(rows.subList(first, first + height));
                return names.stream().noneMatch(HeaderBlock::isNumber) ? new HeaderBlock(first + height, names) : NONE;
            }
        }
        return NONE;
    }

    /** Whether a cell holds a number, as data do; years stand in headers, too. */
    private static boolean isNumber(String cell) {
        if (YEAR.matcher(cell).matches()) {
            return false;
        }
        return NumberText.parse(cell, NumberStyle.PLAIN).isPresent()
                || NumberText.parse(cell, NumberStyle.GERMAN).isPresent();
    }

    private static HeaderBlock aboveData(List<List<String>> rows, @Nullable Integer height) {
        HeaderGuess guess = HeaderGuess.of(rows);
        int end = guess.first() + guess.rows();
        int first = height == null ? guess.first() : Math.max(0, end - height);
        return end == 0 ? NONE : new HeaderBlock(end, names(rows.subList(first, end)));
    }

    /** The first row of the rows themselves as header, whatever it holds. */
    public static HeaderBlock first(List<List<String>> rows) {
        return rows.isEmpty() ? NONE : new HeaderBlock(1, names(rows.subList(0, 1)));
    }

    /**
     * Joins the parts of names; a cell of an upper row stands for the empty ones to its right, as far as the cell above
     * it reaches.
     */
    static List<String> names(List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<Set<String>> parts = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            parts.add(new LinkedHashSet<>());
        }
        for (int row = 0; row < rows.size(); row++) {
            String carried = "";
            Set<String> above = Set.of();
            for (int column = 0; column < width; column++) {
                String own = cell(rows.get(row), column);
                boolean namedBelow = !below(rows, row, column).isEmpty();
                boolean sameGroup = row == 0 || parts.get(column).equals(above);
                above = Set.copyOf(parts.get(column));
                carried = own.isEmpty() && sameGroup ? carried : own;
                String part = own.isEmpty() && namedBelow ? carried : own;
                if (!part.isEmpty()) {
                    parts.get(column).add(part);
                }
            }
        }
        return parts.stream().map(p -> String.join(JOINT, p)).toList();
    }

    private static String below(List<List<String>> rows, int row, int column) {
        StringBuilder below = new StringBuilder();
        for (int lower = row + 1; lower < rows.size(); lower++) {
            below.append(cell(rows.get(lower), column));
        }
        return below.toString();
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? name(row.get(column)) : "";
    }

    /** A name in one line: breaks, also as spreadsheets write them out, and several blanks become one blank. */
    public static String name(String text) {
        return Texts.strip(text.replace("_x000D_", " ")).replaceAll("(?U)[\\s\\u00a0]+", " ");
    }
}
