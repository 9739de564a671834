package de.quartierwerk.ingestion.intake.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds the rows of column names of a table without being told any name: those above the first row that looks like most
 * of the rows. Years above numbers are names. Pure functions.
 *
 * @param first place of the first row of names among the rows, from 0
 * @param rows how many rows they take; 0 where there are none
 * @param data place of the first row of data
 * @param names the names, as {@link HeaderBlock} joins them
 */
public record HeaderGuess(int first, int rows, int data, List<String> names) {
    private static final int MOST_ROWS = 6;
    private static final int ROWS_COMPARED = 60;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Pattern PERIOD =
            Pattern.compile("(?:19|20)\\d{2}(?:/\\d{2,4})?|(?:\\d{1,2}\\.){1,2}\\s?(?:19|20)\\d{2}");

    /** Copies the names. */
    public HeaderGuess {
        names = List.copyOf(names);
    }

    /** Looks for the names among the first rows of a table. */
    public static HeaderGuess of(List<List<String>> rows) {
        Set<Integer> numbers = numberColumns(rows);
        for (int at = 0; at < rows.size() && at < HeaderBlock.ROWS_LOOKED_AT; at++) {
            if (isData(rows, at, numbers)) {
                int data = belowNames(rows, at);
                int end = data > 0 && isNumbering(rows.get(data - 1)) ? data - 1 : data;
                int first = firstOfBlock(rows, end);
                return new HeaderGuess(first, end - first, data, HeaderBlock.names(rows.subList(first, end)));
            }
        }
        return new HeaderGuess(0, 0, 0, List.of());
    }

    /** Columns that hold numbers in most rows in which they hold anything. */
    private static Set<Integer> numberColumns(List<List<String>> rows) {
        Set<Integer> found = new TreeSet<>();
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int from = Math.min(rows.size() / 3, HeaderBlock.ROWS_LOOKED_AT);
        int to = Math.min(rows.size(), from + ROWS_COMPARED);
        for (int column = 0; column < width; column++) {
            int at = column;
            List<String> cells = IntStream.range(from, to)
                    .mapToObj(row -> cell(rows.get(row), at))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            long numbers = cells.stream().filter(HeaderGuess::isValue).count();
            if (!cells.isEmpty() && numbers * 2 >= cells.size()) {
                found.add(column);
            }
        }
        return found;
    }

    private static boolean isData(List<List<String>> rows, int at, Set<Integer> numbers) {
        List<String> cells = cells(rows.get(at), numbers);
        long values = cells.stream().filter(HeaderGuess::isValue).count();
        List<String> next = at + 1 < rows.size() ? cells(rows.get(at + 1), numbers) : List.of();
        boolean below = !next.isEmpty() && arePeriods(next);
        return values > 0
                && values * 2 >= cells.size()
                && (below || !areNames(rows.get(at), cells))
                && !isNumbering(rows.get(at));
    }

    private static List<String> cells(List<String> row, Set<Integer> columns) {
        return columns.stream()
                .map(column -> cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    private static boolean arePeriods(List<String> cells) {
        return cells.stream().allMatch(cell -> PERIOD.matcher(withoutNote(cell)).matches());
    }

    private static String withoutNote(String cell) {
        return cell.replaceAll("\\s*(?:\\*+|\\d\\))$", "");
    }

    /** Whether cells above numbers are years that name columns: each another one, and no other number beside them. */
    private static boolean areNames(List<String> row, List<String> cells) {
        long texts = row.stream()
                .filter(cell -> cell.codePoints().anyMatch(Character::isLetter))
                .count();
        return arePeriods(cells)
                && (cells.size() > 1
                        ? row.get(0).isEmpty() || Set.copyOf(cells).size() == cells.size()
                        : texts > 0 && isFirstName(row));
    }

    /** Whether a row with one year begins with a word as names of columns do, without digits. */
    private static boolean isFirstName(List<String> row) {
        return !row.get(0).isEmpty() && row.get(0).chars().noneMatch(Character::isDigit);
    }

    private static boolean isNumbering(List<String> row) {
        int expected = 0;
        for (String cell : row) {
            String bare = cell.replaceAll("[().]", "");
            if (!bare.isEmpty() && !bare.equals(Integer.toString(++expected))) {
                return false;
            }
        }
        return expected > 2;
    }

    /** The row below the names, where headings of a group of rows stand between these and the first numbers. */
    private static int belowNames(List<List<String>> rows, int data) {
        int at = data;
        while (at > 0 && isTitle(rows.get(at - 1))) {
            at--;
        }
        return at > 0 ? at : data;
    }

    /** A title stands alone in the first column; names stand in several columns or above the numbers. */
    private static int firstOfBlock(List<List<String>> rows, int data) {
        int first = data;
        while (first > 0
                && data - first < MOST_ROWS
                && !isTitle(rows.get(first - 1))
                && !(first < data && isAbout(rows.get(first - 1), rows.get(first)))) {
            first--;
        }
        return first;
    }

    /** Whether a row says something of the whole table, as {@code Units;Persons}, above names of all columns. */
    private static boolean isAbout(List<String> row, List<String> below) {
        long cells = row.stream().filter(cell -> !cell.isBlank()).count();
        return cells <= 2
                && below.size() > 2
                && !cell(row, 0).isEmpty()
                && below.stream().noneMatch(String::isBlank);
    }

    private static boolean isTitle(List<String> row) {
        return IntStream.range(1, row.size()).allMatch(column -> row.get(column).isEmpty())
                || Set.copyOf(row).size() == 1;
    }

    private static String cell(List<String> row, int column) {
        return column < row.size() ? Texts.strip(row.get(column)) : "";
    }

    /** Whether a text is a number or one of the signs that stand instead of it. */
    public static boolean isValue(String cell) {
        String text = Texts.strip(cell);
        return NumberText.parse(text, NumberStyle.PLAIN).isPresent()
                || NumberText.parse(text, NumberStyle.GERMAN).isPresent()
                || Marks.USUAL.zero().contains(text)
                || Marks.USUAL.suppressed().contains(text)
                || Marks.USUAL.unreliable().contains(text)
                || (!text.isEmpty() && Marks.USUAL.missing().contains(text));
    }

    /** Whether a text is a year. */
    public static boolean isYear(String cell) {
        return YEAR.matcher(Texts.strip(cell)).matches();
    }

    /** Texts of the cells below the names in a column, without empty ones. */
    public static List<String> below(List<List<String>> rows, int data, int column, int most) {
        List<String> found = new ArrayList<>();
        for (int row = data; row < rows.size() && found.size() < most; row++) {
            String cell = cell(rows.get(row), column);
            if (!cell.isEmpty()) {
                found.add(cell);
            }
        }
        return found;
    }
}
