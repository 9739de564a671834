package de.quartierwerk.reporting.profile;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.freshness.Freshness;
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
import de.quartierwerk.reporting.text.Numbers;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what is published about a space. */
@ApplicationScoped
class ProfileService {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");
    private static final String[] TOPICS = {
        Topics.SOCIAL_SPACE,
        Topics.INDICATOR,
        Topics.VALUE_PUBLIC,
        Topics.CLASSIFICATION,
        Topics.STAKEHOLDER,
        Topics.FUNDING
    };

    private final Freshness freshness;
    private final Spaces spaces;
    private final PublishedRuns runs;
    private final ReleasedValues values;
    private final Indicators indicators;
    private final Offers offers;
    private final Grants grants;
    private final Notices notices;

    ProfileService(
            Freshness freshness,
            Spaces spaces,
            PublishedRuns runs,
            ReleasedValues values,
            Indicators indicators,
            Offers offers,
            Grants grants,
            Notices notices) {
        this.freshness = freshness;
        this.spaces = spaces;
        this.runs = runs;
        this.values = values;
        this.indicators = indicators;
        this.offers = offers;
        this.grants = grants;
        this.notices = notices;
    }

    /**
     * The profile of a space.
     *
     * @param asked null for the latest period with a result or value
     */
    SpaceProfile profile(String key, Period asked, Words words) {
        Freshness.State state = freshness.catchUp(TOPICS);
        Space known = find(key, asked == null ? LocalDate.now(GERMANY) : asked.last(), state);
        Map<String, List<PublicValue>> history = values.historyOf(key);
        Period period = asked == null ? latest(known, history) : asked;
        Space space = find(key, period.last(), state);
        Map<String, Level> levels = spaces.levels();
        return new SpaceProfile(
                space.key(),
                space.name(),
                space.level(),
                levelName(levels, space.level()),
                within(space, period, levels),
                space.areaSquareMetres(),
                space.validFrom(),
                space.validTo(),
                period.text(),
                notices.within(space.key(), period.last(), words),
                results(space, period),
                figures(space, period, history),
                offers(space),
                grants(space));
    }

    private Space find(String key, LocalDate day, Freshness.State state) {
        return spaces.find(key, day).orElseThrow(() -> state.missing(() -> new NotFound("space.unknown", key)));
    }

    /** The latest period of a result or value, else the present year. */
    private Period latest(Space space, Map<String, List<PublicValue>> history) {
        List<Run> covering = runs.covering(space.path(), null, null);
        Map<UUID, SpaceResult> results = runs.resultsOf(space.key(), covering);
        Stream<String> periods = Stream.concat(
                covering.stream().filter(run -> results.containsKey(run.id())).map(Run::period),
                history.values().stream().flatMap(Collection::stream).map(PublicValue::period));
        return periods.flatMap(period -> Period.parse(period).stream())
                .max(Comparator.comparing(Period::last).thenComparing(Period::first, Comparator.reverseOrder()))
                .or(() -> Period.parse(Year.now(GERMANY).toString()))
                .orElseThrow();
    }

    private List<SpaceProfile.Place> within(Space space, Period period, Map<String, Level> levels) {
        Map<String, Space> larger = spaces.byKey(space.path(), period.last());
        return space.path().stream()
                .filter(key -> !key.equals(space.key()))
                .map(larger::get)
                .filter(Objects::nonNull)
                .map(place -> new SpaceProfile.Place(place.key(), place.name(), levelName(levels, place.level())))
                .toList();
    }

    private List<SpaceProfile.Result> results(Space space, Period period) {
        List<Run> covering = runs.latest(space.path(), period, null);
        Map<UUID, SpaceResult> results = runs.resultsOf(space.key(), covering);
        return covering.stream()
                .filter(run -> results.containsKey(run.id()))
                .map(run -> result(run, results.get(run.id())))
                .toList();
    }

