package de.quartierwerk.reporting.profile;

import de.quartierwerk.events.ClassificationPublished;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SchemeVersion;
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
import de.quartierwerk.reporting.text.Mark;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what is published about a space. */
@ApplicationScoped
class ProfileService {
    /** Sorts indicators without a theme behind all themes. */
    private static final String LAST = "\uffff";

    private final Freshness freshness;
    private final Spaces spaces;
    private final PublishedRuns runs;
    private final ReleasedValues values;
    private final Indicators indicators;
    private final Offers offers;
    private final Grants grants;
    private final Notices notices;
    private final Clock clock;

    ProfileService(
            Freshness freshness,
            Spaces spaces,
            PublishedRuns runs,
            ReleasedValues values,
            Indicators indicators,
            Offers offers,
            Grants grants,
            Notices notices,
            Clock clock) {
        this.freshness = freshness;
        this.spaces = spaces;
        this.runs = runs;
        this.values = values;
        this.indicators = indicators;
        this.offers = offers;
        this.grants = grants;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The profile of a space.
     *
     * @param asked null for the latest period with a result or value
     */
    ProfileResponse profile(String key, @Nullable Period asked, Words words) {
        Freshness.State state = freshness.catchUpAll();
        Space known = find(key, asked == null ? LocalDate.now(clock) : asked.last(), state);
        Map<String, List<PublicValue>> history = values.historyOf(key);
        Period period = asked == null ? latest(known, history) : asked;
        Space space = find(key, period.last(), state);
        Map<String, Level> levels = spaces.levels();
        return new ProfileResponse(
                space.key(),
                space.name(),
                space.level(),
                Level.nameOf(space.level(), levels),
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
        Stream<Period> ofRuns =
                covering.stream().filter(run -> results.containsKey(run.id())).map(Run::period);
        Stream<Period> ofValues = history.values().stream()
                .flatMap(Collection::stream)
                .flatMap(value -> Period.parse(value.period()).stream());
        return Stream.concat(ofRuns, ofValues)
                .max(Comparator.comparing(Period::last).thenComparing(Period::first, Comparator.reverseOrder()))
                .or(() -> Period.parse(Year.now(clock).toString()))
                .orElseThrow();
    }

    private List<ProfileResponse.Place> within(Space space, Period period, Map<String, Level> levels) {
        Map<String, Space> larger = spaces.byKey(space.path(), period.last());
        return space.path().stream()
                .filter(key -> !key.equals(space.key()))
                .map(larger::get)
                .filter(Objects::nonNull)
                .map(place -> new ProfileResponse.Place(place.key(), place.name(), Level.nameOf(place.level(), levels)))
                .toList();
    }

    private List<ProfileResponse.Result> results(Space space, Period period) {
        List<Run> covering = runs.latest(space.path(), period, null);
        Map<UUID, SpaceResult> results = runs.resultsOf(space.key(), covering);
        return covering.stream()
                .flatMap(run -> Stream.ofNullable(results.get(run.id())).map(result -> result(run, result)))
                .toList();
    }

    private static ProfileResponse.Result result(Run run, SpaceResult result) {
        Map<String, String> titles = run.needs().stream()
                .collect(Collectors.toMap(
                        ClassificationPublished.Need::code, ClassificationPublished.Need::title, (one, other) -> one));
        return new ProfileResponse.Result(
                run.id(),
                SchemeVersion.of(run),
                run.publication().at(),
                result.excluded(),
                run.indices().stream()
                        .flatMap(index -> Stream.ofNullable(result.indices().get(index.code()))
                                .map(found -> index(index, found)))
                        .toList(),
                result.group(),
                result.needs().stream()
                        .map(need -> new ProfileResponse.Need(
                                need.code(),
                                titles.getOrDefault(need.code(), need.code()),
                                need.origin(),
                                need.reason()))
                        .toList());
    }

    private static ProfileResponse.Index index(
            ClassificationPublished.Index index, ClassificationPublished.IndexResult result) {
        return new ProfileResponse.Index(
                index.code(), index.title(), result.value(), result.classCode(), result.label());
    }

    private List<ProfileResponse.Figure> figures(Space space, Period period, Map<String, List<PublicValue>> history) {
        Map<String, PublicValue> current = values.in(period, List.of(space.key())).stream()
                .collect(Collectors.toMap(PublicValue::indicator, Function.identity()));
        Map<String, Indicator> definitions = indicators.of(
                history.values().stream().flatMap(Collection::stream).toList());
        Map<String, BigDecimal> medians = values.medians(period, sameLevel(space, period));
        return definitions.values().stream()
                .sorted(Comparator.comparing((Indicator indicator) -> Objects.requireNonNullElse(
                                indicator.definition().theme(), LAST))
                        .thenComparing(Indicator::code))
                .map(indicator -> figure(
                        indicator,
                        current.get(indicator.code()),
                        medians.get(indicator.code()),
                        history.getOrDefault(indicator.code(), List.of()),
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
    private static ProfileResponse.Figure figure(
            Indicator indicator,
            @Nullable PublicValue current,
            @Nullable BigDecimal median,
            List<PublicValue> history,
            Period period) {
        Indicator.Definition definition = indicator.definition();
        return new ProfileResponse.Figure(
                indicator.code(),
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

    private static ProfileResponse.Value value(PublicValue value, Indicator.Definition definition) {
        Mark mark = Mark.of(value.value(), value.status(), definition.kind());
        boolean shown = Mark.showsNumber(mark);
        return new ProfileResponse.Value(
                value.period(),
                shown ? value.value() : null,
                shown ? value.numerator() : null,
                shown ? value.denominator() : null,
                value.status(),
                mark,
                value.release());
    }

    private List<ProfileResponse.Offer> offers(Space space) {
        return offers.serving(List.of(space.key())).stream()
                .map(offer -> new ProfileResponse.Offer(
                        offer.key(),
                        offer.name(),
                        offer.stakeholder(),
                        offer.description(),
                        offer.targetGroup(),
                        offer.needs()))
                .toList();
    }

    private List<ProfileResponse.Grant> grants(Space space) {
        return grants.concerning(List.of(space.key())).stream()
                .map(grant -> new ProfileResponse.Grant(
                        grant.application(),
                        grant.applicant(),
                        grant.purpose(),
                        grant.money().amount().toPlainString(),
                        grant.money().paid().toPlainString(),
                        grant.money().currency(),
                        grant.decision().body(),
                        grant.decision().day()))
                .toList();
    }
}
