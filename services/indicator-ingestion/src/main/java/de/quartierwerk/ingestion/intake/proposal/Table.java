package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.intake.file.HeaderGuess;
import de.quartierwerk.ingestion.intake.file.TableHead;
import de.quartierwerk.ingestion.intake.mapping.TablePeriods;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The first rows of a table, column by column. Columns count from 0. */
final class Table {
    private static final Pattern PERIOD_NAME =
            Pattern.compile("(?iu)jahr|year|zeit|time|stichtag|stand|period|datum|date");
    private static final int MOST_COLUMNS = 400;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final TableHead head;
    private final HeaderGuess header;
    private final List<List<String>> cells;

    Table(TableHead head) {
        this.head = head;
        this.cells = head.cells();
        this.header = HeaderGuess.of(cells);
    }

    @Nullable
    String sheet() {
        return head.sheet();
    }

    int width() {
        return head.width();
    }

    /** Number of rows of data that were looked at. */
    int rows() {
        return cells.size() - header.data();
    }

    int headerRows() {
        return header.rows();
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

    /** How a mapping names a column: by its name where that is the only one, else by its number. */
    String address(int column) {
        String name = name(column);
        boolean once =
                !name.isEmpty() && header.names().stream().filter(name::equals).count() == 1;
        return once ? name : Integer.toString(column + 1);
    }

    /** The texts of a column's cells below the header, without empty ones. */
    List<String> texts(int column) {
        return HeaderGuess.below(cells, header.data(), column, TableHead.MOST_ROWS);
    }

    Set<String> distinct(int column) {
        return new LinkedHashSet<>(texts(column));
    }

    /** The cell in a row of data, counted from 0. */
    String cell(int row, int column) {
        List<String> found = cells.get(header.data() + row);
        return column < found.size() ? found.get(column).strip() : "";
    }

    /** The share of a column's texts for which something holds; 0 where it is empty. */
    double share(int column, Predicate<String> holds) {
        List<String> texts = texts(column);
        return texts.isEmpty() ? 0 : (double) texts.stream().filter(holds).count() / texts.size();
    }

    boolean isNumeric(int column) {
        return share(column, HeaderGuess::isValue) > 0.7;
    }

    /** Whether a column holds periods; bare numbers only where its name says so or it has none. */
    boolean isPeriod(int column) {
        String name = name(column);
        boolean named = name.isEmpty() || PERIOD_NAME.matcher(name).find();
        return share(column, Table::isPeriodText) > 0.8 && (named || !isNumeric(column));
    }

    private static boolean isPeriodText(String text) {
        return TablePeriods.parse(text)
                .map(period -> period.first().getYear())
                .filter(year -> year >= FIRST_YEAR && year <= LAST_YEAR)
                .isPresent();
    }

    /** Whether a column's labels are written once per group: the first cell has one, and many others have none. */
    boolean isGrouped(int column) {
        int filled = texts(column).size();
        return rows() > 2
                && filled > 0
                && filled * 10 <= rows() * 7
                && !cell(0, column).isEmpty();
    }

    /** Whether all rows of some columns are different. */
    boolean isUnique(List<Integer> columns) {
        Set<List<String>> seen = new HashSet<>();
        for (int row = 0; row < rows(); row++) {
            List<String> key = new ArrayList<>();
            for (int column : columns) {
                key.add(cell(row, column));
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
