package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.intake.file.HeaderGuess;
import de.quartierwerk.ingestion.intake.mapping.ColumnPeriods;
import de.quartierwerk.ingestion.intake.mapping.Measure;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes out where the values of a table stand and which indicators they are of. */
final class ValuePlaces {
    private static final int MOST_LABELS = 30;
    private static final Pattern THOUSANDS = Pattern.compile("(?iu)\\bin (1[ .]?000|tsd\\.?|tausend)|\\(tsd\\.?\\)");
    private static final Pattern MILLIONS = Pattern.compile("(?iu)\\bin mio\\.?|\\bmillionen\\b");
    private static final Pattern NUMERATOR =
            Pattern.compile("(?iu).*\\b(zähler|numerator|fälle|fallzahl|anzahl|cases|count|number)\\b.*");
    private static final Pattern DENOMINATOR = Pattern.compile(
            "(?iu).*\\b(nenner|denominator|bezugsgröße|basis|base|grundgesamtheit|bevölkerung|population)\\b.*");

    private static final Pattern CODES =
            Pattern.compile("(?iu).*(code|key|schlüssel|schlüsselnummer|kennziffer|kennzahl|\\bags|\\bars|_rs)$");

    private final Table table;
    private final SpaceGuess guess;
    private final SpacePlaces spaces;
    private final PeriodPlaces periods;
    private final IndicatorGuess indicators;
    private final Draft draft;
    private final String fileName;
    private boolean columnsHaveFactors;

    ValuePlaces(
            Table table,
            SpaceGuess guess,
            SpacePlaces spaces,
            PeriodPlaces periods,
            IndicatorGuess indicators,
            Draft draft,
            String fileName) {
        this.table = table;
        this.guess = guess;
        this.spaces = spaces;
        this.periods = periods;
        this.indicators = indicators;
        this.draft = draft;
        this.fileName = fileName;
    }

    void find() {
        List<Integer> values = columns();
        if (!withFeature(values)) {
            if (spaces.above()) {
                belowSpaces(values);
            } else {
                wide(values);
            }
        }
        factor(values);
        spaces.askUnknown(values);
    }

    private List<Integer> columns() {
        return table.left().stream()
                .filter(column -> table.isNumeric(column)
                        && !CODES.matcher(table.name(column)).matches()
                        && !spaces.isNumbering(column)
                        && !(column < MOST_LABELS && guess.isKeyLike(table, column)))
                .toList();
    }

    /** Texts beside the values say the indicator: they differ for the same space and period. */
    private boolean withFeature(List<Integer> values) {
        boolean heads = spaces.above() || (periods.inHeader() && names(values).size() == 1);
        boolean several = values.size() != 1 && measures(values).isEmpty();
        if (!(spaces.above() || spaces.inRows()) || (!heads && (several || periods.inHeader())) || table.isUnique()) {
            return false;
        }
        Integer feature = feature(values);
        if (feature == null) {
            return false;
        }
        if (heads) {
            draft.put("layout", "wide");
        } else {
            longColumns(feature, values);
        }
        texts(feature);
        return true;
    }

    /** The names of columns, without periods where they have some. */
    private Set<String> names(List<Integer> values) {
        Set<String> names = new LinkedHashSet<>();
        for (int column : values) {
            ColumnPeriods.of(table.name(column)).ifPresent(split -> names.add(split.name()));
        }
        return names;
    }

    /** The column whose texts say the indicator; of other kinds of texts only the total counts. */
    private @Nullable Integer feature(List<Integer> values) {
        boolean withoutPeriods = spaces.above() && !draft.has("periodColumn") && !draft.has("periodColumns");
        Integer feature = null;
        for (int column : table.left()) {
            Set<String> texts = table.distinct(column);
            if (values.contains(column) || texts.size() < 2) {
                continue;
            }
            long matches = indicators.matches(texts);
            Optional<String> total = Totals.among(texts);
            if (matches == 0 && total.isPresent()) {
                table.use(column);
                draft.where(table.address(column), total.get());
            } else if (feature == null && (matches > 0 || withoutPeriods || texts.size() < table.rows() / 2)) {
                feature = column;
            }
        }
        return feature != null && table.isUnique() && indicators.matches(table.distinct(feature)) == 0 ? null : feature;
    }

