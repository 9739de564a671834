package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.ingestion.intake.file.TableRow;
import de.quartierwerk.kit.problem.InputError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A mapping bound to the columns of a file. Column numbers count from 0; -1 stands for a column that the file lacks and
 * need not have.
 *
 * @param spaces where a row names its space
 * @param periods where a row names its period
 * @param conditions what a row has to hold so that it counts
 * @param filled columns in which an empty cell stands for the text above it
 * @param cells the values of a row
 * @param indicator column of the indicator, where cells do not say it
 * @param indicatorTexts what the texts of that column mean; empty where they are codes
 * @param wide whether several values stand in a row
 * @param names column names, to tell where something is wrong
 */
public record Binding(
        SpacePlace spaces,
        PeriodPlace periods,
        List<Condition> conditions,
        Set<Integer> filled,
        List<Cell> cells,
        int indicator,
        Map<String, String> indicatorTexts,
        boolean wide,
        List<String> names) {

    /** Copies the collections. */
    public Binding {
        conditions = List.copyOf(conditions);
        filled = Set.copyOf(filled);
        cells = List.copyOf(cells);
        indicatorTexts = Map.copyOf(indicatorTexts);
        names = List.copyOf(names);
    }

    /**
     * Where the space of a row stands.
     *
     * @param columns columns whose texts make it up; none where it is fixed or the cells have spaces of their own
     * @param padTo to each column the length up to which zeros are put in front of its text, or 0
     * @param fixed the one space of the file
     * @param inRows whether rows that hold nothing but a space say that of the rows below them
     */
    public record SpacePlace(
            List<Integer> columns,
            List<Integer> padTo,
            @Nullable String fixed,
            boolean inRows) {
        /** Copies the lists. */
        public SpacePlace {
            columns = List.copyOf(columns);
            padTo = List.copyOf(padTo);
        }
    }

    /**
     * Where the period of a row stands.
     *
     * @param columns columns that hold it or parts of it
     * @param fixed period of all values without one of their own
     * @param format what six digits mean
     * @param inRows whether rows that hold nothing but a period say that of the rows below them
     */
    public record PeriodPlace(
            List<Integer> columns,
            @Nullable Period fixed,
            @Nullable PeriodFormat format,
            boolean inRows) {
        /** Copies the columns. */
        public PeriodPlace {
            columns = List.copyOf(columns);
        }
    }

    /** The texts of which a column's cell must hold one. */
    public record Condition(int column, Set<String> texts) {
        /** Copies the texts. */
        public Condition {
            texts = Set.copyOf(texts);
        }
    }

    /**
     * One value of a row.
     *
     * @param indicator code; null where the row says it
     * @param period its own period
     * @param space its own space, as the header names it
     * @param value column of the value, or -1
     * @param numerator column of the numerator, or -1
     * @param denominator column of the denominator, or -1
     * @param cellKey column of the cell key, or -1
     * @param contributions columns of the largest contributions
     * @param status column of the status, or -1
     * @param factor by what its numbers are multiplied; 0 where nothing is stated
     */
    public record Cell(
            @Nullable String indicator,
            @Nullable Period period,
            @Nullable String space,
            int value,
            int numerator,
            int denominator,
            int cellKey,
            List<Integer> contributions,
            int status,
            int factor) {
        /** Copies the columns. */
        public Cell {
            contributions = List.copyOf(contributions);
        }

        /** The column by which a finding names this value. */
        public int column() {
            return value >= 0 ? value : numerator >= 0 ? numerator : denominator;
        }
    }

    /** The first column of the space; -1 where a row has none. */
    public int space() {
        return spaces.columns.isEmpty() ? -1 : spaces.columns.get(0);
    }

    /** Whether each cell has a space of its own. */
    public boolean spacesInHeader() {
        return spaces.columns.isEmpty() && spaces.fixed == null && !spaces.inRows;
    }

    /** The first column of the period; -1 where a row has none. */
    public int period() {
        return periods.columns.isEmpty() ? -1 : periods.columns.get(0);
    }

    /** The text that names a row's space; empty where a row above it does. */
    public String spaceText(TableRow row) {
        if (spaces.fixed != null) {
            return spaces.fixed;
        }
        if (spaces.columns.size() == 1) {
            return padded(row.text(spaces.columns.get(0)), spaces.padTo.get(0));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < spaces.columns.size(); i++) {
            text.append(padded(row.text(spaces.columns.get(i)), spaces.padTo.get(i)));
        }
        return text.toString();
    }

    private static String padded(String text, int length) {
        return text.length() < length && !text.isEmpty() ? KeyMaker.padded(text, length) : text;
    }

    /** The text that names a row's period; its parts are joined by a blank. */
    public String periodText(TableRow row) {
        if (periods.columns.size() == 1) {
            return row.text(periods.columns.get(0));
        }
        StringBuilder text = new StringBuilder();
        for (int column : periods.columns) {
            text.append(text.isEmpty() ? "" : " ").append(row.text(column));
        }
        return text.toString().strip();
    }

    /** The period that a row names; empty where what stands there is none. */
    public Optional<Period> periodOf(TableRow row) {
        if (periods.columns.size() == 1) {
            return TablePeriods.parse(row.text(periods.columns.get(0)), periods.format);
        }
        return PeriodParts.parse(
                periods.columns.stream().map(row::text).toList(),
                periods.columns.stream().map(names::get).toList());
    }

    /** Whether a row fulfils all conditions. */
    public boolean counts(TableRow row) {
        for (Condition condition : conditions) {
            if (!condition.texts.contains(row.text(condition.column))) {
                return false;
            }
        }
        return true;
    }

    /** The columns that hold numbers. */
    public Set<Integer> numberColumns() {
        Set<Integer> columns = new TreeSet<>();
        for (Cell cell : cells) {
            columns.addAll(List.of(cell.value, cell.numerator, cell.denominator, cell.cellKey));
            columns.addAll(cell.contributions);
        }
        columns.remove(-1);
        return columns;
    }

    /** The columns that are read. */
    public Set<Integer> readColumns() {
        Set<Integer> columns = new TreeSet<>(numberColumns());
        columns.addAll(spaces.columns);
        columns.addAll(periods.columns);
        conditions.forEach(condition -> columns.add(condition.column));
        cells.forEach(cell -> columns.add(cell.status));
        columns.add(indicator);
        columns.addAll(filled);
        columns.remove(-1);
        return columns;
    }

    /** The columns that are not read. */
    public Set<Integer> otherColumns() {
        Set<Integer> read = readColumns();
        return IntStream.range(0, names.size())
                .filter(column -> !read.contains(column))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Number of the last column that is read. */
    public int lastColumn() {
        return readColumns().stream().mapToInt(Integer::intValue).max().orElse(-1);
    }

    /** Number of columns up to the last that has a name or is read. */
    public int width() {
        int width = names.size();
        while (width > 0 && names.get(width - 1).isEmpty()) {
            width--;
        }
        return Math.max(width, lastColumn() + 1);
    }

    /**
     * Columns whose names begin like those of columns that come once per period, but that are not bound since the rest
     * is no period.
     */
    public List<Integer> notUsed(Mapping mapping) {
        Set<Integer> bound = readColumns();
        Set<String> repeated = MappedColumns.inOneLine(MappedColumns.repeated(mapping));
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
        String name = column < names.size() ? names.get(column) : "";
        return name.isEmpty() ? Integer.toString(column + 1) : name;
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
        int before = errors.size();
        Binding bound = new Binder(mapping, header, sheet, errors).bind();
        return errors.size() == before ? Optional.of(bound) : Optional.empty();
    }

    /** Whether column names are those that a mapping speaks of; null where it calls all columns by their numbers. */
    static @Nullable Predicate<List<String>> names(Mapping mapping) {
        return MappedColumns.areNumbers(mapping) ? null : header -> MappedColumns.fits(mapping, header);
    }

    /** The column names that a file must have for this mapping. */
    public static Set<String> required(Mapping mapping) {
        return MappedColumns.required(mapping);
    }

    /** The column names that this mapping can use, also those that a file may lack. */
    public static List<String> usable(Mapping mapping) {
        return MappedColumns.usable(mapping);
    }

    /** The column of that name or number; -1 for none, -2 for several of that name. */
    static int find(List<String> header, String stated) {
        String asStated = stated.strip();
        String wanted = header.contains(asStated) ? asStated : HeaderBlock.name(asStated);
        int found = header.indexOf(wanted);
        if (found >= 0) {
            return header.lastIndexOf(wanted) == found ? found : -2;
        }
        boolean number = asStated.length() <= 5
                && !asStated.isEmpty()
                && asStated.chars().allMatch(Character::isDigit);
        int column = number ? Integer.parseInt(asStated) : 0;
        return column >= 1 && column <= header.size() ? column - 1 : -1;
    }
}