    private static SpaceProfile.Result result(Run run, SpaceResult result) {
        Map<String, ClassificationPublished.Need> titles = run.needs().stream()
                .collect(Collectors.toMap(
                        ClassificationPublished.Need::code,
                        Function.identity(),
                        (one, other) -> one,
                        LinkedHashMap::new));
        return new SpaceProfile.Result(
                run.id(),
                run.scheme(),
                run.schemeVersion(),
                run.schemeTitle(),
                run.publishedAt(),
                result.excluded(),
                run.indices().stream()
                        .filter(index -> result.indices().get(index.code()) != null)
                        .map(index -> index(index, result.indices().get(index.code())))
                        .toList(),
                result.group(),
                result.needs().stream()
                        .map(need -> new SpaceProfile.Need(
                                need.need(),
                                Optional.ofNullable(titles.get(need.need()))
                                        .map(ClassificationPublished.Need::title)
                                        .orElse(need.need()),
                                need.origin(),
                                need.reason()))
                        .toList());
    }

    private static SpaceProfile.Index index(
            ClassificationPublished.Index index, ClassificationPublished.IndexResult result) {
        return new SpaceProfile.Index(index.code(), index.title(), result.value(), result.classCode(), result.label());
    }

    private List<SpaceProfile.Figure> figures(Space space, Period period, Map<String, List<PublicValue>> history) {
        Map<String, PublicValue> current = values.in(period, List.of(space.key())).stream()
                .collect(Collectors.toMap(PublicValue::indicator, Function.identity()));
        Map<String, Indicator> definitions = indicators.of(
                history.values().stream().flatMap(Collection::stream).toList());
        Map<String, BigDecimal> medians = values.medians(period, sameLevel(space, period));
        return definitions.values().stream()
                .sorted(Comparator.comparing(
                                (Indicator definition) -> Objects.requireNonNullElse(definition.theme(), "\uffff"))
                        .thenComparing(Indicator::code))
                .map(definition -> figure(
                        definition,
                        current.get(definition.code()),
                        medians.get(definition.code()),
                        history.get(definition.code()),
                        period))
                .filter(figure -> !figure.history().isEmpty())
                .toList();
    }

    private List<String> sameLevel(Space space, Period period) {
        return spaces.within(space.path().get(0), period.last()).stream()
                .filter(other -> other.level().equals(space.level()))
                .map(Space::key)
                .toList();
    }

    /** An indicator with its values up to the end of the period. */
    private static SpaceProfile.Figure figure(
            Indicator definition, PublicValue current, BigDecimal median, List<PublicValue> history, Period period) {
        return new SpaceProfile.Figure(
                definition.code(),
                definition.name(),
                definition.unit(),
                definition.kind(),
                definition.polarity(),
                definition.theme(),
                definition.source(),
                definition.licence(),
                current == null ? null : value(current, definition),
                median,
                history.stream()
                        .filter(value -> !value.periodEnd().isAfter(period.last()))
                        .map(value -> value(value, definition))
                        .toList());
    }

    private static SpaceProfile.Value value(PublicValue value, Indicator definition) {
        String mark = Numbers.mark(value.value(), value.status(), definition.kind());
        boolean shown = Numbers.isShown(mark);
        return new SpaceProfile.Value(
                value.period(),
                shown ? value.value() : null,
                shown ? value.numerator() : null,
                shown ? value.denominator() : null,
                value.status(),
                mark,
                value.release());
    }

    private List<SpaceProfile.Offer> offers(Space space) {
        return offers.serving(List.of(space.key())).stream()
                .map(offer -> new SpaceProfile.Offer(
                        offer.key(),
                        offer.name(),
                        offer.stakeholder(),
                        offer.description(),
                        offer.targetGroup(),
                        offer.needs()))
                .toList();
    }

    private List<SpaceProfile.Grant> grants(Space space) {
        return grants.concerning(List.of(space.key())).stream()
                .map(grant -> new SpaceProfile.Grant(
                        grant.application(),
                        grant.applicant(),
                        grant.purpose(),
                        grant.amount().toPlainString(),
                        grant.paid().toPlainString(),
                        grant.currency(),
                        grant.body(),
                        grant.decidedOn()))
                .toList();
    }

    private static String levelName(Map<String, Level> levels, String code) {
        Level level = levels.get(code);
        return level == null ? code : level.name();
    }
}
