package de.quartierwerk.reporting.profile;

import de.quartierwerk.reporting.chart.Sparkline;
import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.map.Drawing;
import de.quartierwerk.reporting.map.SvgMap;
import de.quartierwerk.reporting.text.Shown;
import de.quartierwerk.reporting.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of a profile. */
final class ProfilePages {
    private static final String HERE = "#a63603";
    private static final String AROUND = "#f2efe9";

    private final ProfileResponse profile;
    private final Words w;

    private ProfilePages(ProfileResponse profile, Words w) {
        this.profile = profile;
        this.w = w;
    }

    /**
     * The page of a profile.
     *
     * @param drawing the space among its neighbours
     * @param css style sheet
     */
    static ProfilePage of(ProfileResponse profile, Drawing drawing, Words w, String css) {
        return new ProfilePages(profile, w).page(drawing, css);
    }

    private ProfilePage page(Drawing drawing, String css) {
        String around = profile.within().isEmpty()
                ? w.of("profile.map.alone")
                : w.of(
                        "profile.map.within",
                        profile.within().get(profile.within().size() - 1).name());
        return new ProfilePage(
                w,
                css,
                profile,
                w.period(profile.period()),
                facts(),
                map(drawing, around),
                around,
                profile.results().stream().map(this::result).toList(),
                themes(),
                profile.grants().stream().map(this::grant).toList(),
                profile.indicators().stream()
                        .map(figure -> Stream.of(figure.source(), figure.licence())
                                .filter(text -> text != null && !text.isBlank())
                                .collect(Collectors.joining(", ")))
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList());
    }

    private List<ProfilePage.Fact> facts() {
        List<ProfilePage.Fact> facts = new ArrayList<>();
        facts.add(new ProfilePage.Fact(w.of("results.key"), profile.key()));
        facts.add(new ProfilePage.Fact(w.of("profile.level"), profile.levelName(), true, false));
        profile.within()
                .forEach(place -> facts.add(new ProfilePage.Fact(place.levelName(), place.name(), false, true)));
        if (profile.areaSquareMetres() != null) {
            facts.add(new ProfilePage.Fact(w.of("profile.area"), w.numbers().area(profile.areaSquareMetres())));
        }
        facts.add(new ProfilePage.Fact(
                w.of("profile.valid"),
                profile.validTo() == null
                        ? w.of("profile.valid.from", w.day(profile.validFrom()))
                        : w.of("profile.valid.until", w.day(profile.validFrom()), w.day(profile.validTo()))));
        return facts;
    }

    private @Nullable String map(Drawing drawing, String description) {
        boolean drawn = drawing.shapes().stream().anyMatch(shape -> shape.key().equals(profile.key()));
        if (!drawn) {
            return null;
        }
        Map<String, SvgMap.Look> looks = drawing.shapes().stream()
                .collect(Collectors.toMap(
                        Drawing.Shape::key,
                        shape -> SvgMap.Look.of(shape.key().equals(profile.key()) ? HERE : AROUND, null, false, null)));
        return SvgMap.of(drawing, new SvgMap.Frame("place", profile.name(), description, true), looks);
    }

    private ProfilePage.ResultView result(ProfileResponse.Result result) {
        return new ProfilePage.ResultView(
                result.classifiedBy().schemeTitle(),
                result.excluded() == null ? null : w.of("results.excluded", result.excluded()),
                result.indices().stream()
                        .map(index -> new ProfilePage.IndexView(
                                index.title(),
                                index.classCode(),
                                index.label() == null || index.label().equals(index.classCode()) ? null : index.label(),
                                w.shown(
                                        index.value(),
                                        index.value() == null ? ValueStatus.SUPPRESSED : ValueStatus.NORMAL,
                                        IndicatorKind.INDEX,
                                        "index")))
                        .toList(),
                result.group(),
                result.needs().stream()
                        .map(need -> new ProfilePage.NeedView(
                                need.code(),
                                need.title(),
                                w.of(
                                        need.origin() == NeedOrigin.RULE
                                                ? "results.need.rule"
                                                : "results.need.qualitative"),
                                need.reason()))
                        .toList());
    }

    private List<ProfilePage.ThemeView> themes() {
        Map<String, List<ProfileResponse.Figure>> byTheme = profile.indicators().stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.theme() == null
                                ? w.of("indicators.theme.none")
                                : w.orCode("theme.", figure.theme()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<ProfilePage.ThemeView> themes = new ArrayList<>();
        byTheme.forEach((title, figures) -> themes.add(new ProfilePage.ThemeView(
                "theme" + (themes.size() + 1),
                title,
                figures.stream().map(this::row).toList())));
        return themes;
    }

    private ProfilePage.Row row(ProfileResponse.Figure figure) {
        ProfileResponse.Value value = figure.value();
        List<ProfileResponse.Value> history = figure.history();
        return new ProfilePage.Row(
                figure.name(),
                w.orCode("unit.", figure.unit()),
                value == null ? shown(figure, null, ValueStatus.MISSING) : shown(figure, value.value(), value.status()),
                value == null ? "" : w.period(value.period()),
                figure.median() == null ? null : shown(figure, figure.median(), ValueStatus.NORMAL),
                figure.rank() == null
                        ? ""
                        : w.of(
                                "profile.rank.of",
                                figure.rank().rank(),
                                figure.rank().of()),
                figure.larger().stream()
                        .map(larger -> larger.value() == null
                                ? "–"
                                : shown(figure, larger.value(), ValueStatus.NORMAL)
                                        .text())
                        .toList(),
                Sparkline.of(history.stream().map(ProfileResponse.Value::value).toList())
                        .orElse(null),
                history.size() < 2
                        ? List.of()
                        : history.stream()
                                .map(past -> new ProfilePage.Point(
                                        w.period(past.period()), shown(figure, past.value(), past.status())))
                                .toList());
    }

    private Shown shown(ProfileResponse.Figure figure, @Nullable BigDecimal value, ValueStatus status) {
        return w.shown(value, status, figure.kind(), figure.unit());
    }

    private ProfilePage.GrantRow grant(ProfileResponse.Grant grant) {
        return new ProfilePage.GrantRow(
                grant.applicant(),
                grant.purpose(),
                w.numbers().money(grant.amount(), grant.currency()),
                w.of("grants.decided", grant.body(), w.day(grant.decidedOn())));
    }
}