    private void longColumns(int feature, List<Integer> values) {
        draft.put("layout", "long", "proposal.long", table.address(feature));
        Map<Measure, Integer> measures = measures(values);
        if (measures.isEmpty()) {
            measures = Map.of(Measure.VALUE, values.get(0));
        }
        measures.forEach((measure, column) -> draft.put(
                measure + "Column", table.address(column), "proposal." + measure + "-column", table.address(column)));
    }

    /** What the texts of a column mean that say the indicator. */
    private void texts(int feature) {
        table.use(feature);
        draft.put("indicatorColumn", table.address(feature), "proposal.indicator-column", table.address(feature));
        Map<String, String> translated = new LinkedHashMap<>();
        boolean codes = true;
        for (String text : table.distinct(feature)) {
            Optional<Indicator> found = indicators.best(text);
            codes &= found.isPresent() && found.get().code().equals(text);
            found.ifPresent(indicator -> translated.put(text, indicator.code()));
            if (found.isEmpty()) {
                draft.ask("/indicators", indicators.options(text), "proposal.indicator-text", text);
            }
        }
        if (!codes) {
            draft.put("indicators", translated);
        }
        if (table.isGrouped(feature)) {
            draft.fillDown(table.address(feature));
        }
    }

    /** The columns of a value, its numerator and its denominator; none where they are not told apart by their names. */
    private Map<Measure, Integer> measures(List<Integer> values) {
        Map<Measure, Integer> found = new EnumMap<>(Measure.class);
        for (int column : values) {
            String name = table.name(column);
            Measure measure = NUMERATOR.matcher(name).matches()
                    ? Measure.NUMERATOR
                    : DENOMINATOR.matcher(name).matches() ? Measure.DENOMINATOR : Measure.VALUE;
            if (found.put(measure, column) != null) {
                return Map.of();
            }
        }
        return found.containsKey(Measure.NUMERATOR) && found.containsKey(Measure.DENOMINATOR) ? found : Map.of();
    }

