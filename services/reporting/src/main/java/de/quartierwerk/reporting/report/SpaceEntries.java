package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.text.Mark;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The spaces of a report with their results and values. */
final class SpaceEntries {
    private final ReportData data;

    SpaceEntries(ReportData data) {
        this.data = data;
    }

    /** Every space that has a result or a value, in the order of the keys. */
    List<MonitoringDocument.Space> entries() {
        Map<String, Map<String, MonitoringDocument.Result>> results = results();
        Map<String, Map<String, MonitoringDocument.Value>> values = values();
        return data.places().spaces().values().stream()
                .filter(space -> results.containsKey(space.key()) || values.containsKey(space.key()))
                .map(space -> new MonitoringDocument.Space(
                        space.key(),
                        space.name(),
                        space.level(),
                        group(space),
                        space.areaSquareMetres(),
                        results.getOrDefault(space.key(), Map.of()),
                        values.getOrDefault(space.key(), Map.of())))
                .toList();
    }

    /** Results by space and scheme. */
    private Map<String, Map<String, MonitoringDocument.Result>> results() {
        Map<String, Map<String, MonitoringDocument.Result>> results = new HashMap<>();
        for (ReportData.RunData run : data.runs()) {
            for (SpaceResult result : run.results()) {
                results.computeIfAbsent(result.space(), key -> new LinkedHashMap<>())
                        .put(run.run().scheme().code(), result(result));
            }
        }
        return results;
    }

    /** Values by space and indicator. */
    private Map<String, Map<String, MonitoringDocument.Value>> values() {
        Map<String, Map<String, MonitoringDocument.Value>> values = new HashMap<>();
        for (PublicValue value : data.values()) {
            Indicator indicator = Objects.requireNonNull(data.indicators().get(value.indicator()));
            values.computeIfAbsent(value.space(), key -> new LinkedHashMap<>())
                    .put(value.indicator(), value(value, indicator));
        }
        return values;
    }

    /** The municipality of a space, else the largest space between it and the report's area. */
    private MonitoringDocument.@Nullable Area group(Space space) {
        ReportData.Places places = data.places();
        List<String> above = space.path().subList(0, Math.max(0, space.path().size() - 1));
        for (String key : above) {
            Space candidate = places.larger().get(key);
            if (candidate != null && candidate.level().equals(Level.MUNICIPALITY)) {
                return area(candidate, places.levels());
            }
        }
        Space area = places.area();
        List<String> below =
                area == null ? above : above.subList(Math.max(0, above.indexOf(area.key()) + 1), above.size());
        String key = below.isEmpty() ? space.parent() : below.get(0);
        Space found = key == null ? null : places.larger().get(key);
        return found == null ? null : area(found, places.levels());
    }

    private static MonitoringDocument.Result result(SpaceResult result) {
        Map<String, MonitoringDocument.IndexResult> indices = new LinkedHashMap<>();
        result.indices()
                .forEach((code, index) -> indices.put(
                        code, new MonitoringDocument.IndexResult(index.value(), index.classCode(), index.label())));
        return new MonitoringDocument.Result(
                result.excluded(),
                indices,
                result.group(),
                result.needs().stream()
                        .map(need -> new MonitoringDocument.SpaceNeed(need.code(), need.origin(), need.reason()))
                        .toList());
    }

    /** A value; where its mark stands for it, no number is kept. */
    private static MonitoringDocument.Value value(PublicValue value, Indicator indicator) {
        Mark mark =
                Mark.of(value.value(), value.status(), indicator.definition().kind());
        boolean shown = Mark.showsNumber(mark);
        return new MonitoringDocument.Value(
                shown ? value.value() : null,
                shown ? value.numerator() : null,
                shown ? value.denominator() : null,
                value.status(),
                mark,
                value.period(),
                value.release());
    }

    static MonitoringDocument.Area area(Space space, Map<String, Level> levels) {
        return new MonitoringDocument.Area(
                space.key(), space.name(), space.level(), Level.nameOf(space.level(), levels));
    }
}
