package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.List;

/**
 * The areas that spaces are compared with. Position {@link #all()} stands for every space of the run. Members of an
 * area are the spaces that take part, also those outside the run's own area.
 */
final class References {
    private final Territory territory;
    private final boolean[] takesPart;
    private final boolean[] base;
    private final int[] members;

    /**
     * @param territory spaces and areas
     * @param takesPart spaces that are not excluded, inside the run's area or not
     * @param base those of them inside the run's area
     */
    References(Territory territory, boolean[] takesPart, boolean[] base) {
        this.territory = territory;
        this.takesPart = takesPart;
        this.base = base;
        this.members = new int[territory.areas().size() + 1];
        for (int i = 0; i < takesPart.length; i++) {
            if (takesPart[i]) {
                for (int a = territory.parents().get(i);
                        a >= 0;
                        a = territory.areas().get(a).parent()) {
                    members[a]++;
                }
            }
            members[all()] += base[i] ? 1 : 0;
        }
    }

    /** Spaces that take part, inside the run's area. */
    boolean[] base() {
        return base;
    }

    /** The spaces of the run, and those outside it that lie in an area with which one of these is compared. */
    boolean[] comparedWith(String wanted) {
        boolean[] among = base.clone();
        membersOf(of(wanted)).forEach(members -> members.forEach(i -> among[i] = true));
        return among;
    }

    /** Position that stands for every space of the run. */
    int all() {
        return territory.areas().size();
    }

    /** Key of a reference area, {@code all} for every space. */
    String key(int reference) {
        return reference == all()
                ? Condition.ALL
                : territory.areas().get(reference).key();
    }

    /** Level of a reference area, {@code all} for every space. */
    String level(int reference) {
        return reference == all()
                ? Condition.ALL
                : territory.areas().get(reference).level();
    }

    /** The reference area of every space: the wanted one, or the next larger one with more than one space. */
    int[] of(String wanted) {
        int[] found = Condition.ALL.equals(wanted) ? null : territory.areasAtLeast(wanted);
        int[] references = new int[takesPart.length];
        for (int i = 0; i < references.length; i++) {
            int a = found == null ? -1 : found[i];
            while (a >= 0 && members[a] <= 1) {
                a = territory.areas().get(a).parent();
            }
            references[i] = a < 0 ? all() : a;
        }
        return references;
    }

    /** Sums of a column over the members of every area, in the order of the spaces; missing numbers are left out. */
    double[] sums(double[] x) {
        double[] sums = new double[members.length];
        for (int i = 0; i < takesPart.length; i++) {
            if (!Double.isNaN(x[i])) {
                if (takesPart[i]) {
                    for (int a = territory.parents().get(i);
                            a >= 0;
                            a = territory.areas().get(a).parent()) {
                        sums[a] += x[i];
                    }
                }
                sums[all()] += base[i] ? x[i] : 0;
            }
        }
        return sums;
    }

    /** Positions of the members of the areas that {@code references} names, ascending; none for the others. */
    List<List<Integer>> membersOf(int[] references) {
        boolean[] wanted = new boolean[members.length];
        for (int i = 0; i < references.length; i++) {
            wanted[references[i]] |= base[i];
        }
        List<List<Integer>> found = new ArrayList<>();
        for (int a = 0; a < wanted.length; a++) {
            found.add(new ArrayList<>());
        }
        for (int i = 0; i < takesPart.length; i++) {
            if (takesPart[i]) {
                for (int a = territory.parents().get(i);
                        a >= 0;
                        a = territory.areas().get(a).parent()) {
                    if (wanted[a]) {
                        found.get(a).add(i);
                    }
                }
            }
            if (base[i] && wanted[all()]) {
                found.get(all()).add(i);
            }
        }
        return found;
    }
}
