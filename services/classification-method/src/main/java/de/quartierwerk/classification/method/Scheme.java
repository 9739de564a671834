package de.quartierwerk.classification.method;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
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
            if (index.rollUp() != null) {
                add(found, index.rollUp().weight(), 0);
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
            SortedSet<Integer> own = lags.computeIfAbsent(indices.get(i).code(), code -> new TreeSet<>());
            own.add(0);
            for (Component component : indices.get(i).components()) {
                if (component.index() != null) {
                    SortedSet<Integer> used = lags.computeIfAbsent(component.index(), code -> new TreeSet<>());
                    used.addAll(own);
                    if (component.looksBack()) {
                        own.forEach(lag -> used.add(lag + component.lag()));
                    }
                }
            }
        }
        return lags;
    }

    private static SortedSet<Integer> lagsOf(Index index, Map<String, SortedSet<Integer>> lags) {
        return lags.getOrDefault(index.code(), Collections.emptySortedSet());
    }

    private static void collect(Map<String, Set<Integer>> found, Index index, int lag) {
        for (Component component : index.components()) {
            if (component.indicator() != null) {
                Set<Integer> lags = found.computeIfAbsent(component.indicator(), key -> new TreeSet<>());
                lags.add(lag);
                if (component.looksBack()) {
                    lags.add(lag + component.lag());
                }
            }
        }
    }

    private static void collect(Set<Condition.Figure> found, Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            all.parts().forEach(part -> collect(found, part));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(part -> collect(found, part));
        } else if (condition instanceof Condition.AtLeast atLeast) {
            atLeast.parts().forEach(part -> collect(found, part));
        } else if (condition instanceof Condition.Not not) {
            collect(found, not.part());
        } else if (condition instanceof Condition.Figure figure) {
            found.add(figure);
        }
    }

    private static void add(Map<String, Set<Integer>> found, String indicator, int lag) {
        Set<Integer> lags = found.computeIfAbsent(indicator, key -> new TreeSet<>());
        lags.add(0);
        lags.add(lag);
    }
}
