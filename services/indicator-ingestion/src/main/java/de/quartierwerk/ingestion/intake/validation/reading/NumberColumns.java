package de.quartierwerk.ingestion.intake.validation.reading;

import de.quartierwerk.ingestion.intake.file.Dialect;
import de.quartierwerk.ingestion.intake.file.NumberStyle;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.ingestion.intake.mapping.BoundTable;
import de.quartierwerk.ingestion.intake.validation.staging.FileFindings;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides the decimal sign of each column: as the mapping states it, else by all numbers of the column, else by those
 * of the other columns, also those that are not read, else as assumed, and says so.
 */
public final class NumberColumns {
    private final NumberStyle assumed;
    private final boolean stated;
    private Map<Key, NumberColumn> columns = new TreeMap<>();
    private long commasElsewhere;
    private long pointsElsewhere;

    /**
     * @param assumed what the head of the file tells
     * @param stated whether that is what the mapping states
     */
    public NumberColumns(NumberStyle assumed, boolean stated) {
        this.assumed = assumed;
        this.stated = stated;
    }

    private record Key(int table, int column) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return table == other.table ? Integer.compare(column, other.column) : Integer.compare(table, other.table);
        }
    }

    /** Whether the decimal sign is still to be decided by what is read. */
    boolean undecided() {
        return !stated;
    }

    NumberColumn of(int table, int column) {
        return columns.computeIfAbsent(new Key(table, column), key -> new NumberColumn(assumed));
    }

    /** Whether numbers can be read in two ways of which nothing that was read tells the right one. */
    public boolean wantsOthers() {
        return !stated
                && everywhere() == 0
                && columns.values().stream()
                        .anyMatch(column -> column.ambiguous() != null && own(column) == 0 && byItself(column) == 0);
    }

    /** Looks at the numbers of the columns that are not read. */
    public void lookAtOthers(BoundTable table) throws IOException {
        Set<Integer> others = table.binding().otherColumns();
        for (Optional<TableRow> row = table.rows().next();
                row.isPresent();
                row = table.rows().next()) {
            for (int column : others) {
                if (!row.get().plain(column)) {
                    char sign = Dialect.certainDecimal(row.get().text(column));
                    commasElsewhere += sign == ',' ? 1 : 0;
                    pointsElsewhere += sign == '.' ? 1 : 0;
                }
            }
        }
    }

    /** The decimal sign that most numbers of all columns tell; 0 for none. */
    private char everywhere() {
        char read = sign(total(true), total(false));
        return read != 0 ? read : sign(commasElsewhere, pointsElsewhere);
    }

    /**
     * Decides after all rows were read.
     *
     * @return whether a column has to be read again in another style
     */
    public boolean decide() {
        boolean again = false;
        Map<Key, NumberColumn> next = new TreeMap<>();
        char everywhere = everywhere();
        for (Map.Entry<Key, NumberColumn> entry : columns.entrySet()) {
            NumberColumn column = entry.getValue();
            char own = own(column);
            char decided = own != 0 ? own : byItself(column) != 0 ? byItself(column) : everywhere;
            boolean matters = own != 0 || column.ambiguous() != null;
            boolean differs =
                    matters && decided != 0 && decided != column.style().decimal();
            again |= differs;
            next.put(entry.getKey(), new NumberColumn(differs ? NumberStyle.of(decided) : column.style()));
        }
        if (again) {
            columns = next;
        }
        return again;
    }

    /**
     * The decimal sign that most of a column's own numbers tell; 0 for none. Counts are whole numbers: where a column
     * holds nothing else, its ambiguous ones tell it too, and the odd one with decimals is the fault.
     */
    private static char own(NumberColumn column) {
        if (!column.countsOnly()) {
            return sign(column.commas(), column.points());
        }
        char most = sign(column.commas() + column.ambiguousPoints(), column.points() + column.ambiguousCommas());
        return most != 0 ? most : column.ofCount();
    }

    /** The decimal sign that a column's ambiguous numbers tell by what they are about; 0 for none. */
    private static char byItself(NumberColumn column) {
        return column.ofCount() != 0 ? column.ofCount() : column.ofRange();
    }

    private long total(boolean commas) {
        return columns.values().stream()
                .mapToLong(column -> commas ? column.commas() : column.points())
                .sum();
    }

    private static char sign(long commas, long points) {
        return commas == points ? 0 : commas > points ? ',' : '.';
    }

    /** Reports the columns that do not decide for themselves. */
    public void report(FileFindings findings) {
        if (stated) {
            return;
        }
        char everywhere = everywhere();
        for (NumberColumn column : columns.values()) {
            boolean agreed = everywhere != 0 && byItself(column) == everywhere;
            boolean certain = sign(column.commas(), column.points()) == own(column) && own(column) != 0;
            NumberColumn.Ambiguous first = column.ambiguous();
            if (first != null && !certain && !agreed) {
                report(findings, column, first, everywhere);
            }
        }
    }

    private static void report(
            FileFindings findings, NumberColumn column, NumberColumn.Ambiguous first, char everywhere) {
        String decimal = String.valueOf(column.style().decimal());
        if (column.ofCount() != 0) {
            findings.hint(first.place(), "number.grouped-count", first.text(), first.readAs());
        } else if (column.ofRange() != 0) {
            findings.hint(first.place(), "number.decided-by-range", first.text(), first.readAs(), decimal);
        } else if (everywhere != 0) {
            findings.hint(first.place(), "number.decided-elsewhere", first.text(), first.readAs(), decimal);
        } else {
            findings.warning(first.place(), "number.ambiguous", first.text(), first.readAs(), decimal);
        }
    }
}
