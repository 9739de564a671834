package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Grant;
import de.quartierwerk.reporting.report.MonitoringDocument.Indicator;
import de.quartierwerk.reporting.report.MonitoringDocument.Offer;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of a monitoring report from its stored document and drawings, and from nothing else. */
final class MonitoringPages {
    private final MonitoringDocument document;
    private final Map<String, Drawing> drawings;
    private final Words w;
    private final Map<String, String> spaceNames;

    private MonitoringPages(MonitoringDocument document, Map<String, Drawing> drawings, Words w) {
        this.document = document;
        this.drawings = drawings;
        this.w = w;
        this.spaceNames = document.spaces().stream()
                .collect(Collectors.toMap(Space::key, Space::name, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * The page of a report.
     *
     * @param drawings drawing by code of the level
     * @param w words of the document's language
     * @param css style sheet
     * @param draft whether the page says that it is a draft
     */
    static MonitoringPage of(
            MonitoringDocument document, Map<String, Drawing> drawings, Words w, String css, boolean draft) {
        return new MonitoringPages(document, drawings, w).page(css, draft);
    }

    private MonitoringPage page(String css, boolean draft) {
        MonitoringDocument.Header header = document.header();
        return new MonitoringPage(
                w,
                css,
                title(),
                w.period(header.period()),
                w.day(header.assembledAt()),
                header.id().toString(),
                document.correction() == null ? 1 : document.correction().version() + 1,
                draft,
                document.correction(),
                header.notices(),
                classifications(),
                document.indicators().stream().map(this::source).toList(),
                origins(),
                document.offers().stream().map(this::offer).toList(),
                document.grants().stream().map(this::grant).toList(),
                document.marks().stream()
                        .map(mark -> new MonitoringPage.MarkRow(mark.mark().sign(), mark.meaning()))
                        .toList(),
                forms());
    }

    private static List<MonitoringPage.FormLink> forms() {
        return Stream.of(ReportForm.PDF, ReportForm.XLSX, ReportForm.CSV, ReportForm.JSON)
                .map(form -> new MonitoringPage.FormLink(
                        form.toString(), form.toString().toUpperCase(Locale.ROOT)))
                .toList();
    }

    private String title() {
        MonitoringDocument.Area area = document.header().area();
        return area == null ? w.of("report.area.all") : area.name();
    }

    private List<MonitoringPage.ClassificationView> classifications() {
        List<MonitoringPage.ClassificationView> views = new ArrayList<>();
        for (Classification run : document.classifications()) {
            Drawing drawing = drawings.getOrDefault(run.level(), new Drawing(1, 1, 1, List.of(), List.of()));
            RunView view = RunView.of(run, document.spaces(), title(), views.size() + 1);
            views.add(new ClassificationViews(w, view, drawing, document.boundaries()).view());
        }
        return views;
    }

    private MonitoringPage.SourceRow source(Indicator indicator) {
        MonitoringDocument.Definition definition = indicator.definition();
        MonitoringDocument.Range range = indicator.range();
        return new MonitoringPage.SourceRow(
                definition.name(),
                indicator.code(),
                definition.description(),
                w.orCode("unit.", definition.unit()),
                shown(range.lowest(), definition),
                shown(range.median(), definition),
                shown(range.highest(), definition),
                w.numbers().count(range.shown()),
                w.numbers().count(range.suppressed()),
                definition.polarity() == null ? "" : w.of("polarity." + Codes.of(definition.polarity())),
                Stream.of(definition.source(), definition.licence())
                        .filter(text -> text != null && !text.isBlank())
                        .collect(Collectors.joining(", ")));
    }

    /** Each source once, with the names of its indicators. */
    private List<MonitoringPage.OriginRow> origins() {
        Map<String, Set<String>> bySource = new TreeMap<>();
        document.indicators().stream()
                .map(this::source)
                .filter(row -> !row.source().isEmpty())
                .forEach(row -> bySource.computeIfAbsent(row.source(), source -> new TreeSet<>())
                        .add(row.name()));
        return bySource.entrySet().stream()
                .map(entry -> new MonitoringPage.OriginRow(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }

    private String shown(@Nullable BigDecimal value, MonitoringDocument.Definition definition) {
        return value == null ? "" : w.numbers().value(value, ValueStatus.NORMAL, definition.kind(), definition.unit());
    }

    private MonitoringPage.OfferRow offer(Offer offer) {
        return new MonitoringPage.OfferRow(
                offer.name(),
                offer.stakeholder(),
                Objects.requireNonNullElse(offer.targetGroup(), ""),
                names(offer.spaces()),
                String.join(", ", offer.needs()));
    }

    private MonitoringPage.GrantRow grant(Grant grant) {
        String decided = w.of("grants.decided", grant.body(), w.day(grant.decidedOn()));
        return new MonitoringPage.GrantRow(
                grant.applicant(),
                grant.purpose(),
                w.numbers().money(grant.amount(), grant.currency()),
                grant.paperNumber() == null ? decided : decided + ", " + w.of("grants.paper", grant.paperNumber()),
                names(grant.spaces()));
    }

    private String names(List<String> keys) {
        return keys.stream().map(key -> spaceNames.getOrDefault(key, key)).collect(Collectors.joining(", "));
    }
}
