package de.quartierwerk.ingestion.space;

import de.quartierwerk.disclosure.SpaceHierarchy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The spaces that are valid on one day and how they lie in each other (Raumhierarchie). Spaces are numbered from 0 in
 * the order of their keys.
 */
public final class SpaceTree implements SpaceHierarchy {
    private static final int[][] NONE = {};

    private final String[] keys;
    private final int[] parents;
    private final int[] depths;
    private final int[][][] families;
    private final Map<String, Integer> numbers = new HashMap<>();

    private SpaceTree(List<Space> spaces, Map<String, Integer> ranks) {
        int count = spaces.size();
        keys = new String[count];
        parents = new int[count];
        depths = new int[count];
        families = new int[count][][];
        for (int i = 0; i < count; i++) {
            keys[i] = spaces.get(i).key();
            numbers.put(keys[i], i);
        }
        List<Map<String, List<Integer>>> children = new ArrayList<>();
        Comparator<String> largerFirst = Comparator.<String, Integer>comparing(
                        level -> ranks.getOrDefault(level, Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder());
        for (int i = 0; i < count; i++) {
            children.add(null);
        }
        for (int i = 0; i < count; i++) {
            List<String> path = spaces.get(i).path();
            depths[i] = path.size();
            parents[i] = path.size() < 2 ? -1 : number(path.get(path.size() - 2));
            if (parents[i] >= 0) {
                if (children.get(parents[i]) == null) {
                    children.set(parents[i], new TreeMap<>(largerFirst));
                }
                children.get(parents[i])
                        .computeIfAbsent(spaces.get(i).level(), level -> new ArrayList<>())
                        .add(i);
            }
        }
        for (int i = 0; i < count; i++) {
            families[i] =
                    children.get(i) == null ? NONE : arrays(children.get(i).values());
        }
    }

    private static int[][] arrays(Collection<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /**
     * The tree of a day.
     *
     * @param spaces spaces, also those that are not valid on the day
     * @param ranks levels' ranks, lower for larger areas
     */
    public static SpaceTree of(Collection<Space> spaces, Map<String, Integer> ranks, LocalDate day) {
        List<Space> valid = spaces.stream()
                .filter(space -> space.validOn(day))
                .sorted(Comparator.comparing(Space::key))
                .toList();
        return new SpaceTree(valid, ranks);
    }

    /** How many spaces there are. */
    @Override
    public int size() {
        return keys.length;
    }

    /** The number of a space; -1 where it is not valid on the day. */
    public int number(String key) {
        Integer number = numbers.get(key);
        return number == null ? -1 : number;
    }

    /** The key of a space. */
    @Override
    public String key(int space) {
        return keys[space];
    }

    /** The space in which a space lies; -1 for none. */
    @Override
    public int parent(int space) {
        return parents[space];
    }

    /** 1 for a root, one more with every step down. */
    public int depth(int space) {
        return depths[space];
    }

    /** The spaces that lie directly in a space, level by level, larger areas first. Not to be changed. */
    @Override
    public int[][] families(int space) {
        return families[space];
    }
}
