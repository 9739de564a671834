package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Coded;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Figures;
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

    /**
     * The values that a computation works on.
     *
     * @param ofSpaces of the spaces of the level
     * @param ofAreas of the larger areas that may take the place of missing ones
     * @param published of the spaces as the public sees them, by indicator; only for the scheme's minimum
     */
    record Columns(Map<Key, Column> ofSpaces, Map<Key, Column> ofAreas, Map<String, Column> published) {
        Columns(Map<Key, Column> ofSpaces, Map<Key, Column> ofAreas) {
            this(ofSpaces, ofAreas, Map.of());
        }

        /** The same with other values of some indicators. */
        Columns with(Map<Key, Column> others) {
            Map<Key, Column> changed = new HashMap<>(ofSpaces);
            changed.putAll(others);
            return new Columns(changed, ofAreas, published);
        }
    }

    /** An indicator, so many periods before that of the run. */
    record Key(String indicator, int lag) {}

    /** Computes a task from its values. */
    Outcome compute(Task task, Columns columns) {
        return compute(task, columns, () -> {});
    }

    /** Computes an outcome of a task again with some other values. */
    Outcome computeAgain(Task task, Outcome outcome, Columns columns) {
        return outcome.with(figures(task, columns, () -> {}));
    }

    private static Outcome compute(Task task, Columns columns, Runnable proceed) {
        return Classification.compute(
                task.scheme(), task.snapshot().territory(), figures(task, columns, proceed), selection(task));
    }

    private static Figures figures(Task task, Columns columns, Runnable proceed) {
        return new Figures() {
            @Override
            public Column column(String indicator, int lag) {
                return Objects.requireNonNull(
                        columns.ofSpaces().get(new Key(indicator, indicator.equals(Indicator.AREA) ? 0 : lag)));
            }

            @Override
            public Column published(String indicator) {
                Column found = columns.published().get(indicator);
                return found == null ? Figures.super.published(indicator) : found;
            }

            @Override
            public @Nullable Column areas(String indicator, int lag) {
                return columns.ofAreas().get(new Key(indicator, lag));
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
    }

    /** Whether a value that the public does not see as it is takes part for a space that is not left out. */
    @Transactional
    public boolean guarded(Task task) {
        if (!values.anyGuarded(task.inputs())) {
            return false;
        }
        List<String> keys = task.snapshot().territory().keys();
        return ofSpaces(task, vectors(task)).values().stream()
                .anyMatch(column -> IntStream.range(0, keys.size())
                        .anyMatch(i -> column.guarded(i) && !task.excluded().contains(keys.get(i))));
    }

    /** Reads the values of a task. */
    @Transactional
    Columns columns(Task task) {
        Map<Key, List<Long>> vectors = vectors(task);
        return new Columns(ofSpaces(task, vectors), ofAreas(task, vectors), published(task, vectors));
    }

    /** What the public sees of the indicator of the scheme's minimum; a rounded value is there as rounded. */
    private Map<String, Column> published(Task task, Map<Key, List<Long>> vectors) {
        String indicator = task.scheme().universe().minimumIndicator();
        if (indicator == null || indicator.equals(Indicator.AREA) || task.publicOnly()) {
            return Map.of();
        }
        List<Long> of = vectors.getOrDefault(new Key(indicator, 0), List.of());
        Values.Positions positions = values.positions(task.snapshot());
        return Map.of(indicator, values.column(of, positions, task.mayCount(indicator), true));
    }

    private Map<Key, Column> ofSpaces(Task task, Map<Key, List<Long>> vectors) {
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
    private Map<Key, Column> ofAreas(Task task, Map<Key, List<Long>> vectors) {
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
        vectors.forEach((key, of) -> {
            if (wanted.contains(key.indicator())) {
                boolean counts = task.mayCount(key.indicator());
                columns.put(key, values.column(of, positions, counts, task.publicOnly()));
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
