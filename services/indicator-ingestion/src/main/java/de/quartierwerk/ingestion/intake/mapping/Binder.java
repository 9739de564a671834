package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up the columns of a file that a mapping speaks of. */
final class Binder {
    private static final String COLUMN_UNKNOWN = "mapping.column-unknown";

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
        ValueFields values = mapping.values();
        int indicator = -1;
        if (values.indicatorColumn() != null || (!mapping.hasWideLayout() && values.indicator() == null)) {
            indicator = stated("/indicatorColumn", MappedColumns.or(values.indicatorColumn(), "indicator"));
        }
        return new Binding(
                spaces(),
                periods(),
                conditions(),
                filled(),
                mapping.hasWideLayout() ? wideCells() : List.of(longCell()),
                indicator,
                mapping.indicatorTexts(),
                mapping.hasWideLayout(),
                header);
    }

    private Binding.SpacePlace spaces() {
        SpaceFields spaces = mapping.spaces();
        if (spaces.space() != null || spaces.inHeader() || spaces.inRows()) {
            return new Binding.SpacePlace(List.of(), List.of(), spaces.space(), spaces.inRows());
        }
        List<KeyRule.Part> parts = spaces.keyRule().parts();
        if (parts.isEmpty()) {
            int column = stated("/spaceColumn", MappedColumns.or(spaces.spaceColumn(), "space"));
            return new Binding.SpacePlace(List.of(column), List.of(0), null, false);
        }
        List<Integer> columns = new ArrayList<>();
        List<Integer> padTo = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            columns.add(stated("/key/columns/" + i + "/column", parts.get(i).column()));
            padTo.add(Objects.requireNonNullElse(parts.get(i).padTo(), 0));
        }
        return new Binding.SpacePlace(columns, padTo, null, false);
    }

    private Binding.PeriodPlace periods() {
        List<Integer> columns = new ArrayList<>();
        List<String> stated = mapping.periods().columns();
        for (int i = 0; i < stated.size(); i++) {
            String pointer = mapping.periods().periodColumns() == null ? "/periodColumn" : "/periodColumns/" + i;
            columns.add(stated(pointer, stated.get(i)));
        }
        if (!mapping.hasWideLayout() && MappedColumns.needsPeriodColumn(mapping)) {
            columns.add(stated("/periodColumn", "period"));
        }
        return new Binding.PeriodPlace(
                columns, fixedPeriod(), mapping.periods().periodFormat(), mapping.rowsArePeriods());
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

    private List<Binding.Condition> conditions() {
        List<Binding.Condition> bound = new ArrayList<>();
        for (MappingRows.PlacedCondition placed : mapping.conditions()) {
            MappingRows.Condition condition = placed.condition();
            int column = stated("/rows/where" + placed.pointer() + "/column", condition.column());
            bound.add(new Binding.Condition(column, Set.copyOf(condition.texts())));
        }
        return bound;
    }

    private Set<Integer> filled() {
        Set<Integer> columns = new HashSet<>();
        List<String> stated = mapping.filledColumns();
        for (int i = 0; i < stated.size(); i++) {
            columns.add(stated("/rows/fillDown/" + i, stated.get(i)));
        }
        return columns;
    }

    private Binding.Cell longCell() {
        ValueFields values = mapping.values();
        int value = optional("/valueColumn", values.valueColumn(), "value");
        int numerator = optional("/numeratorColumn", values.numeratorColumn(), "numerator");
        if (value < 0 && numerator < 0 && errors.isEmpty()) {
            errors.add(InputError.at("/valueColumn", COLUMN_UNKNOWN, "value", "value"));
        }
        return new Binding.Cell(
                values.indicatorColumn() == null ? values.indicator() : null,
                null,
                null,
                value,
                numerator,
                optional("/denominatorColumn", values.denominatorColumn(), "denominator"),
                values.cellKeyColumn() == null ? -1 : stated("/cellKeyColumn", values.cellKeyColumn()),
                contributions(values.contributions()),
                optional("/statusColumn", values.statusColumn(), "status"),
                Objects.requireNonNullElse(values.factor(), 0));
    }

    private List<Integer> contributions(List<String> stated) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            columns.add(stated("/contributionColumns/" + i, stated.get(i)));
        }
        return columns;
    }

    private List<Binding.Cell> wideCells() {
        List<Binding.Cell> cells = new ArrayList<>();
        int status = mapping.values().statusColumn() == null
                ? -1
                : stated("/statusColumn", mapping.values().statusColumn());
        if (MappedColumns.headsSayAll(mapping)) {
            headCells(cells, status);
        } else {
            namedCells(cells, status);
        }
        for (Binding.Cell cell : cells) {
            boolean partOnly = cell.cellKey() >= 0 || !cell.contributions().isEmpty();
            if (cell.column() < 0 && partOnly) {
                errors.add(InputError.at(
                        "/columns", "mapping.value-missing", cell.indicator(), String.valueOf(cell.indicator())));
            }
        }
        cells.sort(Comparator.comparingInt(Binding.Cell::column));
        return cells;
    }

    /** Columns that are found by nothing but the period or space in their names. */
    private void headCells(List<Binding.Cell> cells, int status) {
        String pointer = mapping.spaces().inHeader() ? "/spaceInHeader" : "/periodInHeader";
        List<HeadColumns.Head> heads = heads();
        if (heads.isEmpty()) {
            errors.add(InputError.at(pointer, "mapping.no-heads", null, String.join(", ", firstNames())));
        }
        Mapping.Column column = new Mapping.Column(
                mapping.values().indicatorColumn() == null
                        ? String.valueOf(mapping.values().indicator())
                        : "",
                null,
                null,
                null,
                mapping.values().factor());
        for (HeadColumns.Head head : heads) {
            cells.add(cell(column, head.period(), head.space(), head.column(), status));
        }
    }

    private List<HeadColumns.Head> heads() {
        return new HeadColumns(mapping, header, MappedColumns.stated(mapping, header)).found();
    }

    private List<String> firstNames() {
        return header.stream().filter(name -> !name.isEmpty()).limit(30).toList();
    }

    private void namedCells(List<Binding.Cell> cells, int status) {
        Set<String> repeated = MappedColumns.repeated(mapping);
        List<HeadColumns.Head> heads = repeated.isEmpty() ? List.of() : heads();
        mapping.wideColumns().forEach((stated, column) -> {
            String pointer = "/columns" + JsonPointer.empty().appendProperty(stated);
            String name = stated.strip();
            int own = column.statusColumn() == null ? status : stated(pointer + "/statusColumn", column.statusColumn());
            Period period = Period.parse(column.period()).orElse(null);
            if (!repeated.contains(name)) {
                merge(cells, pointer, cell(column, period, null, stated(pointer, stated), own));
                return;
            }
            String head = HeaderBlock.name(name);
            List<HeadColumns.Head> found =
                    heads.stream().filter(one -> one.name().equals(head)).toList();
            found.forEach(one -> merge(
                    cells,
                    pointer,
                    cell(column, one.period() == null ? period : one.period(), one.space(), one.column(), own)));
            if (found.isEmpty()) {
                errors.add(InputError.at(pointer, COLUMN_UNKNOWN, name, name));
            }
        });
    }

    private Binding.Cell cell(
            Mapping.Column column, @Nullable Period period, @Nullable String space, int index, int status) {
        Measure measure = column.measure() == null ? Measure.VALUE : column.measure();
        Integer factor = column.factor() == null ? mapping.values().factor() : column.factor();
        return new Binding.Cell(
                column.indicator().isEmpty() ? null : column.indicator(),
                period,
                space,
                measure == Measure.VALUE ? index : -1,
                measure == Measure.NUMERATOR ? index : -1,
                measure == Measure.DENOMINATOR ? index : -1,
                measure == Measure.CELL_KEY ? index : -1,
                measure == Measure.CONTRIBUTION ? List.of(index) : List.of(),
                status,
                Objects.requireNonNullElse(factor, 0));
    }

    /** Columns for the same indicator, period and space are parts of one value. */
    private void merge(List<Binding.Cell> cells, String pointer, Binding.Cell added) {
        for (int i = 0; i < cells.size(); i++) {
            Binding.Cell there = cells.get(i);
            if (Objects.equals(there.indicator(), added.indicator())
                    && Objects.equals(there.period(), added.period())
                    && Objects.equals(there.space(), added.space())) {
                if (overlap(there, added)) {
                    errors.add(InputError.at(
                            pointer, "mapping.column-twice", added.indicator(), String.valueOf(added.indicator())));
                    return;
                }
                cells.set(i, merged(there, added));
                return;
            }
        }
        cells.add(added);
    }

    private static Binding.Cell merged(Binding.Cell there, Binding.Cell added) {
        List<Integer> contributions = new ArrayList<>(there.contributions());
        contributions.addAll(added.contributions());
        return new Binding.Cell(
                there.indicator(),
                there.period(),
                there.space(),
                Math.max(there.value(), added.value()),
                Math.max(there.numerator(), added.numerator()),
                Math.max(there.denominator(), added.denominator()),
                Math.max(there.cellKey(), added.cellKey()),
                contributions,
                Math.max(there.status(), added.status()),
                Math.max(there.factor(), added.factor()));
    }

    private static boolean overlap(Binding.Cell a, Binding.Cell b) {
        return (a.value() >= 0 && b.value() >= 0)
                || (a.numerator() >= 0 && b.numerator() >= 0)
                || (a.denominator() >= 0 && b.denominator() >= 0)
                || (a.cellKey() >= 0 && b.cellKey() >= 0);
    }

    private int optional(String pointer, @Nullable String stated, String usual) {
        return stated != null ? stated(pointer, stated) : header.indexOf(usual);
    }

    private int stated(String pointer, String name) {
        int found = Binding.find(header, name);
        if (found == -1) {
            errors.add(InputError.at(pointer, COLUMN_UNKNOWN, name, name));
        } else if (found == -2) {
            errors.add(InputError.at(pointer, "mapping.column-ambiguous", name, name));
            return header.indexOf(HeaderBlock.name(name));
        }
        return found;
    }
}
