package de.quartierwerk.classification.run.start;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.indicator.Indicators;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.classification.space.Spaces;
import de.quartierwerk.classification.space.TerritorySnapshot;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.classification.value.Values;
import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds out what a run is to work on, and refuses what cannot be run. */
@ApplicationScoped
public class RunPlan {
    private final Spaces spaces;
    private final Indicators indicators;
    private final Values values;
    private final Clock clock;

    RunPlan(Spaces spaces, Indicators indicators, Values values, Clock clock) {
        this.spaces = spaces;
        this.indicators = indicators;
        this.values = values;
        this.clock = clock;
    }

    /**
     * What is asked for, beside the scheme.
     *
     * @param period period, as written
     * @param area space whose subtree is classified; null for the whole installation
     * @param asOf which spaces were valid; null for the end of the period
     * @param recordedAt what was known; null for now
     * @param exclusions spaces left out
     */
    public record Order(
            String period,
            @Nullable String area,
            @Nullable LocalDate asOf,
            @Nullable Instant recordedAt,
            List<RunRequest.Exclusion> exclusions) {}

    /**
     * What a run works on.
     *
     * @param period the period
     * @param areaPath keys from the root down to the area, empty without one
     * @param asOf which spaces were valid
     * @param recordedAt what was known
     * @param snapshot the spaces
     * @param inputs vectors of values
     * @param unseenReleases releases with such values of which not all batches have arrived
     * @param polarities declared polarity of the indicators
     * @param kinds their kind
     * @param exclusions reason by space
     * @param spaces number of spaces classified
     */
    public record Plan(
            Period period,
            List<String> areaPath,
            LocalDate asOf,
            Instant recordedAt,
            TerritorySnapshot snapshot,
            List<Input> inputs,
            List<UUID> unseenReleases,
            Map<String, String> polarities,
            Map<String, String> kinds,
            Map<String, String> exclusions,
            int spaces) {}

    /**
     * How large a run is.
     *
     * @param spaces number of spaces classified
     * @param numbers numbers it computes with: all spaces of the level times the scheme's columns
     */
    public record Size(int spaces, long numbers) {}

    /** How large a run would be, found out without reading any of it. */
    @Transactional
    public Size size(Scheme scheme, Order order) {
        Spaces.Count count = spaces.count(scheme.level(), day(scheme, order), order.area());
        return new Size(count.inside(), scheme.columns() * count.all());
    }

    /** The period of a request. */
    public static Period period(String text) {
        return Period.parse(text)
                .orElseThrow(() ->
                        new Invalid("run.invalid", List.of(InputError.at("/period", "period.malformed", text, text))));
    }

    /** Keys from the root down to the area of a request, empty without one. */
    @Transactional
    public List<String> areaPath(Order order) {
        LocalDate asOf = order.asOf();
        if (order.area() == null || asOf != null) {
            return areaPath(order.area(), asOf == null ? LocalDate.now(clock) : asOf);
        }
        LocalDate end = endOf(order);
        return spaces.path(order.area(), end).orElseGet(() -> areaPath(order.area(), LocalDate.now(clock)));
    }

    private List<String> areaPath(@Nullable String area, LocalDate day) {
        if (area == null) {
            return List.of();
        }
        return spaces.path(area, day)
                .orElseThrow(
                        () -> new Invalid("run.invalid", List.of(InputError.at("/area", "space.unknown", area, area))));
    }

