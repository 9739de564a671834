package de.quartierwerk.reporting.profile;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.reporting.classification.PublishedRuns;
import de.quartierwerk.reporting.classification.Run;
import de.quartierwerk.reporting.classification.SpaceResult;
import de.quartierwerk.reporting.freshness.Freshness;
import de.quartierwerk.reporting.funding.Grants;
import de.quartierwerk.reporting.indicator.Indicators;
import de.quartierwerk.reporting.indicator.PublicValue;
import de.quartierwerk.reporting.indicator.ReleasedValues;
import de.quartierwerk.reporting.space.Notices;
import de.quartierwerk.reporting.space.Space;
import de.quartierwerk.reporting.space.Spaces;
import de.quartierwerk.reporting.stakeholder.Offers;
import de.quartierwerk.reporting.text.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is published about a space. */
@ApplicationScoped
class ProfileService {
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
        Map<String, List<PublicValue>> history = values.historyOf(key, known.validFrom());
        Period period = asked == null ? latest(known, history) : asked;
        Space space = asked == null ? find(key, period.last(), state) : known;
        if (!space.validFrom().equals(known.validFrom())) {
            history = values.historyOf(key, space.validFrom());
        }
        ProfileData.Place place =
                new ProfileData.Place(space, spaces.byKey(space.path(), period.last()), spaces.levels());
        return ProfileAssembler.assemble(new ProfileData(
                place,
                period,
                results(space, period),
                figures(place, period, history),
                offers.serving(List.of(key)),
                grants.concerning(List.of(key)),
                notices.within(key, period.last(), words)));
    }

    private Space find(String key, LocalDate day, Freshness.State state) {
        return spaces.find(key, day).orElseThrow(() -> state.missing(() -> new NotFound("space.unknown", key)));
    }

    /** The latest period of a result or value, else the present year. */
    private Period latest(Space space, Map<String, List<PublicValue>> history) {
        List<Run> covering = runs.covering(space.path(), null, null);
        Map<UUID, SpaceResult> results = runs.resultsOf(space, covering);
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

    private List<ProfileData.RunResult> results(Space space, Period period) {
        List<Run> covering = runs.latest(space.path(), period, null);
        Map<UUID, SpaceResult> results = runs.resultsOf(space, covering);
        return covering.stream()
                .flatMap(run ->
                        Stream.ofNullable(results.get(run.id())).map(result -> new ProfileData.RunResult(run, result)))
                .toList();
    }

    private ProfileData.Figures figures(
            ProfileData.Place place, Period period, Map<String, List<PublicValue>> history) {
        Space space = place.space();
        List<PublicValue> all =
                history.values().stream().flatMap(Collection::stream).toList();
        List<Space> sameLevel = spaces.within(space.path().get(0), period.last()).stream()
                .filter(other -> other.level().equals(space.level()))
                .toList();
        List<Space> larger = place.larger().values().stream()
                .filter(other -> !other.key().equals(space.key()))
                .toList();
        return new ProfileData.Figures(
                indicators.of(all),
                history,
                values.in(period, Space.since(List.of(space))).stream()
                        .collect(Collectors.toMap(PublicValue::indicator, Function.identity())),
                new Surroundings(
                        sameLevel, values.in(period, Space.since(sameLevel)), values.in(period, Space.since(larger))));
    }
}
