package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping bound to the columns of a file. Column numbers count from 0; -1 stands for a column that the file lacks and
 * need not have.
 *
 * @param space column of the space
 * @param period column of the period, or -1
 * @param fixedPeriod period of all values without one of their own
 * @param where column of the condition on rows, or -1
 * @param equals text that the condition's cell must have
 * @param wide columns of the wide layout; empty in the long one
 * @param indicator column of the indicator in the long layout, else -1
 * @param value column of the value in the long layout, else -1
 * @param numerator column of the numerator in the long layout, else -1
 * @param denominator column of the denominator in the long layout, else -1
 * @param status column of the status in the long layout, else -1
 * @param names column names, to tell where something is wrong
 */
public record Binding(
        int space,
        int period,
        @Nullable Period fixedPeriod,
        int where,
        @Nullable String equals,
        List<Cell> wide,
        int indicator,
        int value,
        int numerator,
        int denominator,
        int status,
        List<String> names) {

    /** Copies the lists. */
    public Binding {
        wide = List.copyOf(wide);
        names = List.copyOf(names);
    }

    /**
     * One value of a row in the wide layout.
     *
     * @param indicator code
     * @param period its own period
     * @param value column of the value, or -1
     * @param numerator column of the numerator, or -1
     * @param denominator column of the denominator, or -1
     */
    public record Cell(String indicator, @Nullable Period period, int value, int numerator, int denominator) {
        /** The column by which a finding names this value. */
        public int column() {
            return value >= 0 ? value : numerator >= 0 ? numerator : denominator;
        }
    }

    /** The columns that hold numbers. */
    public Set<Integer> numberColumns() {
        Set<Integer> columns = new TreeSet<>(List.of(value, numerator, denominator).stream()
                .filter(column -> column >= 0)
                .toList());
        for (Cell cell : wide) {
            columns.addAll(List.of(cell.value(), cell.numerator(), cell.denominator()));
        }
        columns.remove(-1);
        return columns;
    }

    /** Number of the last column that is read. */
    public int lastColumn() {
        int last = Math.max(Math.max(space, period), Math.max(where, Math.max(indicator, status)));
        for (int column : numberColumns()) {
            last = Math.max(last, column);
        }
        return last;
    }

    /** Number of columns up to the last that has a name. */
    public int width() {
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    /**
     * Columns whose names begin like those of columns that come once per period, but that are not bound since the rest
     * is no period.
     */
    public List<Integer> notUsed(Mapping mapping) {
        Set<Integer> bound = new TreeSet<>(numberColumns());
        bound.addAll(List.of(space, period, where));
        Set<String> repeated = inOneLine(repeated(mapping));
        return IntStream.range(0, names.size())
                .filter(column ->
                        !bound.contains(column) && repeated.stream().anyMatch(name -> begins(names.get(column), name)))
                .boxed()
                .toList();
    }

    private static boolean begins(String column, String name) {
        return column.startsWith(name)
                && (column.length() == name.length() || !Character.isLetterOrDigit(column.charAt(name.length())));
    }

    /** Name of a column, or its number where it has none. */
    public @Nullable String name(int column) {
        if (column < 0) {
            return null;
        }
        return column < names.size() ? names.get(column) : Integer.toString(column + 1);
    }

    /**
     * Binds a mapping.
     *
     * @param header column names of the file
     * @param errors collects which columns the file lacks
     */
    public static Optional<Binding> bind(Mapping mapping, List<String> header, List<InputError> errors) {
        return bind(mapping, header, null, errors);
    }

    /**
     * Binds a mapping to a sheet of a spreadsheet.
     *
     * @param header column names of the sheet
     * @param sheet its name
     * @param errors collects what the sheet lacks
     */
    public static Optional<Binding> bind(
            Mapping mapping, List<String> header, @Nullable String sheet, List<InputError> errors) {
        Binder binder = new Binder(mapping, header, sheet, errors);
        int before = errors.size();
        Binding bound = binder.bind();
        return errors.size() == before ? Optional.of(bound) : Optional.empty();
    }

    /** Whether column names are those that a mapping speaks of. */
    public static boolean fits(Mapping mapping, List<String> header) {
        Set<String> missing = inOneLine(required(mapping));
        Set<String> repeated = inOneLine(repeated(mapping));
        missing.removeAll(repeated);
        header.forEach(name -> HeaderPeriod.of(name).ifPresent(found -> repeated.remove(found.name())));
        missing.removeAll(new LinkedHashSet<>(header));
        return missing.isEmpty() && repeated.isEmpty();
    }

    /** Names as those of a header are: without breaks, and with one blank where there are several. */
    private static Set<String> inOneLine(Set<String> names) {
        return names.stream().map(HeaderBlock::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The columns of the wide layout that come once per period, which stands in their names. */
    private static Set<String> repeated(Mapping mapping) {
        Set<String> names = new LinkedHashSet<>();
        if (mapping.headerHasPeriods()) {
            mapping.wideColumns().forEach((name, column) -> {
                if (column.period() == null) {
                    names.add(name.strip());
                }
            });
        }
        return names;
    }

    /** The column names that a file must have for this mapping. */
    public static Set<String> required(Mapping mapping) {
        Set<String> names = new LinkedHashSet<>();
        boolean wide = mapping.effectiveLayout().equals(Mapping.WIDE);
        add(names, or(mapping.spaceColumn(), "space"));
        add(names, mapping.periodColumn());
        if (wide) {
            names.addAll(mapping.wideColumns().keySet());
        } else {
            add(names, or(mapping.indicatorColumn(), "indicator"));
            add(names, mapping.valueColumn());
            add(names, mapping.numeratorColumn());
            add(names, mapping.denominatorColumn());
            add(names, mapping.statusColumn());
            if (mapping.period() == null && !mapping.sheetsArePeriods()) {
                add(names, or(mapping.periodColumn(), "period"));
            }
        }
        if (mapping.where() != null) {
            add(names, mapping.where().column());
        }
        return names;
    }

    /** The column names that this mapping can use, also those that a file may lack. */
    public static List<String> usable(Mapping mapping) {
        Set<String> names = required(mapping);
        if (!mapping.effectiveLayout().equals(Mapping.WIDE)) {
            names.addAll(List.of("period", "value", "numerator", "denominator", "status"));
        }
        return List.copyOf(names);
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name.strip());
        }
    }

    private static String or(@Nullable String stated, String otherwise) {
        return stated == null ? otherwise : stated;
    }

    /** Looks the columns up. */
    private static final class Binder {
        private final Mapping mapping;
        private final List<String> header;
        private final @Nullable String sheet;
        private final List<InputError> errors;

        Binder(Mapping mapping, List<String> header, @Nullable String sheet, List<InputError> errors) {
            this.mapping = mapping;
            this.header = header;
            this.sheet = sheet;
            this.errors = errors;
        }

        Binding bind() {
            boolean wide = mapping.effectiveLayout().equals(Mapping.WIDE);
            Mapping.Where where = mapping.where();
            int period = mapping.periodColumn() != null
                    ? stated("/periodColumn", mapping.periodColumn())
                    : wide || mapping.period() != null || mapping.sheetsArePeriods()
                            ? -1
                            : stated("/periodColumn", "period");
            int value = wide ? -1 : optional("/valueColumn", mapping.valueColumn(), "value");
            int numerator = wide ? -1 : optional("/numeratorColumn", mapping.numeratorColumn(), "numerator");
            if (!wide && value < 0 && numerator < 0 && errors.isEmpty()) {
                errors.add(InputError.at("/valueColumn", "mapping.column-unknown", "value", "value"));
            }
            return new Binding(
                    stated("/spaceColumn", or(mapping.spaceColumn(), "space")),
                    period,
                    fixedPeriod(),
                    where == null ? -1 : stated("/rows/where/column", where.column()),
                    where == null ? null : where.equals(),
                    wide ? cells() : List.of(),
                    wide ? -1 : stated("/indicatorColumn", or(mapping.indicatorColumn(), "indicator")),
                    value,
                    numerator,
                    wide ? -1 : optional("/denominatorColumn", mapping.denominatorColumn(), "denominator"),
                    wide ? -1 : optional("/statusColumn", mapping.statusColumn(), "status"),
                    header);
        }

        private @Nullable Period fixedPeriod() {
            if (!mapping.sheetsArePeriods() || sheet == null) {
                return Period.parse(mapping.period()).orElse(null);
            }
            Optional<Period> named = HeaderPeriod.ofSheet(sheet);
            if (named.isEmpty()) {
                errors.add(InputError.at("/periodFromSheet", "mapping.sheet-without-period", sheet, sheet));
            }
            return named.orElse(null);
        }

        private List<Cell> cells() {
            List<Cell> cells = new ArrayList<>();
            Set<String> repeatedColumns = repeated(mapping);
            for (Map.Entry<String, Mapping.Column> entry : mapping.wideColumns().entrySet()) {
                Mapping.Column column = entry.getValue();
                String pointer = "/columns" + JsonPointer.empty().appendProperty(entry.getKey());
                String name = entry.getKey().strip();
                if (repeatedColumns.contains(name)) {
                    Map<Integer, Period> found = perPeriod(HeaderBlock.name(name));
                    found.forEach((index, period) -> merge(cells, pointer, cell(column, period, index)));
                    if (found.isEmpty()) {
                        errors.add(InputError.at(pointer, "mapping.column-unknown", name, name));
                    }
                } else {
                    int index = stated(pointer, entry.getKey());
                    merge(
                            cells,
                            pointer,
                            cell(column, Period.parse(column.period()).orElse(null), index));
                }
            }
            cells.sort(Comparator.comparingInt(Cell::column));
            return cells;
        }

        private static Cell cell(Mapping.Column column, @Nullable Period period, int index) {
            return new Cell(
                    column.indicator(),
                    period,
                    column.measure() == null || column.measure().equals("value") ? index : -1,
                    "numerator".equals(column.measure()) ? index : -1,
                    "denominator".equals(column.measure()) ? index : -1);
        }

        /** The columns of that name, each with the period that stands beside it in the header. */
        private Map<Integer, Period> perPeriod(String name) {
            Map<Integer, Period> found = new TreeMap<>();
            for (int i = 0; i < header.size(); i++) {
                int index = i;
                HeaderPeriod.of(header.get(i))
                        .filter(column -> column.name().equals(name))
                        .ifPresent(column -> found.put(index, column.period()));
            }
            return found;
        }

        /** Columns for the same indicator and period are parts of one value. */
        private void merge(List<Cell> cells, String pointer, Cell added) {
            for (int i = 0; i < cells.size(); i++) {
                Cell there = cells.get(i);
                if (there.indicator.equals(added.indicator) && Objects.equals(there.period, added.period)) {
                    if (overlap(there, added)) {
                        errors.add(InputError.at(pointer, "mapping.column-twice", added.indicator, added.indicator));
                        return;
                    }
                    cells.set(
                            i,
                            new Cell(
                                    there.indicator,
                                    there.period,
                                    Math.max(there.value, added.value),
                                    Math.max(there.numerator, added.numerator),
                                    Math.max(there.denominator, added.denominator)));
                    return;
                }
            }
            cells.add(added);
        }

        private static boolean overlap(Cell a, Cell b) {
            return (a.value >= 0 && b.value >= 0)
                    || (a.numerator >= 0 && b.numerator >= 0)
                    || (a.denominator >= 0 && b.denominator >= 0);
        }

        private int optional(String pointer, @Nullable String stated, String usual) {
            return stated != null ? stated(pointer, stated) : header.indexOf(usual);
        }

        private int stated(String pointer, String name) {
            String asStated = name == null ? "" : name.strip();
            String wanted = header.contains(asStated) ? asStated : HeaderBlock.name(asStated);
            int found = header.indexOf(wanted);
            if (found < 0) {
                errors.add(InputError.at(pointer, "mapping.column-unknown", name, name));
            } else if (header.lastIndexOf(wanted) != found) {
                errors.add(InputError.at(pointer, "mapping.column-ambiguous", name, name));
            }
            return found;
        }
    }
}
