package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.report.MonitoringDocument.Classification;
import de.quartierwerk.reporting.report.MonitoringDocument.Need;
import de.quartierwerk.reporting.report.MonitoringDocument.Space;
import de.quartierwerk.reporting.report.MonitoringDocument.SpaceNeed;
import de.quartierwerk.reporting.report.MonitoringDocument.Value;
import de.quartierwerk.reporting.text.LevelWords;
import de.quartierwerk.reporting.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the pages for everybody from a document of the newest published figures; pure functions. */
final class PortalPages {
    private static final int MOST_FOUND = 50;
    private static final String BASE = "/reporting/";
    private static final String SPACES = BASE + "raeume/";

    private final Words w;
    private final MonitoringDocument document;
    private final Map<String, Drawing> drawings;
    private final String lang;

    PortalPages(Words w, MonitoringDocument document, Map<String, Drawing> drawings) {
        this.w = w;
        this.document = document;
        this.drawings = drawings;
        this.lang = "?lang=" + w.language();
    }

    /** The choices of scheme, period and area. */
    static List<PortalPage.Choice> choices(List<PortalData.Choice> choices, @Nullable Run shown, Words w) {
        return choices.stream()
                .map(choice -> new PortalPage.Choice(
                        BASE + "?lang=" + w.language() + query(choice.run()),
                        text(choice, w),
                        choice.run().equals(shown)))
                .toList();
    }

    private static String text(PortalData.Choice choice, Words w) {
        Run run = choice.run();
        String text = run.scheme().title() + ", " + w.period(run.period().text());
        return choice.area() == null ? text : text + ", " + choice.area();
    }

    /** What leads from a page of a run to others of the same run, behind the language in their addresses. */
    static String query(Run run) {
        String query =
                "&scheme=" + run.scheme().code() + "&period=" + run.period().text();
        return run.area() == null ? query : query + "&area=" + run.area();
    }

    private Classification run() {
        return document.classifications().get(0);
    }

    private RunView view() {
        MonitoringDocument.Area area = document.header().area();
        return RunView.of(run(), document.spaces(), area == null ? w.of("report.area.all") : area.name(), 1, SPACES);
    }

    /** The run with its maps, whose spaces are links. */
    MonitoringPage.ClassificationView classification() {
        Drawing drawing = drawings.getOrDefault(run().level(), new Drawing(1, 1, 1, List.of(), List.of()));
        return new ClassificationViews(w, view(), drawing, document.boundaries()).view();
    }

    /** All spaces of the run in a table. */
    List<PortalPage.SpaceRow> spaces() {
        RunView view = view();
        return view.spaces().stream()
                .map(space -> new PortalPage.SpaceRow(
                        SPACES + space.key() + lang,
                        space.name(),
                        space.within() == null ? "" : space.within().name(),
                        classes(view, space),
                        view.result(space).needs().stream().map(SpaceNeed::code).collect(Collectors.joining(", "))))
                .toList();
    }

    private String classes(RunView view, Space space) {
        if (view.isExcluded(space)) {
            return w.of("map.excluded");
        }
        return run().indices().stream()
                .flatMap(index -> Stream.ofNullable(view.result(space).indices().get(index.code())))
                .map(found ->
                        ClassificationViews.classWords(Objects.requireNonNullElse(found.code(), ""), found.label()))
                .collect(Collectors.joining("; "));
    }

    /** Spaces whose name or key contains what was searched for. */
    List<PortalPage.Link> found(String query) {
        String wanted = query.toLowerCase(Locale.ROOT).strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Stream<PortalPage.Link> larger = document.spaces().stream()
                .flatMap(space -> Stream.ofNullable(space.within()))
                .distinct()
                .filter(area -> matches(area.key(), area.name(), wanted))
                .map(area -> link(area.key(), area.name()));
        Stream<PortalPage.Link> spaces = document.spaces().stream()
                .filter(space -> matches(space.key(), space.name(), wanted))
                .map(space -> link(space.key(), space.name()));
        return Stream.concat(larger, spaces).distinct().limit(MOST_FOUND).toList();
    }

