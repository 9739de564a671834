package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.web.Keys;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a mapping by itself, without a file. Pure functions. */
public final class MappingRules {
    private static final Set<String> MEASURES = Set.of("value", "numerator", "denominator");
    private static final Set<String> DELIMITERS = Set.of(";", ",", "\t", "|");

    private static final String PERIOD_MISSING = "mapping.period-missing";
    private static final int MOST_HEADER_ROWS = 5;

    private final Mapping mapping;
    private final List<InputError> errors = new ArrayList<>();

    private MappingRules(Mapping mapping) {
        this.mapping = mapping;
    }

    /** What is wrong with a mapping, each with its JSON pointer; empty where nothing is. */
    public static List<InputError> check(Mapping mapping) {
        return new MappingRules(mapping).check();
    }

    /** The same for a mapping that is stored: its period may come with each delivery. */
    public static List<InputError> checkStored(Mapping mapping) {
        return check(mapping).stream()
                .filter(error -> !error.code().equals(PERIOD_MISSING))
                .toList();
    }

    private List<InputError> check() {
        oneOf("/layout", mapping.layout(), Set.of(Mapping.WIDE, Mapping.LONG));
        oneOf("/spaceMatch", mapping.spaces().spaceMatch(), Set.of(Mapping.BY_KEY, Mapping.BY_NAME));
        key("/level", mapping.level());
        period("/period", mapping.period());
        if (mapping.effectiveLayout().equals(Mapping.WIDE)) {
            wide();
        } else {
            longLayout();
        }
        where();
        sums();
        format();
        return List.copyOf(errors);
    }

    private void wide() {
        required("/spaceColumn", mapping.spaceColumn());
        Map<String, Mapping.Column> columns = mapping.wideColumns();
        if (columns.isEmpty()) {
            errors.add(InputError.at("/columns", "mapping.required", null, "columns"));
            return;
        }
        columns.forEach(this::column);
        absent("/indicatorColumn", mapping.indicatorColumn());
        absent("/valueColumn", mapping.valueColumn());
        absent("/numeratorColumn", mapping.numeratorColumn());
        absent("/denominatorColumn", mapping.denominatorColumn());
        absent("/statusColumn", mapping.statusColumn());
    }

    private void column(String name, Mapping.@Nullable Column column) {
        String pointer = "/columns" + JsonPointer.empty().appendProperty(name);
        if (column == null || column.indicator() == null) {
            errors.add(InputError.at(pointer + "/indicator", "mapping.required", null, "indicator"));
            return;
        }
        key(pointer + "/indicator", column.indicator());
        period(pointer + "/period", column.period());
        oneOf(pointer + "/measure", column.measure(), MEASURES);
        boolean elsewhere = mapping.period() != null
                || mapping.periodColumn() != null
                || mapping.headerHasPeriods()
                || mapping.sheetsArePeriods();
        if (column.period() == null && !elsewhere) {
            errors.add(InputError.at(pointer + "/period", PERIOD_MISSING, null, name));
        }
    }

    private void longLayout() {
        if (!mapping.wideColumns().isEmpty()) {
            errors.add(InputError.at("/columns", "mapping.not-in-layout", null, "columns", Mapping.LONG));
        }
    }

    private void where() {
        Mapping.Where where = mapping.where();
        if (where != null) {
            required("/rows/where/column", where.column());
            required("/rows/where/equals", where.equals());
        }
    }

    private void format() {
        oneOf("/delimiter", mapping.text().delimiter(), DELIMITERS);
        oneOf("/decimal", mapping.text().decimal(), Set.of(",", "."));
        String grouping = mapping.text().grouping();
        if (grouping != null && (grouping.length() != 1 || Character.isLetterOrDigit(grouping.charAt(0)))) {
            errors.add(InputError.at("/grouping", "mapping.one-of", grouping, ". , ' "));
        } else if (grouping != null && Objects.equals(grouping, mapping.text().decimal())) {
            errors.add(InputError.at("/grouping", "mapping.grouping-is-decimal", grouping));
        }
        charset(mapping.text().charset());
        Integer headerRows = mapping.headerRows();
        if (headerRows != null && (headerRows < 1 || headerRows > MOST_HEADER_ROWS)) {
            errors.add(
                    InputError.at("/headerRows", "mapping.one-of", headerRows.toString(), "1 - " + MOST_HEADER_ROWS));
        }
    }

    private void sums() {
        for (int i = 0; i < mapping.statedSums().size(); i++) {
            Mapping.Sum sum = mapping.statedSums().get(i);
            String pointer = "/sums/" + i + "/parts";
            required("/sums/" + i + "/total", sum.total());
            key("/sums/" + i + "/total", sum.total());
            if (sum.parts().isEmpty()) {
                required(pointer, null);
            }
            sum.parts().forEach(part -> key(pointer, part));
        }
    }

    private void charset(@Nullable String name) {
        try {
            if (name != null) {
                Charset.forName(name);
            }
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            errors.add(InputError.at("/charset", "mapping.charset-unknown", name, name));
        }
    }

    private void required(String pointer, @Nullable String value) {
        if (value == null || value.isBlank()) {
            errors.add(
                    InputError.at(pointer, "mapping.required", value, pointer.substring(pointer.lastIndexOf('/') + 1)));
        }
    }

    private void absent(String pointer, @Nullable String value) {
        if (value != null) {
            errors.add(InputError.at(pointer, "mapping.not-in-layout", value, pointer.substring(1), Mapping.WIDE));
        }
    }

    private void key(String pointer, @Nullable String value) {
        if (value != null && !Keys.isKey(value)) {
            errors.add(InputError.at(pointer, "key.malformed", value, pointer, value));
        }
    }

    private void period(String pointer, @Nullable String value) {
        if (value != null && Period.parse(value).isEmpty()) {
            errors.add(InputError.at(pointer, "period.malformed", value, value));
        }
    }

    private void oneOf(String pointer, @Nullable String value, Set<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            String list = allowed.stream()
                    .map(v -> v.equals("\t") ? "\\t" : v)
                    .sorted()
                    .reduce((a, b) -> a + " " + b)
                    .orElse("");
            errors.add(InputError.at(pointer, "mapping.one-of", value, list));
        }
    }
}
