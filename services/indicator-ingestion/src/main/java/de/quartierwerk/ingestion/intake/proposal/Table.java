package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.file.HeaderGuess;
import de.quartierwerk.ingestion.intake.file.TableHead;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The first rows of a table, column by column. Columns count from 0. */
final class Table {
    private static final Pattern PERIOD_NAME =
            Pattern.compile("(?iu)jahr|year|zeit|time|stichtag|stand|period|datum|date|monat|month");
    private static final int MOST_COLUMNS = 400;
    /** So many texts show whether a column may hold periods, which come in many forms. */
    private static final int PERIODS_TRIED = 20;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final TableHead head;
    private final HeaderGuess header;
    private final List<List<String>> cells;
    private List<List<String>> rows;
    private final Set<Integer> used = new TreeSet<>();
    private final IdentityHashMap<List<String>, String> headings = new IdentityHashMap<>();
    private boolean belowHeadings;
    private final Map<Integer, List<String>> texts = new HashMap<>();
    private final Map<Integer, Boolean> numeric = new HashMap<>();

    Table(TableHead head) {
        this.head = head;
        this.cells = head.cells();
        this.header = HeaderGuess.of(cells);
        int least = Math.min(2, head.width());
        this.rows = cells.subList(header.data(), cells.size()).stream()
                .filter(row -> row.stream().filter(cell -> !cell.isBlank()).count() >= least)
                .toList();
    }

    @Nullable
    String sheet() {
        return head.sheet();
    }

    int width() {
        return head.width();
    }

    /** Number of rows of data that were looked at; headings and notes, which hold one text, are none. */
    int rows() {
        return rows.size();
    }

    int headerRows() {
        return header.rows();
    }

    /** Takes rows for no data whose text in a column is such a one. */
    void leaveOut(int column, Predicate<String> left) {
        rows = rows.stream().filter(row -> !left.test(text(row, column))).toList();
        texts.clear();
        numeric.clear();
    }

    /** Says that a column's meaning is known. */
    void use(int column) {
        used.add(column);
    }

    boolean isUsed(int column) {
        return used.contains(column);
    }

    /** The columns whose meaning is not known as yet. */
    List<Integer> left() {
        return columns().stream().filter(column -> !isUsed(column)).toList();
    }