    private static boolean matches(String key, String name, String wanted) {
        return key.toLowerCase(Locale.ROOT).contains(wanted)
                || name.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private PortalPage.Link link(String key, String name) {
        return new PortalPage.Link(SPACES + key + lang, name);
    }

    /** A field of action with its spaces. */
    Optional<PortalPage.Field> field(PortalPage.Frame frame, String code) {
        Optional<Need> need = run().needs().stream()
                .filter(candidate -> candidate.code().equals(code))
                .findFirst();
        return need.map(found -> {
            RunView view = view();
            List<String> came = changes(code).stream()
                    .flatMap(change -> change.came().stream())
                    .toList();
            Map<String, String> names =
                    document.spaces().stream().collect(Collectors.toMap(Space::key, Space::name, (one, other) -> one));
            return new PortalPage.Field(
                    frame,
                    classification().fields().get(run().needs().indexOf(found)),
                    view.spaces().stream()
                            .filter(space -> view.hasNeed(space, code))
                            .map(space -> link(space.key(), space.name()))
                            .toList(),
                    came.stream()
                            .map(key -> link(key, names.getOrDefault(key, key)))
                            .toList(),
                    changes(code).stream()
                            .flatMap(change -> change.went().stream())
                            .map(key -> names.getOrDefault(key, key))
                            .toList(),
                    document.offers().stream()
                            .filter(offer -> offer.needs().contains(code))
                            .map(offer -> offer.name() + ", " + offer.stakeholder())
                            .toList());
        });
    }

    private List<Edition.NeedChange> changes(String need) {
        return Stream.ofNullable(run().before())
                .flatMap(before -> before.needs().stream())
                .filter(change -> change.code().equals(need))
                .toList();
    }

    /** All indicators. */
    List<PortalPage.IndicatorRow> indicators() {
        return document.indicators().stream()
                .map(indicator -> new PortalPage.IndicatorRow(
                        BASE + "indikatoren/" + indicator.code() + lang,
                        indicator.definition().name(),
                        indicator.definition().theme() == null
                                ? w.of("indicators.theme.none")
                                : w.orCode("theme.", indicator.definition().theme()),
                        LevelWords.of(w, indicator.level(), indicator.levelName())
                                .many(),
                        w.orCode("unit.", indicator.definition().unit()),
                        w.numbers().count(indicator.range().shown())))
                .toList();
    }

    /** An indicator with the values of all spaces, the highest first; equal values share a rank. */
    Optional<PortalPage.Indicator> indicator(PortalPage.Frame frame, String code) {
        List<MonitoringDocument.Indicator> levels = document.indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .toList();
        if (levels.isEmpty()) {
            return Optional.empty();
        }
        MonitoringDocument.Definition definition = levels.get(0).definition();
        List<String> facts = new ArrayList<>();
        Stream.of(
                        definition.description(),
                        w.of("indicators.unit") + ": " + w.orCode("unit.", definition.unit()),
                        definition.source() == null ? null : w.of("indicators.source") + ": " + definition.source(),
                        definition.licence() == null ? null : w.of("table.licence") + ": " + definition.licence())
                .filter(Objects::nonNull)
                .forEach(facts::add);
        return Optional.of(new PortalPage.Indicator(
                frame, facts, levels.stream().map(this::ranking).toList()));
    }

    private PortalPage.Ranking ranking(MonitoringDocument.Indicator indicator) {
        record Entry(Space space, Value value) {}
        List<Entry> entries = document.spaces().stream()
                .filter(space -> space.level().equals(indicator.level()))
                .flatMap(space ->
                        Stream.ofNullable(space.values().get(indicator.code())).map(value -> new Entry(space, value)))
                .sorted(Comparator.comparing(
                                (Entry entry) -> entry.value().value(), Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(entry -> entry.space().key()))
                .toList();
        List<PortalPage.RankRow> rows = new ArrayList<>();
        long rank = 0;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (i == 0 || !equal(entries.get(i - 1).value(), entry.value())) {
                rank = i + 1L;
            }
            MonitoringDocument.Definition definition = indicator.definition();
            ValueStatus status = entry.value().status();
            rows.add(new PortalPage.RankRow(
                    entry.value().value() == null ? "" : w.numbers().count(rank),
                    SPACES + entry.space().key() + lang,
                    entry.space().name(),
                    w.shown(entry.value().value(), status, definition.kind(), definition.unit())));
        }
        return new PortalPage.Ranking(
                "ranking-" + indicator.level(),
                LevelWords.of(w, indicator.level(), indicator.levelName()).many() + ", "
                        + w.period(document.header().period()),
                rows);
    }

    private static boolean equal(Value one, Value other) {
        return one.value() != null && other.value() != null && one.value().compareTo(other.value()) == 0;
    }
}
