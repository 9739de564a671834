package de.quartierwerk.reporting.report;

import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.text.Mark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The spaces of a report with their results and values. */
final class SpaceEntries {
    private final Spaces spaces;
    private final Map<String, Level> levels;
    private final @Nullable String area;
    private final Period period;

    SpaceEntries(Spaces spaces, Map<String, Level> levels, @Nullable String area, Period period) {
        this.spaces = spaces;
        this.levels = levels;
        this.area = area;
        this.period = period;
    }

    /** Every space that has a result or a value, in the order of the keys. */
    List<MonitoringDocument.Space> of(
            Map<String, Space> within,
            List<Run> published,
            Map<UUID, List<SpaceResult>> results,
            List<PublicValue> found,
            Map<String, Indicator> definitions) {
        Map<String, Map<String, MonitoringDocument.Result>> resultsOf = new TreeMap<>();
        for (Run run : published) {
            for (SpaceResult result : results.getOrDefault(run.id(), List.of())) {
                resultsOf
                        .computeIfAbsent(result.space(), key -> new LinkedHashMap<>())
                        .put(run.scheme().code(), result(result));
            }
        }
        Map<String, Map<String, MonitoringDocument.Value>> valuesOf = new TreeMap<>();
        for (PublicValue value : found) {
            valuesOf.computeIfAbsent(value.space(), key -> new LinkedHashMap<>())
                    .put(value.indicator(), value(value, Objects.requireNonNull(definitions.get(value.indicator()))));
        }
        Map<String, Space> larger = larger(within);
        return within.values().stream()
                .filter(space -> resultsOf.containsKey(space.key()) || valuesOf.containsKey(space.key()))
                .map(space -> new MonitoringDocument.Space(
                        space.key(),
                        space.name(),
                        space.level(),
                        group(space, larger),
                        space.areaSquareMetres(),
                        resultsOf.getOrDefault(space.key(), Map.of()),
                        valuesOf.getOrDefault(space.key(), Map.of())))
                .toList();
    }

    /** The spaces above those of the area, by key. */
    private Map<String, Space> larger(Map<String, Space> within) {
        Set<String> keys =
                within.values().stream().flatMap(space -> space.path().stream()).collect(Collectors.toSet());
        return spaces.byKey(keys, period.last());
    }

    /** The municipality of a space, else the largest space between it and the report's area. */
    private MonitoringDocument.@Nullable Area group(Space space, Map<String, Space> larger) {
        List<String> above = space.path().subList(0, Math.max(0, space.path().size() - 1));
        for (String key : above) {
            Space candidate = larger.get(key);
            if (candidate != null && candidate.level().equals(Level.MUNICIPALITY)) {
                return area(candidate, levels);
            }
        }
        List<String> below = area == null ? above : above.subList(Math.max(0, above.indexOf(area) + 1), above.size());
        String key = below.isEmpty() ? space.parent() : below.get(0);
        Space found = key == null ? null : larger.get(key);
        return found == null ? null : area(found, levels);
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