    /** Values below spaces: of one indicator, or of several that stand beside the spaces in the column names. */
    private void belowSpaces(List<Integer> values) {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int column : values) {
            Arrays.stream(table.parts(column))
                    .filter(part -> !spaces.isSpace(part))
                    .forEach(part -> indicators.best(part).ifPresent(found -> column(columns, part, found)));
        }
        if (columns.isEmpty()) {
            oneIndicator(values);
        } else {
            draft.put("columns", columns);
        }
    }

    private void oneIndicator(List<Integer> values) {
        String titles = String.join(" ", table.titles());
        indicators
                .best(titles.isEmpty() ? fileName : titles)
                .or(indicators::only)
                .ifPresentOrElse(
                        found ->
                                draft.put("indicator", found.code(), "proposal.indicator", found.code(), values.size()),
                        () -> draft.ask("/indicator", indicators.options(titles), "proposal.indicator-of"));
    }

    private void wide(List<Integer> values) {
        conditions();
        draft.put("layout", "wide");
        Map<String, Object> columns = new LinkedHashMap<>();
        if (!oneRatio(values, columns) && !oneTotal(values, columns)) {
            named(values, columns);
        }
        if (columns.keySet().equals(Set.of(""))) {
            draft.put("indicator", indicators.only().map(Indicator::code).orElse(""));
        } else {
            columns.remove("");
            draft.put("columns", columns);
        }
    }

    private void named(List<Integer> values, Map<String, Object> columns) {
        Set<String> asked = new LinkedHashSet<>();
        for (int column : values) {
            String name = name(column);
            if (columns.containsKey(name) || asked.contains(name)) {
                continue;
            }
            Optional<Indicator> found = indicators
                    .best(name)
                    .or(() -> isAlone(column, values) || name.isEmpty() ? indicators.only() : Optional.empty());
            if (found.isPresent() && isClosest(name, found.get(), values)) {
                column(columns, name, found.get());
            } else {
                asked.add(name);
                draft.ask(pointer(name), indicators.options(name), "proposal.column-unknown", name);
            }
        }
    }

    /** Whether a column is the only one with values, be they few, and its name says nothing else. */
    private boolean isAlone(int column, List<Integer> values) {
        return values.size() == 1
                && !DENOMINATOR.matcher(table.name(column)).matches()
                && table.left().stream()
                        .noneMatch(other -> other != column
                                && !spaces.isNumbering(other)
                                && !CODES.matcher(table.name(other)).matches()
                                && table.share(other, HeaderGuess::isValue) > 0.3
                                && table.share(other, text -> text.matches("0\\d+")) < 0.5);
    }

    /** Whether no other column is more like an indicator than this one. */
    private boolean isClosest(String name, Indicator indicator, List<Integer> values) {
        double own = indicators.similarity(name, indicator);
        return values.stream()
                .map(this::name)
                .filter(other -> !other.equals(name))
                .noneMatch(other -> indicators.similarity(other, indicator) > own);
    }

    /** What a mapping calls a column: its name, without the period where names hold some. */
    private String name(int column) {
        Optional<String> split = periods.inHeader()
                ? ColumnPeriods.of(table.name(column)).map(ColumnPeriods.Split::name)
                : Optional.empty();
        return split.orElse(table.address(column));
    }

    private void column(Map<String, Object> columns, String name, Indicator indicator) {
        int factor = factorOf(name);
        Map<String, Object> meaning = factor == 1
                ? Map.of("indicator", indicator.code())
                : Map.of("indicator", indicator.code(), "factor", factor);
        if (columns.put(name, meaning) == null) {
            if (factor > 1) {
                columnsHaveFactors = true;
                draft.because(pointer(name) + "/factor", "proposal.factor", name);
            }
            draft.because(
                    pointer(name),
                    "proposal.column",
                    name,
                    indicator.code(),
                    indicator.definition().name());
        }
    }

    /** The one ratio of a table with its numerator and denominator. */
    private boolean oneRatio(List<Integer> values, Map<String, Object> columns) {
        Optional<Indicator> only =
                indicators.only().filter(found -> found.definition().kind() == Kind.RATIO && !periods.inHeader());
        Map<Measure, Integer> measures = only.isPresent() ? measures(values) : Map.of();
        measures.forEach((measure, column) -> {
            String name = table.address(column);
            columns.put(name, Map.of("indicator", only.map(Indicator::code).orElse(""), "measure", measure.toString()));
            draft.because(pointer(name), "proposal." + measure + "-column", name);
        });
        return !measures.isEmpty();
    }

    /** The total of a table about one indicator, whose other columns are its parts. */
    private boolean oneTotal(List<Integer> values, Map<String, Object> columns) {
        Optional<Indicator> only = indicators.only();
        List<String> totals = values.stream()
                .filter(column -> Arrays.stream(table.parts(column)).anyMatch(Totals::isTotal))
                .map(this::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        boolean namesIt = values.stream()
                .anyMatch(column -> indicators.best(table.name(column)).isPresent());
        if (only.isEmpty() || totals.size() != 1 || values.size() < 2 || namesIt) {
            return false;
        }
        String name = totals.get(0);
        columns.put(name, Map.of("indicator", only.get().code()));
        draft.because(pointer(name), "proposal.column-total", name, only.get().code());
        return true;
    }

    /** Texts that differ for the same space and period: of each kind only the total counts. */
    private void conditions() {
        if (!spaces.inRows() || draft.has("periodInRows") || table.isUnique()) {
            return;
        }
        for (int column : table.left()) {
            if (!table.isNumeric(column)) {
                Totals.among(table.distinct(column)).ifPresent(total -> {
                    table.use(column);
                    draft.where(table.address(column), total);
                });
            }
        }
        if (!table.isUnique()) {
            table.left().stream()
                    .filter(column ->
                            !table.isNumeric(column) && table.distinct(column).size() > 1)
                    .findFirst()
                    .ifPresent(column -> draft.ask(
                            "/rows/where",
                            table.distinct(column).stream().limit(MOST_LABELS).toList(),
                            "proposal.where-which",
                            table.address(column)));
        }
    }

    private static String pointer(String name) {
        return "/columns/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** By what all numbers are multiplied: where a title says so, or the names of all columns do alike. */
    private void factor(List<Integer> values) {
        Optional<String> title =
                table.titles().stream().filter(text -> factorOf(text) > 1).findFirst();
        Set<Integer> ofNames =
                values.stream().map(column -> factorOf(table.name(column))).collect(Collectors.toSet());
        boolean alike = ofNames.size() == 1 && !ofNames.contains(1) && !columnsHaveFactors;
        String text = title.orElse(alike ? table.name(values.get(0)) : "");
        if (!text.isEmpty()) {
            draft.put("factor", factorOf(text), "proposal.factor", text);
        }
    }

    /** By what numbers are multiplied of which a text says that they are in thousands or millions; else 1. */
    private static int factorOf(String text) {
        return THOUSANDS.matcher(text).find() ? 1_000 : MILLIONS.matcher(text).find() ? 1_000_000 : 1;
    }
}
