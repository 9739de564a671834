package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.code.Codes;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Grant;
import de.quartierwerk.reporting.report.MonitoringDocument.Indicator;
import de.quartierwerk.reporting.report.MonitoringDocument.Offer;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.report.MonitoringDocument.Value;
import de.quartierwerk.reporting.text.Mark;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of a monitoring report from its stored document and drawings, and from nothing else. */
final class MonitoringPages {
    /** Columns of values that fit on a page; a theme with more indicators gets several tables. */
    private static final int COLUMNS = 7;

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
     */
    static MonitoringPage of(MonitoringDocument document, Map<String, Drawing> drawings, Words w, String css) {
        return new MonitoringPages(document, drawings, w).page(css);
    }

    private MonitoringPage page(String css) {
        MonitoringDocument.Header header = document.header();
        MonitoringDocument.Area area = header.area();
        return new MonitoringPage(
                w,
                css,
                area == null ? w.of("report.area.all") : area.name(),
                w.period(header.period()),
                w.day(header.assembledAt()),
                header.id().toString(),
                header.notices(),
                classifications(),
                themes(),
                document.indicators().stream().map(this::source).toList(),
                document.offers().stream().map(this::offer).toList(),
                document.grants().stream().map(this::grant).toList(),
                document.marks().stream()
                        .map(mark -> new MonitoringPage.MarkRow(mark.mark().sign(), mark.meaning()))
                        .toList());
    }

    private List<MonitoringPage.ClassificationView> classifications() {
        List<MonitoringPage.ClassificationView> views = new ArrayList<>();
        for (Classification run : document.classifications()) {
            Drawing drawing = drawings.getOrDefault(run.level(), new Drawing(1, 1, 1, List.of(), List.of()));
            views.add(new ClassificationViews(w, run, document.spaces(), drawing, views.size() + 1).view());
        }
        return views;
    }

    private List<MonitoringPage.ThemeView> themes() {
        Map<String, List<Indicator>> byTheme = document.indicators().stream()
                .collect(Collectors.groupingBy(
                        indicator -> indicator.level()
                                + '\n'
                                + Objects.requireNonNullElse(
                                        indicator.definition().theme(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<MonitoringPage.ThemeView> themes = new ArrayList<>();
        for (List<Indicator> indicators : byTheme.values()) {
            int tables = (indicators.size() + COLUMNS - 1) / COLUMNS;
            for (int i = 0; i < tables; i++) {
                int from = indicators.size() * i / tables;
                int to = indicators.size() * (i + 1) / tables;
                themes.add(theme(indicators.subList(from, to), "values" + (themes.size() + 1)));
            }
        }
        return themes;
    }

    private MonitoringPage.ThemeView theme(List<Indicator> indicators, String id) {
        String theme = indicators.get(0).definition().theme();
        String words = theme == null ? w.of("indicators.theme.none") : w.orCode("theme.", theme);
        String level = indicators.get(0).level();
        long levels =
                document.indicators().stream().map(Indicator::level).distinct().count();
        List<Space> rows = document.spaces().stream()
                .filter(space -> space.level().equals(level))
                .toList();
        List<MonitoringPage.ValueGroup> groups = ClassificationViews.grouped(rows).stream()
                .map(group -> new MonitoringPage.ValueGroup(
                        group.name(),
                        group.spaces().stream()
                                .map(space -> values(space, indicators))
                                .toList()))
                .toList();
        return new MonitoringPage.ThemeView(
                id,
                levels > 1 ? w.of("indicators.level", words, indicators.get(0).levelName()) : words,
                indicators.size() + 1,
                indicators.stream().map(indicator -> head(indicator, rows)).toList(),
                groups);
    }

    private MonitoringPage.ValueHead head(Indicator indicator, List<Space> rows) {
        String period = rows.stream()
                .map(space -> space.values().get(indicator.code()))
                .filter(Objects::nonNull)
                .map(Value::period)
                .distinct()
                .map(w::period)
                .collect(Collectors.joining(", "));
        return new MonitoringPage.ValueHead(
                indicator.definition().name(),
                indicator.code(),
                w.orCode("unit.", indicator.definition().unit()),
                w.of("indicators.period", period));
    }

    private MonitoringPage.ValueRow values(Space space, List<Indicator> indicators) {
        return new MonitoringPage.ValueRow(
                space.name(),
                space.key(),
                indicators.stream().map(indicator -> value(space, indicator)).toList());
    }

    private String value(Space space, Indicator indicator) {
        Value value = space.values().get(indicator.code());
        return value == null
                ? Mark.MISSING.sign()
                : w.numbers()
                        .value(
                                value.value(),
                                value.status(),
                                indicator.definition().kind(),
                                indicator.definition().unit());
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