    /** The texts above the names: titles and notes. */
    List<String> titles() {
        return cells.subList(0, header.first()).stream()
                .flatMap(List::stream)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The name of a column; empty where it has none. */
    String name(int column) {
        return column < header.names().size() ? header.names().get(column) : "";
    }

    /** The parts of a column's name that stand in different rows. */
    String[] parts(int column) {
        return name(column).split(HeaderBlock.JOINT);
    }

    /** How a mapping names a column: by its name where that is the only one, else by its number. */
    String address(int column) {
        String name = name(column);
        boolean once =
                !name.isEmpty() && header.names().stream().filter(name::equals).count() == 1;
        return once ? name : Integer.toString(column + 1);
    }

    /** The texts of a column's cells in rows of data, without empty ones. */
    List<String> texts(int column) {
        return texts.computeIfAbsent(
                column,
                any -> rows.stream()
                        .map(row -> text(row, column))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    private static String text(List<String> row, int column) {
        return column < row.size() ? HeaderBlock.name(row.get(column)) : "";
    }

    Set<String> distinct(int column) {
        return new LinkedHashSet<>(texts(column));
    }

    /** The cell in a row of data, counted from 0. */
    String cell(int row, int column) {
        return text(rows.get(row), column);
    }

    /** The same, or the text above it where labels are written once per group. */
    private String label(int row, int column) {
        int at = row;
        while (at > 0 && cell(at, column).isEmpty()) {
            at--;
        }
        return isGrouped(column) ? cell(at, column) : cell(row, column);
    }

    /** The share of a column's texts for which something holds; 0 where it is empty. */
    double share(int column, Predicate<String> holds) {
        List<String> texts = texts(column);
        return texts.isEmpty() ? 0 : (double) texts.stream().filter(holds).count() / texts.size();
    }

    boolean isNumeric(int column) {
        return numeric.computeIfAbsent(column, any -> valueShare(column) > 0.7 && share(column, Table::isCode) < 0.5);
    }

    /** The share of numbers and usual signs among a column's texts, other signs of one character left out. */
    private double valueShare(int column) {
        List<String> texts = texts(column).stream()
                .filter(text -> text.length() > 1 || HeaderGuess.isValue(text))
                .toList();
        long values = texts.stream().filter(HeaderGuess::isValue).count();
        return texts.isEmpty() ? 0 : (double) values / texts.size();
    }

    /** Whether digits are a code: numbers have no zero in front. */
    private static boolean isCode(String text) {
        return text.matches("0\\d+");
    }

    /** Whether a column holds periods, whatever its name says. */
    boolean holdsPeriods(int column) {
        List<String> texts = texts(column);
        long first =
                texts.stream().limit(PERIODS_TRIED).filter(Table::isPeriodText).count();
        return first * 2 >= Math.min(texts.size(), PERIODS_TRIED) && share(column, Table::isPeriodText) > 0.8;
    }

    /** Whether a column holds periods; bare numbers only where its name says so or it has none. */
    boolean isPeriod(int column) {
        String name = name(column);
        boolean named = name.isEmpty() || PERIOD_NAME.matcher(name).find();
        return (holdsPeriods(column) && (named || !isNumeric(column)))
                || (share(column, TablePeriods::isSixDigits) > 0.8
                        && PERIOD_NAME.matcher(name).find());
    }

    private static boolean isPeriodText(String text) {
        return TablePeriods.parse(text)
                .map(period -> period.first().getYear())
                .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR)
                .isPresent();
    }

    /** Whether a row of data holds a number in any of some columns. */
    boolean holdsNumber(int row, List<Integer> columns) {
        return columns.stream().anyMatch(column -> HeaderGuess.isValue(cell(row, column)));
    }

    /** The texts of rows below the names that hold nothing else; what stands below them is remembered. */
    Set<String> headings() {
        Set<String> found = new LinkedHashSet<>();
        String above = "";
        for (List<String> row : cells.subList(Math.min(header.data(), cells.size()), cells.size())) {
            Set<String> texts = new HashSet<>();
            row.forEach(cell -> texts.add(HeaderBlock.name(cell)));
            texts.remove("");
            if (texts.size() == 1 && !isPeriodText(texts.iterator().next())) {
                above = texts.iterator().next();
                found.add(above);
            }
            headings.put(row, above);
        }
        return found;
    }

    /** Says that rows are about what stands alone in a row above them. */
    void useHeadings() {
        belowHeadings = true;
    }

    /** Whether a row that holds nothing but a period stands above the others. */
    boolean hasPeriodHeadings() {
        Set<String> texts = new HashSet<>();
        if (header.data() < cells.size()) {
            cells.get(header.data()).forEach(cell -> texts.add(HeaderBlock.name(cell)));
        }
        texts.remove("");
        return texts.size() == 1 && isPeriodText(texts.iterator().next());
    }

    /** Whether a column's labels are written once per group: the first cell has one, and others between have none. */
    boolean isGrouped(int column) {
        int filled = texts(column).size();
        return rows() > 2
                && filled > 0
                && filled * 10 <= rows() * 7
                && !cell(0, column).isEmpty()
                && isFilledBelowEmpty(column);
    }

    /** Whether a label comes after an empty cell, so that this is no total at the end. */
    private boolean isFilledBelowEmpty(int column) {
        boolean empty = false;
        for (int row = 0; row < rows(); row++) {
            if (empty && !cell(row, column).isEmpty()) {
                return true;
            }
            empty |= cell(row, column).isEmpty();
        }
        return false;
    }

    /** Whether all rows differ in the columns whose meaning is known. */
    boolean isUnique() {
        return isUnique(used);
    }

    private boolean isUnique(Set<Integer> columns) {
        Set<List<String>> seen = new HashSet<>();
        for (int row = 0; row < rows(); row++) {
            List<String> key = new ArrayList<>();
            key.add(belowHeadings ? headings.getOrDefault(rows.get(row), "") : "");
            for (int column : columns) {
                key.add(label(row, column));
            }
            if (!seen.add(key)) {
                return false;
            }
        }
        return true;
    }

    /** The columns that are looked at: more would cost time, and nobody could answer for them. */
    List<Integer> columns() {
        return IntStream.range(0, Math.min(width(), MOST_COLUMNS)).boxed().toList();
    }
}
