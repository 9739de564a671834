package de.quartierwerk.classification.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A classification scheme (Klassifikationsschema): a method as data.
 *
 * @param code natural key
 * @param title title for people
 * @param description what it does, or null
 * @param source citation of the method, or null
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
        String description,
        String source,
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
        for (Index index : indices) {
            for (Component component : index.components()) {
                if (component.indicator() != null) {
                    add(found, component.indicator(), component.looksBack() ? component.lag() : 0);
                }
            }
            if (index.rollUp() != null) {
                add(found, index.rollUp().weight(), 0);
            }
        }
        needs.forEach(need -> collect(found, need.when()));
        return found;
    }

    private static void collect(Map<String, Set<Integer>> found, Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            all.parts().forEach(part -> collect(found, part));
        } else if (condition instanceof Condition.AnyOf any) {
            any.parts().forEach(part -> collect(found, part));
        } else if (condition instanceof Condition.AtLeast atLeast) {
            atLeast.parts().forEach(part -> collect(found, part));
        } else if (condition instanceof Condition.Not not) {
            collect(found, not.part());
        } else if (condition instanceof Condition.Figure figure) {
            add(found, figure.indicator(), figure.lag());
        }
    }

    private static void add(Map<String, Set<Integer>> found, String indicator, int lag) {
        Set<Integer> lags = found.computeIfAbsent(indicator, key -> new TreeSet<>());
        lags.add(0);
        lags.add(lag);
    }
}
