package de.quartierwerk.reporting.report;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.reporting.classification.NeedCounts;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SchemeVersion;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.space.Level;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.text.Mark;
import de.quartierwerk.reporting.text.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Assembles the document of a monitoring report; a pure function of what the read model holds. */
final class MonitoringAssembler {
    private MonitoringAssembler() {}

    /**
     * The document of a report; without a published run or value it has neither spaces nor indicators.
     *
     * @param words words of the report's language
     * @param now instant of the assembly
     */
    static MonitoringDocument assemble(Report report, ReportData data, Words words, Instant now) {
        Map<String, Level> levels = data.places().levels();
        List<MonitoringDocument.Space> entries = new SpaceEntries(data).entries();
        Set<String> keys = entries.stream().map(MonitoringDocument.Space::key).collect(Collectors.toSet());
        return new MonitoringDocument(
                header(report, data, now),
                data.runs().stream().map(run -> classification(run, levels)).toList(),
                IndicatorEntries.of(
                        data.values(), data.indicators(), data.places().spaces(), levels),
                entries,
                offers(data, keys),
                grants(data, keys),
                inputs(data),
                marks(words),
                null,
                null);
    }

    private static MonitoringDocument.Header header(Report report, ReportData data, Instant now) {
        ReportSubject subject = report.subject();
        Period period = Period.parse(subject.period()).orElseThrow();
        Space area = data.places().area();
        return new MonitoringDocument.Header(
                report.id(),
                subject.type(),
                subject.language(),
                area == null ? null : SpaceEntries.area(area, data.places().levels()),
                subject.period(),
                period.first(),
                period.last(),
                now.truncatedTo(ChronoUnit.MILLIS),
                data.notices());
    }

    private static MonitoringDocument.Classification classification(
            ReportData.RunData data, Map<String, Level> levels) {
        Run run = data.run();
        NeedCounts counts = data.counts();
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
                run.indices().stream()
                        .map(index -> index(index, data.results()))
                        .toList(),
                run.needs().stream()
                        .map(need -> new MonitoringDocument.Need(
                                need.code(),
                                need.title(),
                                need.targetGroup(),
                                counts.of(need.code()).spaces(),
                                counts.of(need.code()).municipalities()))
                        .toList(),
                counts.counts(),
                Editions.groups(data.results()),
                data.before() == null ? null : Editions.compare(data, data.before()),
                data.trend());
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
        return new MonitoringDocument.Index(index.code(), index.title(), entries, index.closed());
    }

    private static List<MonitoringDocument.Offer> offers(ReportData data, Set<String> keys) {
        return data.offers().stream()
                .map(offer -> new MonitoringDocument.Offer(
                        offer.key(),
                        offer.name(),
                        offer.stakeholder(),
                        offer.targetGroup(),
                        shared(offer.spaces(), keys),
                        offer.needs()))
                .toList();
    }

    private static List<MonitoringDocument.Grant> grants(ReportData data, Set<String> keys) {
        return data.grants().stream()
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

    private static MonitoringDocument.Inputs inputs(ReportData data) {
        return new MonitoringDocument.Inputs(
                data.runs().stream().map(run -> run.run().id()).toList(),
                data.values().stream()
                        .map(PublicValue::release)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static List<MonitoringDocument.MarkMeaning> marks(Words words) {
        return Arrays.stream(Mark.values())
                .map(mark -> new MonitoringDocument.MarkMeaning(mark, words.of("mark." + Codes.of(mark))))
                .toList();
    }
}