    /**
     * Plans a run.
     *
     * @throws Invalid where the period is malformed, the area or an excluded space unknown, or the level has no spaces
     */
    @Transactional
    public Plan plan(Scheme scheme, Order order) {
        Period period = period(order.period());
        LocalDate day = day(scheme, order);
        List<String> areaPath = areaPath(order.area(), day);
        Instant recordedAt =
                Objects.requireNonNullElseGet(order.recordedAt(), () -> values.knownUntil(clock.instant()));
        boolean withAreas = scheme.indicators().containsKey(Indicator.AREA);
        List<String> attributes = attributes(scheme);
        TerritorySnapshot snapshot = spaces.territory(scheme.level(), day, withAreas, attributes);
        boolean[] inside = inside(snapshot.territory(), order.area());
        int count = 0;
        for (boolean one : inside) {
            count += one ? 1 : 0;
        }
        if (count == 0) {
            throw new Invalid("run.no-spaces", scheme.level(), day);
        }
        Map<String, String> exclusions = exclusions(order.exclusions(), snapshot.territory(), inside, day);
        Map<String, String> polarities = new TreeMap<>();
        Map<String, String> kinds = new TreeMap<>();
        indicators.find(scheme.indicators().keySet()).forEach((code, found) -> {
            polarities.put(code, found.polarity());
            kinds.put(code, found.kind());
        });
        // in this order: a release that arrives in between is seen
        Set<UUID> arriving = values.arriving(scheme.indicators(), period, recordedAt);
        List<Input> inputs = values.inputs(scheme.indicators(), period, recordedAt);
        inputs.forEach(input -> arriving.remove(input.release()));
        return new Plan(
                period,
                areaPath,
                day,
                recordedAt,
                snapshot,
                inputs,
                List.copyOf(arriving),
                polarities,
                kinds,
                exclusions,
                count);
    }

    /** Names of the attributes that a scheme asks of spaces; groups may be levels instead. */
    private List<String> attributes(Scheme scheme) {
        Set<String> levels = spaces.ranks().keySet();
        Set<String> wanted = scheme.universe().where().stream()
                .map(Universe.Attribute::attribute)
                .collect(Collectors.toSet());
        return scheme.attributes().stream()
                .filter(name -> wanted.contains(name) || !levels.contains(name))
                .toList();
    }

    /**
     * Which spaces a run takes: those of the day asked for, else those of the end of its period. Where the level had
     * none then, it takes today's; the day stands in the run.
     */
    private LocalDate day(Scheme scheme, Order order) {
        LocalDate asOf = order.asOf();
        if (asOf != null) {
            return asOf;
        }
        LocalDate end = endOf(order);
        return spaces.count(scheme.level(), end, order.area()).inside() > 0 ? end : LocalDate.now(clock);
    }

    /** The last day of the period, or today while the period lasts. */
    private LocalDate endOf(Order order) {
        LocalDate end = period(order.period()).last();
        LocalDate today = LocalDate.now(clock);
        return end.isBefore(today) ? end : today;
    }

    private static boolean[] inside(Territory territory, @Nullable String area) {
        if (area != null) {
            return territory.within(area);
        }
        boolean[] inside = new boolean[territory.size()];
        Arrays.fill(inside, true);
        return inside;
    }

    private Map<String, String> exclusions(
            List<RunRequest.Exclusion> asked, Territory territory, boolean[] inside, LocalDate day) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < inside.length; i++) {
            positions.put(territory.keys().get(i), i);
        }
        Map<String, String> exclusions = new LinkedHashMap<>();
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            RunRequest.Exclusion exclusion = asked.get(i);
            String at = "/exclusions/" + i;
            String space = exclusion == null ? null : exclusion.space();
            if (space == null || space.isBlank()) {
                errors.add(InputError.at(at + "/space", "run.exclusion-without-space", space));
                continue;
            }
            if (exclusion.reason() == null || exclusion.reason().isBlank()) {
                errors.add(InputError.at(at + "/reason", "run.exclusion-without-reason", exclusion.reason(), space));
            }
            Integer position = positions.get(space);
            if (position == null || !inside[position]) {
                boolean known = spaces.path(space, day).isPresent();
                String code = known ? "run.exclusion-outside" : "space.unknown";
                errors.add(InputError.at(at + "/space", code, space, space));
            } else if (exclusions.put(space, exclusion.reason()) != null) {
                errors.add(InputError.at(at + "/space", "run.exclusion-twice", space, space));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("run.invalid", errors);
        }
        return exclusions;
    }
}
