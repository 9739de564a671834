package de.quartierwerk.ingestion.release;

import de.quartierwerk.ingestion.catalogue.Indicator;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which indicators hang together, over however many formulas, shares and relations. Releases of indicators that do not
 * can be written at the same time. Pure functions.
 */
final class HangingTogether {
    private final Map<String, String> roots = new HashMap<>();

    HangingTogether(Map<String, Indicator> catalogue) {
        catalogue.forEach((code, indicator) -> {
            Set<String> others =
                    new HashSet<>(indicator.definition().relations().codes());
            others.addAll(indicator.inputs());
            others.remove(Indicator.AREA);
            others.forEach(other -> join(code, other));
        });
    }

    private void join(String one, String other) {
        String a = root(one);
        String b = root(other);
        if (a.compareTo(b) < 0) {
            roots.put(b, a);
        } else if (!a.equals(b)) {
            roots.put(a, b);
        }
    }

    private String root(String code) {
        String root = code;
        for (String next = roots.get(root); next != null; next = roots.get(root)) {
            root = next;
        }
        return root;
    }

    /** The names of the groups to which some indicators belong: the first code of each. */
    SortedSet<String> groups(Collection<String> codes) {
        SortedSet<String> groups = new TreeSet<>();
        codes.forEach(code -> groups.add(root(code)));
        return groups;
    }
}
