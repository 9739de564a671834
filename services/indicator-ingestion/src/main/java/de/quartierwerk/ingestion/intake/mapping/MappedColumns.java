package de.quartierwerk.ingestion.intake.mapping;

import de.quartierwerk.ingestion.intake.file.HeaderBlock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The column names that a mapping speaks of. Pure functions. */
final class MappedColumns {
    private MappedColumns() {}

    /** Whether column names are those that a mapping speaks of. */
    static boolean fits(Mapping mapping, List<String> header) {
        Set<String> missing = required(mapping);
        Set<String> repeated = repeated(mapping);
        missing.removeAll(repeated);
        missing.removeIf(name -> Binding.find(header, name) != -1);
        if (!missing.isEmpty()) {
            return false;
        }
        HeadColumns heads = new HeadColumns(mapping, header, stated(mapping, header));
        Set<String> names = inOneLine(repeated);
        heads.found().forEach(found -> names.remove(found.name()));
        return names.isEmpty() && (!headsSayAll(mapping) || !heads.found().isEmpty());
    }

    /** Whether a mapping speaks of columns by nothing but their numbers, which tell nothing of a header. */
    static boolean areNumbers(Mapping mapping) {
        Set<String> names = required(mapping);
        return !names.isEmpty()
                && repeated(mapping).isEmpty()
                && !headsSayAll(mapping)
                && names.stream().allMatch(name -> name.matches("[1-9]\\d{0,2}"));
    }

    /** Whether columns are found by spaces or periods in their names, without any name of their own. */
    static boolean headsSayAll(Mapping mapping) {
        return mapping.hasWideLayout()
                && mapping.wideColumns().isEmpty()
                && (mapping.spaces().inHeader() || mapping.headerHasPeriods());
    }

    /** The columns that the mapping names. */
    static Set<Integer> stated(Mapping mapping, List<String> header) {
        return required(mapping).stream()
                .map(name -> Binding.find(header, name))
                .filter(column -> column >= 0)
                .collect(Collectors.toSet());
    }

    /** The columns of the wide layout that come several times, with a period or space in their names. */
    static Set<String> repeated(Mapping mapping) {
        Set<String> names = new LinkedHashSet<>();
        if (mapping.headerHasPeriods() || mapping.spaces().inHeader()) {
            mapping.wideColumns().forEach((name, column) -> {
                if (column.period() == null || mapping.spaces().inHeader()) {
                    names.add(name.strip());
                }
            });
        }
        return names;
    }

    /** Names as those of a header are: without breaks, and with one blank where there are several. */
    static Set<String> inOneLine(Set<String> names) {
        return names.stream().map(HeaderBlock::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The column names that a file must have. */
    static Set<String> required(Mapping mapping) {
        Set<String> names = new LinkedHashSet<>();
        SpaceFields spaces = mapping.spaces();
        if (spaces.space() == null && !spaces.inHeader() && !spaces.inRows()) {
            List<KeyRule.Part> parts = spaces.keyRule().parts();
            if (parts.isEmpty()) {
                add(names, or(mapping.spaceColumn(), "space"));
            }
            parts.forEach(part -> add(names, part.column()));
        }
        mapping.periods().columns().forEach(column -> add(names, column));
        ValueFields values = mapping.values();
        if (mapping.hasWideLayout()) {
            names.addAll(mapping.wideColumns().keySet());
            mapping.wideColumns().values().forEach(column -> add(names, column.statusColumn()));
            add(names, values.indicatorColumn());
        } else {
            if (values.indicator() == null) {
                add(names, or(values.indicatorColumn(), "indicator"));
            }
            add(names, values.valueColumn());
            add(names, values.numeratorColumn());
            add(names, values.denominatorColumn());
            add(names, values.cellKeyColumn());
            values.contributions().forEach(column -> add(names, column));
            if (needsPeriodColumn(mapping)) {
                add(names, "period");
            }
        }
        add(names, values.statusColumn());
        mapping.conditions()
                .forEach(condition -> add(names, condition.condition().column()));
        mapping.filledColumns().forEach(column -> add(names, column));
        return names;
    }

    /** Whether a row of the long layout has to name its period in the usual column. */
    static boolean needsPeriodColumn(Mapping mapping) {
        return mapping.period() == null
                && !mapping.rowsArePeriods()
                && !mapping.sheetsArePeriods()
                && mapping.periods().columns().isEmpty();
    }

    /** The column names that this mapping can use, also those that a file may lack. */
    static List<String> usable(Mapping mapping) {
        Set<String> names = required(mapping);
        if (!mapping.hasWideLayout()) {
            names.addAll(List.of("period", "value", "numerator", "denominator", "status"));
        }
        return List.copyOf(names);
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name.strip());
        }
    }

    static String or(@Nullable String stated, String otherwise) {
        return stated == null ? otherwise : stated;
    }
}
