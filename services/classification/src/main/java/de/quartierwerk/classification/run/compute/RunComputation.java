package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Coded;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.Figures;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.space.TerritorySnapshot;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.classification.value.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the columns that a scheme asks for and computes it. */
@ApplicationScoped
public class RunComputation {
    private final Values values;

    RunComputation(Values values) {
        this.values = values;
    }

    /**
     * All that a computation works on.
     *
     * @param scheme the scheme
     * @param snapshot spaces of its level
     * @param inputs vectors of its indicators
     * @param polarities declared polarity of its indicators
     * @param kinds their kind
     * @param publicOnly whether suppressed values count as missing
     * @param area space whose subtree is classified; null for all spaces
     * @param excluded keys of the spaces left out
     */
    public record Task(
            Scheme scheme,
            TerritorySnapshot snapshot,
            List<Input> inputs,
            Map<String, String> polarities,
            Map<String, String> kinds,
            boolean publicOnly,
            @Nullable String area,
            Collection<String> excluded) {
        boolean mayCount(String indicator) {
            return Indicator.COUNT.equals(kinds.get(indicator));
        }
    }

    /** Computes a task; the same task gives the same bits. */
    @Transactional
    public Outcome compute(Task task) {
        return compute(task, () -> {});
    }

    /**
     * Computes a task that may be given up.
     *
     * @param proceed called before every longer step; throws to give it up
     */
    @Transactional
    public Outcome compute(Task task, Runnable proceed) {
        return compute(task, columns(task), proceed);
    }

    private Outcome compute(Task task, Map<Key, Column> columns, Runnable proceed) {
        Territory territory = task.snapshot().territory();
        Map<Key, Column> areas = ofAreas(task);
        Figures figures = new Figures() {
            @Override
            public Column column(String indicator, int lag) {
                return Objects.requireNonNull(
                        columns.get(new Key(indicator, indicator.equals(Indicator.AREA) ? 0 : lag)));
            }

            @Override
            public @Nullable Column areas(String indicator, int lag) {
                return areas.get(new Key(indicator, lag));
            }

            @Override
            public void proceed() {
                proceed.run();
            }

            @Override
            public Polarity polarity(String indicator) {
                return Coded.of(Polarity.class, task.polarities().getOrDefault(indicator, "neutral"));
            }

            @Override
            public @Nullable String attribute(int position, String name) {
                return task.snapshot().texts(name).get(position);
            }
        };
        return Classification.compute(task.scheme(), territory, figures, selection(task));
    }

    /**
     * What classes and needs of its space leave possible of a suppressed count.
     *
     * @param vector one of the vectors that the indicator's values come from
     * @param position of the space
     * @param possible neighbours of the count that would have led to the same, as bits; none for a class by rank that
     *     lies between two neighbouring public values
     */
    record Possible(String indicator, long vector, int position, double count, int possible) {}

    /** What an outcome leaves possible of all suppressed counts that take part. */
    @Transactional
    List<Possible> possible(Task task, Outcome outcome) {
        List<Possible> found = new ArrayList<>();
        Map<Key, Column> columns = columns(task);
        for (Input input : task.inputs()) {
            Column column = columns.get(new Key(input.indicator(), input.lag()));
            boolean first = task.inputs().stream()
                    .filter(other -> other.indicator().equals(input.indicator()) && other.lag() == input.lag())
                    .findFirst()
                    .filter(input::equals)
                    .isPresent();
            if (first && column != null) {
                int[] possible = possible(task, columns, input, outcome);
                for (int i = 0; i < column.size(); i++) {
                    if (column.guarded(i) && takesPart(outcome, i) && !Double.isNaN(column.count(i))) {
                        found.add(new Possible(input.indicator(), input.vector(), i, column.count(i), possible[i]));
                    }
                }
            }
        }
        return found;
    }

