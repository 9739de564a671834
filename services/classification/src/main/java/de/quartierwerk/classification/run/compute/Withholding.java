package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.indicator.Indicators;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Withholds class, group and needs of spaces, and classes of larger areas, where they, together with those of all
 * earlier runs, would confine a suppressed count too far; by rank also those of public values that would tell it.
 */
@ApplicationScoped
public class Withholding {
    private final RunComputation computation;
    private final ConfinementStatements statements;
    private final Indicators indicators;
    private final Runs runs;

    Withholding(RunComputation computation, ConfinementStatements statements, Indicators indicators, Runs runs) {
        this.computation = computation;
        this.statements = statements;
        this.indicators = indicators;
        this.runs = runs;
    }

    /**
     * What is not to be known of an outcome.
     *
     * @param spaces positions of spaces without class, group and needs
     * @param areas keys of larger areas without classes and group
     */
    record Withheld(Set<Integer> spaces, Set<String> areas) {
        static final Withheld NOTHING = new Withheld(Set.of(), Set.of());

        Withheld {
            spaces = Set.copyOf(spaces);
            areas = Set.copyOf(areas);
        }
    }

    /**
     * Finds what a run has to withhold, and notes what the rest leaves possible. A run that repeats another one
     * withholds the same, whatever the catalogue asks for by now.
     */
    Withheld withhold(Run run, RunComputation.Task task, RunComputation.Columns columns, Outcome outcome) {
        if (task.publicOnly()) {
            return Withheld.NOTHING;
        }
        UUID first = run.origin().repeatOf();
        return first != null && runs.get(first).state() == Run.State.COMPLETED
                ? repeat(run.id(), first, outcome)
                : find(run.id(), task, columns, outcome);
    }

    private Withheld repeat(UUID run, UUID first, Outcome outcome) {
        List<String> withheld = statements.withheld(first);
        statements.withhold(run, withheld);
        Set<Integer> spaces = new HashSet<>();
        Set<String> areas = new HashSet<>();
        for (String key : withheld) {
            int position = Collections.binarySearch(outcome.territory().keys(), key);
            if (position >= 0) {
                spaces.add(position);
            } else {
                areas.add(key);
            }
        }
        return new Withheld(spaces, areas);
    }

    private Withheld find(UUID run, RunComputation.Task task, RunComputation.Columns columns, Outcome outcome) {
        List<PublicView> views = new ArrayList<>(PublicView.ofAreas(outcome));
        views.add(PublicView.ofSpaces(outcome));
        Map<String, Indicator> catalogue =
                indicators.find(task.scheme().indicators().keySet());
        ToIntFunction<String> minimum =
                code -> catalogue.containsKey(code) ? catalogue.get(code).minimumCount() : Indicator.USUAL_MINIMUM;
        PossibleCounts possible = new PossibleCounts(
                outcome, columns, views, minimum, changed -> computation.computeAgain(task, outcome, changed));
        List<PossibleCounts.Count> found = possible.find();
        if (found.isEmpty()) {
            return Withheld.NOTHING;
        }
        List<String> keys = outcome.territory().keys();
        Map<RunComputation.Key, LocalDate> days = days(task, found);
        List<ConfinementStatements.Left> counts = found.stream()
                .map(each -> new ConfinementStatements.Left(
                        each.key().indicator(),
                        Objects.requireNonNull(days.get(each.key())),
                        keys.get(each.position()),
                        each.count(),
                        Room.ALL))
                .toList();
        Map<ConfinementStatements.Left, Room> known = earlier(counts);
        List<ConfinementStatements.Left> earlier = counts.stream()
                .map(count -> count.with(known.getOrDefault(count, Room.ALL)))
                .toList();
        List<Set<Integer>> closed = closed(views, found, earlier);
        List<Set<Integer>> told = possible.told(found, lots(keys, days));
        IntStream.range(0, views.size()).forEach(v -> closed.get(v).addAll(told.get(v)));
        statements.store(IntStream.range(0, found.size())
                .mapToObj(i -> earlier.get(i)
                        .with(shown(views, closed, found.get(i), earlier.get(i).room())))
                .filter(left -> !left.room().isFull(minimum.applyAsInt(left.indicator())))
                .toList());
        Set<String> areas = new HashSet<>();
        for (int v = 0; v < views.size() - 1; v++) {
            closed.get(v).stream().map(views.get(v)::key).forEach(areas::add);
        }
        Set<Integer> spaces = closed.get(views.size() - 1);
        statements.withhold(
                run,
                Stream.concat(areas.stream(), spaces.stream().map(keys::get))
                        .sorted()
                        .toList());
        return new Withheld(spaces, areas);
    }

