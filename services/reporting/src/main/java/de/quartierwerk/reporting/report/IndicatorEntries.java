package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.Medians;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The indicators of a report with their range over its spaces. */
final class IndicatorEntries {
    private IndicatorEntries() {}

    private record Place(String level, String indicator) {}

    /** One entry for each indicator and level with a value: smaller spaces first, then by theme and code. */
    static List<MonitoringDocument.Indicator> of(
            List<PublicValue> values,
            Map<String, Indicator> definitions,
            Map<String, Space> spaces,
            Map<String, Level> levels) {
        Map<Place, List<PublicValue>> byPlace = values.stream()
                .collect(Collectors.groupingBy(value -> new Place(
                        Objects.requireNonNull(spaces.get(value.space())).level(), value.indicator())));
        return byPlace.entrySet().stream()
                .map(entry -> entry(
                        Objects.requireNonNull(definitions.get(entry.getKey().indicator())),
                        entry.getKey().level(),
                        entry.getValue(),
                        levels))
                .sorted(Comparator.comparing((MonitoringDocument.Indicator entry) -> -rank(levels, entry.level()))
                        .thenComparing(MonitoringDocument.Indicator::level)
                        .thenComparing(entry ->
                                Objects.requireNonNullElse(entry.definition().theme(), "\uffff"))
                        .thenComparing(MonitoringDocument.Indicator::code))
                .toList();
    }

    private static int rank(Map<String, Level> levels, String code) {
        Level level = levels.get(code);
        return level == null ? 0 : level.rank();
    }

    private static MonitoringDocument.Indicator entry(
            Indicator indicator, String level, List<PublicValue> values, Map<String, Level> levels) {
        List<BigDecimal> shown = values.stream()
                .filter(value -> Mark.showsNumber(Mark.of(
                        value.value(), value.status(), indicator.definition().kind())))
                .map(value -> Objects.requireNonNull(value.value()))
                .sorted()
                .toList();
        boolean ranged = values.size() > 1;
        int suppressed = (int) values.stream()
                .filter(value -> value.status() == ValueStatus.SUPPRESSED)
                .count();
        return new MonitoringDocument.Indicator(
                indicator.code(),
                indicator.version(),
                definition(indicator.definition()),
                level,
                Level.nameOf(level, levels),
                new MonitoringDocument.Range(
                        shown.isEmpty() || !ranged ? null : shown.get(0),
                        ranged ? Medians.of(shown) : null,
                        shown.isEmpty() || !ranged ? null : shown.get(shown.size() - 1),
                        shown.size(),
                        suppressed));
    }

    private static MonitoringDocument.Definition definition(Indicator.Definition definition) {
        return new MonitoringDocument.Definition(
                definition.name(),
                definition.description(),
                definition.unit(),
                definition.kind(),
                definition.polarity(),
                definition.theme(),
                definition.source(),
                definition.licence());
    }
}
