package de.quartierwerk.classification.method;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A classification scheme (Klassifikationsschema): a method as data.
 *
 * @param code natural key
 * @param title title for people
 * @param description what it does, if it says so
 * @param source citation of the method, if it names one
 * @param level level of the spaces it classifies
 * @param automatic whether a release of values starts a run
 * @param universe which spaces of the level it looks at
 * @param indices indices; later ones may use earlier ones
 * @param groups the two indices whose classes are crossed, or empty
 * @param needs fields of action
 */
public record Scheme(
        String code,
        String title,
        @Nullable String description,
        @Nullable String source,
        String level,
        boolean automatic,
        Universe universe,
        List<Index> indices,
        List<String> groups,
        List<Need> needs) {
    public Scheme {
        indices = List.copyOf(indices);
        groups = List.copyOf(groups);
        needs = List.copyOf(needs);
    }

    /** The indicators the scheme reads, each with the lags (0 = the run's own period) at which it reads them. */
    public Map<String, Set<Integer>> indicators() {
        Map<String, Set<Integer>> found = new LinkedHashMap<>();
        if (universe.minimumIndicator() != null) {
            add(found, universe.minimumIndicator(), 0);
        }
        Map<String, SortedSet<Integer>> lags = lags();
        for (Index index : indices) {
            lagsOf(index, lags).forEach(lag -> collect(found, index, lag));
            for (RollUp rollUp : index.rollUps()) {
                add(found, rollUp.weight());
            }
            String weight = index.classes() == null ? null : index.classes().weight();
            if (weight != null) {
                own(index, lags).forEach(lag -> add(found, weight, lag));
            }
        }
        figures().forEach(figure -> add(found, figure.indicator(), figure.lag()));
        return found;
    }

    /** The figures that conditions compare, each once. */
    public Set<Condition.Figure> figures() {
        Set<Condition.Figure> found = new LinkedHashSet<>();
        needs.forEach(need -> collect(found, need.when()));
        return found;
    }

    /**
     * Whether indices may rest on spaces outside the area of a run: a condition among their components compares with
     * larger areas.
     */
    public boolean looksBeyondArea() {
        return indices.stream()
                .flatMap(index -> index.components().stream())
                .map(Component::condition)
                .filter(Objects::nonNull)
                .flatMap(condition -> figuresOf(condition).stream())
                .anyMatch(figure -> figure.measure().compares() && !Condition.ALL.equals(figure.reference()));
    }

    /** How many numbers a computation holds for every space: values, components and figures, each at every lag. */
    public long columns() {
        long columns = figures().size()
                + indicators().values().stream().mapToLong(Set::size).sum();
        Map<String, SortedSet<Integer>> lags = lags();
        for (Index index : indices) {
            columns += (long) index.components().size() * lagsOf(index, lags).size();
        }
        return columns;
    }

    /**
     * How many periods before its own a run computes each index: 0, and more where a later index takes the change of an
     * index over time, or of one that rests on it.
     */
    public Map<String, SortedSet<Integer>> lags() {
        Map<String, SortedSet<Integer>> lags = new HashMap<>();
        for (int i = indices.size() - 1; i >= 0; i--) {
            SortedSet<Integer> own = lags.computeIfAbsent(indices.get(i).code(), any -> new TreeSet<>());
            own.add(0);
            SortedSet<Integer> read = lagsOf(indices.get(i), lags);
            for (Component component : indices.get(i).components()) {
                Condition condition = component.condition();
                Set<String> used = condition != null
                        ? indicesOf(condition)
                        : component.index() == null ? Set.of() : Set.of(component.index());
                for (String code : used) {
                    SortedSet<Integer> there = lags.computeIfAbsent(code, any -> new TreeSet<>());
                    there.addAll(read);
                    if (component.looksBack()) {
                        read.forEach(lag -> there.add(lag + component.lag()));
                    }
                }
            }
        }
        return lags;
    }

    private static SortedSet<Integer> lagsOf(Index index, Map<String, SortedSet<Integer>> lags) {
        SortedSet<Integer> read = new TreeSet<>();
        own(index, lags).forEach(own -> read.addAll(read(index, own)));
        return read;
    }

    /** How many periods before the run's own an index is computed. */
    private static SortedSet<Integer> own(Index index, Map<String, SortedSet<Integer>> lags) {
        return lags.getOrDefault(index.code(), Collections.emptySortedSet());
    }

    /** The periods whose numbers an index needs that is computed {@code own} periods before the run's own. */
    private static SortedSet<Integer> read(Index index, int own) {
        SortedSet<Integer> read = new TreeSet<>(index.estimatedOver().lags(own));
        read.add(own);
        return read;
    }

    private static void collect(Map<String, Set<Integer>> found, Index index, int lag) {
        String weight = index.restandardise().weight();
        if (weight != null) {
            add(found, weight, lag);
        }
        for (Component component : index.components()) {
            if (component.indicator() != null) {
                Set<Integer> lags = found.computeIfAbsent(component.indicator(), key -> new TreeSet<>());
                lags.add(lag);
                if (component.looksBack()) {
                    lags.add(lag + component.lag());
                }
            }
            if (component.condition() != null) {
                figuresOf(component.condition()).forEach(figure -> {
                    add(found, figure.indicator(), lag);
                    add(found, figure.indicator(), lag + figure.lag());
                });
            }
            if (component.standardise().weight() != null) {
                add(found, component.standardise().weight(), lag);
            }
        }
    }

    /** The scheme with the lags of the periods that it names, seen from a run. */
    public Scheme at(ToIntFunction<String> lag) {
        return new Scheme(
                code,
                title,
                description,
                source,
                level,
                automatic,
                universe,
                indices.stream()
                        .map(index -> index.with(index.estimatedOver().at(lag)))
                        .toList(),
                groups,
                needs);
    }

    /**
     * Something that results of a level tell: an index, or what it is rolled up to.
     *
     * @param index the index
     * @param rollUp how it is rolled up; null on the scheme's own level
     */
    public record Output(Index index, @Nullable RollUp rollUp) {
        /** What it is called in results. */
        public String name() {
            return rollUp == null ? index.code() : rollUp.name(index);
        }

        /** How it is cut into classes, if it is. */
        public @Nullable ClassRule classes() {
            return rollUp == null ? index.classes() : rollUp.classes(index);
        }
    }

    /** What results of a level tell, in the order of the scheme. */
    public List<Output> outputs(String ofLevel) {
        if (ofLevel.equals(level)) {
            return indices.stream().map(index -> new Output(index, null)).toList();
        }
        return indices.stream()
                .flatMap(index -> index.rollUps().stream()
                        .filter(rollUp -> rollUp.level().equals(ofLevel))
                        .map(rollUp -> new Output(index, rollUp)))
                .toList();
    }

    /** The levels that have results: its own, and those to which indices are rolled up. */
    public SortedSet<String> levels() {
        SortedSet<String> levels = new TreeSet<>(Set.of(level));
        indices.forEach(index -> index.rollUps().forEach(rollUp -> levels.add(rollUp.level())));
        return levels;
    }

    /** Names of the attributes that it asks of spaces; where they are levels, it asks for these. */
    public Set<String> attributes() {
        Set<String> names = new TreeSet<>();
        universe.where().forEach(where -> names.add(where.attribute()));
        for (Index index : indices) {
            add(names, index.restandardise().within());
            add(names, index.classes() == null ? null : index.classes().within());
            for (Component component : index.components()) {
                add(names, component.standardise().within());
                add(
                        names,
                        component.impute() == null ? null : component.impute().by());
            }
        }
        return names;
    }

    /** Codes of the indicators whose values of larger areas may take the place of missing ones. */
    public Set<String> ofAreas() {
        Set<String> found = new TreeSet<>();
        for (Index index : indices) {
            for (Component component : index.components()) {
                Impute impute = component.impute();
                if (impute != null && impute.kind() == Impute.Kind.LARGER_AREA) {
                    add(found, component.indicator());
                }
            }
        }
        return found;
    }

    private static void add(Set<String> names, @Nullable String name) {
        if (name != null) {
            names.add(name);
        }
    }

    private static void add(Map<String, Set<Integer>> found, @Nullable String indicator) {
        if (indicator != null) {
            add(found, indicator, 0);
        }
    }

    private static Set<Condition.Figure> figuresOf(Condition condition) {
        Set<Condition.Figure> found = new LinkedHashSet<>();
        collect(found, condition);
        return found;
    }

    private static void collect(Set<Condition.Figure> found, Condition condition) {
        if (condition instanceof Condition.Figure figure) {
            found.add(figure);
        }
        condition.within().forEach(part -> collect(found, part));
    }

    /** Codes of the indices that a condition looks at. */
    private static Set<String> indicesOf(Condition condition) {
        Set<String> found = new LinkedHashSet<>();
        if (condition instanceof Condition.InClass inClass) {
            found.add(inClass.index());
        } else if (condition instanceof Condition.IndexValue value) {
            found.add(value.index());
        }
        condition.within().forEach(part -> found.addAll(indicesOf(part)));
        return found;
    }

    private static void add(Map<String, Set<Integer>> found, String indicator, int lag) {
        Set<Integer> lags = found.computeIfAbsent(indicator, key -> new TreeSet<>());
        lags.add(0);
        lags.add(lag);
    }
}