    /** What is known of counts; until the run is stored no other one learns more of the same indicators. */
    private Map<ConfinementStatements.Left, Room> earlier(List<ConfinementStatements.Left> counts) {
        Set<String> codes =
                counts.stream().map(ConfinementStatements.Left::indicator).collect(Collectors.toSet());
        Set<LocalDate> days =
                counts.stream().map(ConfinementStatements.Left::day).collect(Collectors.toSet());
        statements.lock(codes);
        Map<ConfinementStatements.Left, Room> known = new HashMap<>();
        statements.earlier(codes, days).forEach(left -> known.put(left.itself(), left.room()));
        return known;
    }

    /** Lots of counts, which always fall the same way; without the secret nobody knows how. */
    private Predicate<PossibleCounts.Count> lots(List<String> keys, Map<RunComputation.Key, LocalDate> days) {
        byte[] secret = statements.secret();
        return count -> {
            String name = count.key().indicator() + '\n' + days.get(count.key()) + '\n' + keys.get(count.position());
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return (mac.doFinal(name.getBytes(StandardCharsets.UTF_8))[0] & 1) == 1;
            } catch (GeneralSecurityException noSuchAlgorithm) {
                throw new IllegalStateException(noSuchAlgorithm);
            }
        };
    }

    /** The places of each view that have to be closed; the first views are kept open if possible. */
    private static List<Set<Integer>> closed(
            List<PublicView> views, List<PossibleCounts.Count> found, List<ConfinementStatements.Left> earlier) {
        List<Set<Integer>> closed =
                views.stream().<Set<Integer>>map(view -> new HashSet<>()).toList();
        for (int i = 0; i < found.size(); i++) {
            PossibleCounts.Count count = found.get(i);
            Room room = earlier.get(i).room();
            for (int v = 0; v < views.size(); v++) {
                int place = views.get(v).place(count.position());
                Room with = room.and(count.rooms().get(v));
                if (place >= 0 && !closed.get(v).contains(place)) {
                    if (with.isWide(count.minimum())) {
                        room = with;
                    } else {
                        closed.get(v).add(place);
                    }
                }
            }
        }
        return closed;
    }

    /** What earlier runs and the views that stay open leave possible. */
    private static Room shown(
            List<PublicView> views, List<Set<Integer>> closed, PossibleCounts.Count count, Room earlier) {
        Room room = earlier;
        for (int v = 0; v < views.size(); v++) {
            int place = views.get(v).place(count.position());
            if (place >= 0 && !closed.get(v).contains(place)) {
                room = room.and(count.rooms().get(v));
            }
        }
        return room;
    }

    /** The reference dates of columns; where several vectors make one, that of the first. */
    private Map<RunComputation.Key, LocalDate> days(RunComputation.Task task, List<PossibleCounts.Count> found) {
        Map<RunComputation.Key, Long> vectors = new HashMap<>();
        task.inputs()
                .forEach(input ->
                        vectors.putIfAbsent(new RunComputation.Key(input.indicator(), input.lag()), input.vector()));
        vectors.keySet().retainAll(found.stream().map(PossibleCounts.Count::key).collect(Collectors.toSet()));
        Map<Long, LocalDate> days = statements.days(vectors.values());
        return vectors.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> days.get(entry.getValue())));
    }

    /** Whether a run withholds class and needs of a space. */
    @Transactional
    public boolean of(UUID run, String space) {
        return statements.withholds(run, space);
    }
}