    private int[] possible(Task task, Map<Key, Column> columns, Input input, Outcome outcome) {
        Key key = new Key(input.indicator(), input.lag());
        Column column = Objects.requireNonNull(columns.get(key));
        int[] possible = new int[column.size()];
        if (IntStream.range(0, column.size()).noneMatch(column::guarded)) {
            return possible;
        }
        Map<Key, Column> changed = new HashMap<>(columns);
        for (int step = -Confinement.FARTHEST; step <= Confinement.FARTHEST; step++) {
            changed.put(key, Confinement.shifted(column, step));
            Outcome other = step == 0 ? outcome : compute(task, changed, () -> {});
            for (int i = 0; i < column.size(); i++) {
                if (column.guarded(i)
                        && Confinement.isPossible(column, i, step)
                        && Confinement.same(outcome, other, i)) {
                    possible[i] |= Confinement.bit(step);
                }
            }
        }
        if (byRank(task.scheme())) {
            Column higher = Confinement.beyondNext(column, true);
            Column lower = Confinement.beyondNext(column, false);
            changed.put(key, higher);
            Outcome above = compute(task, changed, () -> {});
            changed.put(key, lower);
            Outcome below = compute(task, changed, () -> {});
            for (int i = 0; i < column.size(); i++) {
                boolean notAbove = higher.value(i) == column.value(i) || !Confinement.same(outcome, above, i);
                boolean notBelow = lower.value(i) == column.value(i) || !Confinement.same(outcome, below, i);
                if (column.guarded(i) && notAbove && notBelow) {
                    possible[i] = 0;
                }
            }
        }
        return possible;
    }

    private static boolean takesPart(Outcome outcome, int position) {
        return outcome.inside(position) && outcome.exclusion(position) == Exclusion.NONE;
    }

    private static boolean byRank(Scheme scheme) {
        return scheme.indices().stream()
                .map(Index::classes)
                .anyMatch(classes -> classes != null && classes.method() == ClassRule.Method.QUANTILES);
    }

    /** Whether a value that the public does not see as it is takes part for a space that is not left out. */
    @Transactional
    public boolean guarded(Task task) {
        if (!values.anyGuarded(task.inputs())) {
            return false;
        }
        List<String> keys = task.snapshot().territory().keys();
        return columns(task).values().stream()
                .anyMatch(column -> IntStream.range(0, keys.size())
                        .anyMatch(i -> column.guarded(i) && !task.excluded().contains(keys.get(i))));
    }

    private record Key(String indicator, int lag) {}

    private Map<Key, Column> columns(Task task) {
        Map<Key, List<Long>> vectors = vectors(task);
        Values.Positions positions = values.positions(task.snapshot());
        Map<Key, Column> columns = new HashMap<>();
        task.scheme()
                .indicators()
                .forEach((indicator, lags) -> lags.forEach(lag -> {
                    Key key = new Key(indicator, lag);
                    columns.put(
                            key,
                            indicator.equals(Indicator.AREA)
                                    ? areas(task.snapshot())
                                    : values.column(
                                            vectors.getOrDefault(key, List.of()),
                                            positions,
                                            task.mayCount(indicator),
                                            task.publicOnly()));
                }));
        return columns;
    }

    /** The values of larger areas that may take the place of missing ones. */
    private Map<Key, Column> ofAreas(Task task) {
        Set<String> wanted = task.scheme().ofAreas();
        Map<Key, Column> columns = new HashMap<>();
        if (wanted.isEmpty()) {
            return columns;
        }
        List<String> keys = task.snapshot().territory().areas().stream()
                .map(Territory.Area::key)
                .toList();
        Values.Positions positions =
                values.positions(new TerritorySnapshot(Territory.flat("areas", keys), List.of(), Map.of(), List.of()));
        vectors(task).forEach((key, vectors) -> {
            if (wanted.contains(key.indicator())) {
                boolean counts = task.mayCount(key.indicator());
                columns.put(key, values.column(vectors, positions, counts, task.publicOnly()));
            }
        });
        return columns;
    }

    private static Map<Key, List<Long>> vectors(Task task) {
        Map<Key, List<Long>> vectors = new HashMap<>();
        task.inputs()
                .forEach(input -> vectors.computeIfAbsent(
                                new Key(input.indicator(), input.lag()), key -> new ArrayList<>())
                        .add(input.vector()));
        return vectors;
    }

    private static Column areas(TerritorySnapshot snapshot) {
        double[] areas = new double[snapshot.territory().size()];
        for (int i = 0; i < areas.length; i++) {
            Double area = snapshot.squareKilometres().get(i);
            areas[i] = area == null ? Double.NaN : area;
        }
        return Column.of(areas);
    }

    private static Selection selection(Task task) {
        Territory territory = task.snapshot().territory();
        boolean[] excluded = new boolean[territory.size()];
        for (int i = 0; i < excluded.length; i++) {
            excluded[i] = task.excluded().contains(territory.keys().get(i));
        }
        if (task.area() == null) {
            return Selection.without(excluded);
        }
        return new Selection(territory.within(task.area()), excluded);
    }
}
