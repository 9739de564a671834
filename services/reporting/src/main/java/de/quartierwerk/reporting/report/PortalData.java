package de.quartierwerk.reporting.report;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.reporting.ReportingConfig;
import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the pages for everybody are made of: the published run of a scheme, period and area, with all that belongs to
 * it.
 */
@ApplicationScoped
@Transactional
class PortalData {
    private final PublishedRuns runs;
    private final ReportDataReader data;
    private final Drawings drawings;
    private final Spaces spaces;
    private final ReportingConfig config;
    private final Clock clock;

    PortalData(
            PublishedRuns runs,
            ReportDataReader data,
            Drawings drawings,
            Spaces spaces,
            ReportingConfig config,
            Clock clock) {
        this.runs = runs;
        this.data = data;
        this.drawings = drawings;
        this.spaces = spaces;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A run that readers can choose.
     *
     * @param run the run
     * @param area name of its area, null for the whole installation
     */
    record Choice(Run run, @Nullable String area) {}

    /**
     * Published runs with fields of action, of each scheme, period and area the one published last. The latest period
     * comes first, within it the whole installation.
     */
    private List<Run> editions() {
        record Place(String scheme, String period, @Nullable String area) {}
        Map<Place, Run> latest = new LinkedHashMap<>();
        runs.all().stream()
                .filter(run -> !run.needs().isEmpty())
                .forEach(run -> latest.putIfAbsent(
                        new Place(run.scheme().code(), run.period().text(), run.area()), run));
        return latest.values().stream()
                .sorted(Comparator.comparing((Run run) -> run.period().last())
                        .reversed()
                        .thenComparing(PortalData::isOfAnArea)
                        .thenComparing(run -> run.publication().at(), Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isOfAnArea(Run run) {
        return run.area() != null;
    }

    /** What readers can choose, in the order of {@link #editions()}. */
    List<Choice> choices() {
        List<Run> editions = editions();
        Map<LocalDate, Set<String>> areas = editions.stream()
                .filter(PortalData::isOfAnArea)
                .collect(Collectors.groupingBy(
                        Run::asOf, Collectors.mapping(run -> Objects.requireNonNull(run.area()), Collectors.toSet())));
        Map<LocalDate, Map<String, Space>> byDay = new HashMap<>();
        areas.forEach((day, keys) -> byDay.put(day, spaces.byKey(keys, day)));
        return editions.stream()
                .map(run -> new Choice(run, name(run.area(), byDay.getOrDefault(run.asOf(), Map.of()))))
                .toList();
    }

    private static @Nullable String name(@Nullable String area, Map<String, Space> byKey) {
        Space space = area == null ? null : byKey.get(area);
        return space == null ? area : space.name();
    }

    /**
     * The run that the pages show: one of the whole installation where there is any.
     *
     * @param scheme null for any
     * @param period null for the latest
     * @param area null for the whole installation, else for any
     * @throws NotFound where something is asked for of which nothing is published
     */
    Optional<Run> shown(@Nullable String scheme, @Nullable Period period, @Nullable String area) {
        Optional<Run> found = editions().stream()
                .filter(run -> scheme == null || run.scheme().code().equals(scheme))
                .filter(run -> period == null || run.period().text().equals(period.text()))
                .filter(run -> area == null || area.equals(run.area()))
                .sorted(Comparator.comparing(PortalData::isOfAnArea))
                .findFirst();
        if (found.isEmpty() && (scheme != null || period != null || area != null)) {
            throw new NotFound("needs.none-published");
        }
        return found;
    }

    /** Everything published about the area and period of a run. */
    MonitoringDocument document(Run run, Words words) {
        List<String> path = run.area() == null
                ? List.of()
                : spaces.find(run.area(), run.asOf()).map(Space::path).orElse(List.of());
        ReportSubject subject = new ReportSubject(
                ReportType.MONITORING,
                run.area(),
                path,
                run.period().text(),
                run.scheme().code(),
                words.language());
        Report report = new Report(
                new UUID(0, 0),
                subject,
                ReportState.COMPLETED,
                1,
                1,
                null,
                clock.instant(),
                null,
                null,
                null,
                1,
                null,
                0);
        return MonitoringAssembler.assemble(report, data.read(subject, run, words), words, clock.instant())
                .withBoundaries(new MonitoringDocument.Boundaries(
                        config.boundaries().source().orElse(null),
                        config.boundaries().licence().orElse(null)));
    }

    /** The name of the area of a report, empty for the whole installation. */
    Optional<String> areaName(ReportSubject subject) {
        String area = subject.area();
        return area == null
                ? Optional.empty()
                : Period.parse(subject.period())
                        .flatMap(period -> spaces.find(area, period.last()))
                        .map(Space::name);
    }

    /** The drawings of a document by level. */
    Map<String, Drawing> drawings(MonitoringDocument document) {
        return drawings.of(document);
    }
}
