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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages for everybody are made of: the published run of a scheme and period, with all that belongs to it. */
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

    /** Published runs with fields of action, the latest period first and within it the one published last. */
    List<Run> editions() {
        return runs.all().stream()
                .filter(run -> !run.needs().isEmpty())
                .sorted(Comparator.comparing((Run run) -> run.period().last())
                        .thenComparing(run -> run.publication().at())
                        .reversed())
                .toList();
    }

    /**
     * The run that the pages show.
     *
     * @param scheme null for any
     * @param period null for the latest
     * @throws NotFound where a scheme or period is asked for of which nothing is published
     */
    Optional<Run> shown(@Nullable String scheme, @Nullable Period period) {
        Optional<Run> found = editions().stream()
                .filter(run -> scheme == null || run.scheme().code().equals(scheme))
                .filter(run -> period == null || run.period().text().equals(period.text()))
                .findFirst();
        if (found.isEmpty() && (scheme != null || period != null)) {
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
        return MonitoringAssembler.assemble(report, data.read(subject, words), words, clock.instant())
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
