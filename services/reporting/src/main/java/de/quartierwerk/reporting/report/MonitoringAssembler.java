package de.quartierwerk.reporting.report;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.NeedCounts;
import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SchemeVersion;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.funding.Grants;
import de.quartierwerk.reporting.indicator.Indicator;
import de.quartierwerk.reporting.indicator.Indicators;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ReleasedValues;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Notices;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.stakeholder.Offers;
import de.quartierwerk.reporting.text.Mark;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Assembles monitoring reports from the read model; to be called in one transaction that sees one state of it. */
@ApplicationScoped
class MonitoringAssembler {
    private final Spaces spaces;
    private final PublishedRuns runs;
    private final ReleasedValues values;
    private final Indicators indicators;
    private final Offers offers;
    private final Grants grants;
    private final Notices notices;
    private final Clock clock;

    MonitoringAssembler(
            Spaces spaces,
            PublishedRuns runs,
            ReleasedValues values,
            Indicators indicators,
            Offers offers,
            Grants grants,
            Notices notices,
            Clock clock) {
        this.spaces = spaces;
        this.runs = runs;
        this.values = values;
        this.indicators = indicators;
        this.offers = offers;
        this.grants = grants;
        this.notices = notices;
        this.clock = clock;
    }

    /** Assembles the document of a report; without a published run or value it has neither spaces nor indicators. */
    MonitoringDocument assemble(Report report) {
        ReportSubject subject = report.subject();
        Period period = Period.parse(subject.period()).orElseThrow();
        Map<String, Level> levels = spaces.levels();
        Space area = subject.area() == null
                ? null
                : spaces.find(subject.area(), period.last()).orElseThrow();
        List<Run> published = runs.latest(area == null ? List.of() : area.path(), period, subject.scheme());
        Map<UUID, List<SpaceResult>> results = runs.results(published, subject.area());
        Map<String, Space> within = within(subject.area(), period, published, results);
        List<PublicValue> found = values.in(period, within.keySet());
        Map<String, Indicator> definitions = indicators.of(found);
        List<MonitoringDocument.Space> entries = new SpaceEntries(spaces, levels, subject.area(), period)
                .of(within, published, results, found, definitions);
        Set<String> keys = entries.stream().map(MonitoringDocument.Space::key).collect(Collectors.toSet());
        Words words = Words.in(subject.language(), clock.getZone());
        return new MonitoringDocument(
                header(report, area == null ? null : SpaceEntries.area(area, levels), period, words),
                classifications(published, results, levels, subject.area()),
                IndicatorEntries.of(found, definitions, within, levels),
                entries,
                offers(keys),
                grants(keys),
                inputs(published, found),
                marks(words));
    }

    private MonitoringDocument.Header header(
            Report report, MonitoringDocument.@Nullable Area area, Period period, Words words) {
        ReportSubject subject = report.subject();
        return new MonitoringDocument.Header(
                report.id(),
                subject.type(),
                subject.language(),
                area,
                subject.period(),
                period.first(),
                period.last(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                notices.within(subject.area(), period.last(), words));
    }

    /** The spaces of the area at the end of the period and those that the runs classified, by key. */
    private Map<String, Space> within(
            @Nullable String area, Period period, List<Run> published, Map<UUID, List<SpaceResult>> results) {
        Map<String, Space> within = new TreeMap<>();
        spaces.within(area, period.last()).forEach(space -> within.put(space.key(), space));
        for (Run run : published) {
            List<String> keys = results.getOrDefault(run.id(), List.of()).stream()
                    .map(SpaceResult::space)
                    .filter(key -> !within.containsKey(key))
                    .toList();
            within.putAll(spaces.byKey(keys, run.asOf()));
        }
        return within;
    }

    private List<MonitoringDocument.Classification> classifications(
            List<Run> published,
            Map<UUID, List<SpaceResult>> results,
            Map<String, Level> levels,
            @Nullable String area) {
        Map<UUID, NeedCounts> counts = runs.counts(published, area);
        return published.stream()
                .map(run -> classification(
                        run,
                        results.getOrDefault(run.id(), List.of()),
                        Objects.requireNonNull(counts.get(run.id())),
                        levels))
                .toList();
    }

    private static MonitoringDocument.Classification classification(
            Run run, List<SpaceResult> results, NeedCounts counts, Map<String, Level> levels) {
        Run.Publication publication = run.publication();
        return new MonitoringDocument.Classification(
                run.id(),
                SchemeVersion.of(run),
                run.level(),
                Level.nameOf(run.level(), levels),
                run.period().text(),
                run.asOf(),
                new MonitoringDocument.RunPublication(
                        publication.at(), publication.note(), publication.consulted(), publication.basis()),
                run.indices().stream().map(index -> index(index, results)).toList(),
                run.needs().stream()
                        .map(need -> new MonitoringDocument.Need(
                                need.code(),
                                need.title(),
                                need.targetGroup(),
                                counts.of(need.code()).spaces(),
                                counts.of(need.code()).municipalities()))
                        .toList(),
                counts.counts());
    }

    private static MonitoringDocument.Index index(ClassificationPublished.Index index, List<SpaceResult> results) {
        Map<String, Integer> counts = new HashMap<>();
        results.forEach(result -> {
            var found = result.indices().get(index.code());
            if (found != null && found.classCode() != null) {
                counts.merge(found.classCode(), 1, Integer::sum);
            }
        });
        int classes = index.classes().size();
        boolean breaks = index.breaks().size() == classes - 1;
        List<MonitoringDocument.IndexClass> entries = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            String code = index.classes().get(i);
            entries.add(new MonitoringDocument.IndexClass(
                    code,
                    i < index.labels().size() ? index.labels().get(i) : null,
                    breaks && i > 0 ? index.breaks().get(i - 1) : null,
                    breaks && i < classes - 1 ? index.breaks().get(i) : null,
                    counts.getOrDefault(code, 0)));
        }
        return new MonitoringDocument.Index(index.code(), index.title(), entries);
    }

    private List<MonitoringDocument.Offer> offers(Set<String> keys) {
        return offers.serving(keys).stream()
                .map(offer -> new MonitoringDocument.Offer(
                        offer.key(),
                        offer.name(),
                        offer.stakeholder(),
                        offer.targetGroup(),
                        shared(offer.spaces(), keys),
                        offer.needs()))
                .toList();
    }

    private List<MonitoringDocument.Grant> grants(Set<String> keys) {
        return grants.concerning(keys).stream()
                .map(grant -> new MonitoringDocument.Grant(
                        grant.application(),
                        grant.applicant(),
                        grant.purpose(),
                        grant.money().amount().toPlainString(),
                        grant.money().paid().toPlainString(),
                        grant.money().currency(),
                        grant.decision().body(),
                        grant.decision().day(),
                        grant.decision().paperNumber(),
                        shared(grant.spaces(), keys),
                        grant.needs()))
                .toList();
    }

    private static List<String> shared(Collection<String> spaces, Set<String> keys) {
        return spaces.stream().filter(keys::contains).sorted().toList();
    }

    private static MonitoringDocument.Inputs inputs(List<Run> published, List<PublicValue> found) {
        return new MonitoringDocument.Inputs(
                published.stream().map(Run::id).toList(),
                found.stream().map(PublicValue::release).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .toList());
    }

    private static List<MonitoringDocument.MarkMeaning> marks(Words words) {
        return Arrays.stream(Mark.values())
                .map(mark -> new MonitoringDocument.MarkMeaning(mark, words.of("mark." + Codes.of(mark))))
                .toList();
    }
}
