package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.google.re2j.PatternSyntaxException;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.web.KeyPattern;
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
    /** Most rows that column names take. */
    public static final int MOST_HEADER_ROWS = 6;

    private static final Set<String> DELIMITERS = Set.of(";", ",", "\t", "|");
    private static final Set<String> STATUSES = Set.of("normal", "estimated", "unreliable", "missing", "suppressed");
    private static final List<Integer> FACTORS = List.of(1, 10, 100, 1_000, 1_000_000);

    private static final String PERIOD_MISSING = "mapping.period-missing";
    private static final String EITHER = "mapping.either";
    private static final String ONE_OF = "mapping.one-of";
    private static final String REQUIRED = "mapping.required";

    /** Longest key that the platform knows. */
    private static final int LONGEST_KEY = 64;

    private static final int LONGEST_PATTERN = 500;

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
        key("/level", mapping.level());
        spaces();
        keyRule();
        periods();
        if (mapping.hasWideLayout()) {
            wide();
        } else {
            longLayout();
        }
        indicators();
        rows();
        sums();
        format();
        signs();
        return List.copyOf(errors);
    }

    private void spaces() {
        SpaceFields spaces = mapping.spaces();
        key("/space", spaces.space());
        boolean parts = !spaces.keyRule().parts().isEmpty();
        either("/space", spaces.space(), "spaceColumn", spaces.spaceColumn() != null);
        either("/space", spaces.space(), "spaceInHeader", spaces.inHeader());
        either("/space", spaces.space(), "key.columns", parts);
        either("/spaceColumn", spaces.spaceColumn(), "spaceInHeader", spaces.inHeader());
        either("/spaceColumn", spaces.spaceColumn(), "key.columns", parts);
        either("/space", spaces.space(), "spaceInRows", spaces.inRows());
        either("/spaceColumn", spaces.spaceColumn(), "spaceInRows", spaces.inRows());
        if (spaces.inRows() && (parts || spaces.inHeader())) {
            String other = parts ? "key.columns" : "spaceInHeader";
            errors.add(InputError.at("/spaceInRows", EITHER, "true", "spaceInRows", other));
        }
        if (spaces.inRows() && mapping.rowsArePeriods()) {
            errors.add(InputError.at("/spaceInRows", EITHER, "true", "spaceInRows", "periodInRows"));
        }
        if (parts && spaces.inHeader()) {
            errors.add(InputError.at("/key/columns", EITHER, null, "key.columns", "spaceInHeader"));
        }
        if (spaces.inHeader() && !mapping.hasWideLayout()) {
            notInLayout("/spaceInHeader", "true", Layout.LONG);
        }
        boolean anywhere = spaces.space() != null || spaces.inHeader() || spaces.inRows() || parts;
        if (mapping.hasWideLayout() && !anywhere) {
            required("/spaceColumn", spaces.spaceColumn());
        }
    }

    private void keyRule() {
        SpaceFields spaces = mapping.spaces();
        if (spaces.key() != null && spaces.key().padTo() != null && spaces.keyLength() != null) {
            errors.add(InputError.at("/keyLength", EITHER, spaces.keyLength().toString(), "keyLength", "key.padTo"));
        }
        length("/keyLength", spaces.keyLength());
        KeyRule rule = spaces.key();
        if (rule == null) {
            return;
        }
        length("/key/padTo", rule.padTo());
        for (int i = 0; i < rule.parts().size(); i++) {
            required("/key/columns/" + i + "/column", rule.parts().get(i).column());
            length("/key/columns/" + i + "/padTo", rule.parts().get(i).padTo());
        }
        if (rule.columns() != null && rule.columns().isEmpty()) {
            required("/key/columns", null);
        }
        prefix(rule, Objects.requireNonNullElse(spaces.keyRule().padTo(), 1));
        pattern(rule.pattern());
        if (rule.translate() != null) {
            rule.translate()
                    .forEach((text, key) ->
                            key("/key/translate" + JsonPointer.empty().appendProperty(text), key));
        }
    }

    private void prefix(KeyRule rule, int length) {
        String prefix = rule.prefix();
        if (prefix == null) {
            return;
        }
        if (prefix.length() + length > LONGEST_KEY) {
            errors.add(InputError.at("/key/prefix", "mapping.key-too-long", prefix, LONGEST_KEY));
        } else {
            key("/key/prefix", prefix);
        }
    }

    private void length(String pointer, @Nullable Integer length) {
        if (length != null && (length < 1 || length > LONGEST_KEY)) {
            errors.add(InputError.at(pointer, ONE_OF, length.toString(), "1 - " + LONGEST_KEY));
        }
    }

    private void pattern(@Nullable String pattern) {
        if (pattern == null) {
            return;
        }
        if (pattern.length() > LONGEST_PATTERN) {
            errors.add(InputError.at("/key/pattern", "mapping.pattern-too-long", pattern, LONGEST_PATTERN));
            return;
        }
        try {
            KeyPattern.compile(pattern);
        } catch (PatternSyntaxException malformed) {
            errors.add(InputError.at("/key/pattern", "mapping.pattern-malformed", pattern, malformed.getDescription()));
        }
    }

    private void periods() {
        PeriodFields periods = mapping.periods();
        period("/period", periods.period());
        List<String> columns = periods.periodColumns();
        if (columns == null) {
            return;
        }
        either("/periodColumn", periods.periodColumn(), "periodColumns", true);
        if (columns.isEmpty()) {
            required("/periodColumns", null);
        }
        for (int i = 0; i < columns.size(); i++) {
            required("/periodColumns/" + i, columns.get(i));
        }
    }

    private void wide() {
        ValueFields values = mapping.values();
        Map<String, Mapping.Column> columns = mapping.wideColumns();
        boolean heads = MappedColumns.headsSayAll(mapping);
        if (columns.isEmpty() && !heads) {
            errors.add(InputError.at("/columns", REQUIRED, null, "columns"));
        } else if (heads) {
            heads();
        } else {
            either("/indicator", values.indicator(), "columns", true);
            absent("/indicatorColumn", values.indicatorColumn());
        }
        columns.forEach(this::column);
        absent("/valueColumn", values.valueColumn());
        absent("/numeratorColumn", values.numeratorColumn());
        absent("/denominatorColumn", values.denominatorColumn());
        absent("/cellKeyColumn", values.cellKeyColumn());
        absent(
                "/contributionColumns",
                values.contributions().stream().findFirst().orElse(null));
    }

    /** Columns that are found by their spaces or periods: the indicator has to be stated elsewhere. */
    private void heads() {
        ValueFields values = mapping.values();
        if (values.indicator() == null && values.indicatorColumn() == null) {
            errors.add(InputError.at("/indicator", REQUIRED, null, "indicator"));
        }
        if (!periodElsewhere()) {
            errors.add(InputError.at("/period", PERIOD_MISSING, null, "spaceInHeader"));
        }
    }

    private boolean periodElsewhere() {
        return mapping.period() != null
                || !mapping.periods().columns().isEmpty()
                || mapping.headerHasPeriods()
                || mapping.rowsArePeriods()
                || mapping.sheetsArePeriods();
    }

    private void column(String name, Mapping.@Nullable Column column) {
        String pointer = "/columns" + JsonPointer.empty().appendProperty(name);
        if (column == null || column.indicator() == null) {
            errors.add(InputError.at(pointer + "/indicator", REQUIRED, null, "indicator"));
            return;
        }
        key(pointer + "/indicator", column.indicator());
        period(pointer + "/period", column.period());
        factor(pointer + "/factor", column.factor());
        if (column.period() == null && !periodElsewhere()) {
            errors.add(InputError.at(pointer + "/period", PERIOD_MISSING, null, name));
        }
    }

    private void longLayout() {
        if (!mapping.wideColumns().isEmpty()) {
            notInLayout("/columns", null, Layout.LONG);
        }
        if (mapping.headerHasPeriods()) {
            notInLayout("/periodInHeader", "true", Layout.LONG);
        }
    }

    private void indicators() {
        ValueFields values = mapping.values();
        key("/indicator", values.indicator());
        either("/indicator", values.indicator(), "indicatorColumn", values.indicatorColumn() != null);
        factor("/factor", values.factor());
        if (values.indicators() == null) {
            return;
        }
        if (mapping.hasWideLayout() && values.indicatorColumn() == null) {
            required("/indicatorColumn", null);
        }
        values.indicators().forEach((text, code) -> {
            String pointer = "/indicators" + JsonPointer.empty().appendProperty(text);
            required(pointer, code);
            key(pointer, code);
        });
    }

    private void factor(String pointer, @Nullable Integer factor) {
        if (factor != null && !FACTORS.contains(factor)) {
            errors.add(InputError.at(pointer, ONE_OF, factor.toString(), "1 10 100 1000 1000000"));
        }
    }

    private void rows() {
        for (MappingRows.PlacedCondition placed : mapping.conditions()) {
            String pointer = "/rows/where" + placed.pointer();
            MappingRows.Condition condition = placed.condition();
            if (condition == null) {
                errors.add(InputError.at(pointer, REQUIRED, null, "column"));
                continue;
            }
            required(pointer + "/column", condition.column());
            either(pointer + "/equals", condition.equals(), "in", condition.in() != null);
            if (condition.in() == null) {
                required(pointer + "/equals", condition.equals());
            } else if (condition.in().isEmpty()) {
                required(pointer + "/in", null);
            }
        }
        for (int i = 0; i < mapping.filledColumns().size(); i++) {
            required("/rows/fillDown/" + i, mapping.filledColumns().get(i));
        }
    }

    private void format() {
        oneOf("/delimiter", mapping.text().delimiter(), DELIMITERS);
        oneOf("/decimal", mapping.text().decimal(), Set.of(",", "."));
        String grouping = mapping.text().grouping();
        if (grouping != null && (grouping.length() != 1 || Character.isLetterOrDigit(grouping.charAt(0)))) {
            errors.add(InputError.at("/grouping", ONE_OF, grouping, ". , ' "));
        } else if (grouping != null && Objects.equals(grouping, mapping.text().decimal())) {
            errors.add(InputError.at("/grouping", "mapping.grouping-is-decimal", grouping));
        }
        charset(mapping.text().charset());
        Integer headerRows = mapping.headerRows();
        if (headerRows != null && (headerRows < 1 || headerRows > MOST_HEADER_ROWS)) {
            errors.add(InputError.at("/headerRows", ONE_OF, headerRows.toString(), "1 - " + MOST_HEADER_ROWS));
        }
    }

    private void signs() {
        mapping.signs()
                .statedStatuses()
                .forEach((text, status) ->
                        oneOf("/statuses" + JsonPointer.empty().appendProperty(text), status, STATUSES));
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
            errors.add(InputError.at(pointer, REQUIRED, value, pointer.substring(pointer.lastIndexOf('/') + 1)));
        }
    }

    /** Two statements of which only one can hold. */
    private void either(String pointer, @Nullable String value, String other, boolean otherStated) {
        if (value != null && otherStated) {
            errors.add(InputError.at(pointer, EITHER, value, pointer.substring(pointer.lastIndexOf('/') + 1), other));
        }
    }

    private void absent(String pointer, @Nullable String value) {
        if (value != null) {
            notInLayout(pointer, value, Layout.WIDE);
        }
    }

    private void notInLayout(String pointer, @Nullable String value, Layout layout) {
        errors.add(InputError.at(pointer, "mapping.not-in-layout", value, pointer.substring(1), layout.toString()));
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
            errors.add(InputError.at(pointer, ONE_OF, value, list));
        }
    }
}
