package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The spaces of one level in the order of their keys, with the larger areas they lie in.
 *
 * @param level code of the spaces' level
 * @param ranks rank of every level; lower means larger
 * @param keys space keys, ascending
 * @param parents for each space the position of the next larger area in {@code areas}, or -1
 * @param areas the larger areas
 */
public record Territory(
        String level, Map<String, Integer> ranks, List<String> keys, List<Integer> parents, List<Area> areas) {
    /** Level code of municipalities (Gemeinden). */
    public static final String MUNICIPALITY = "municipality";

    public Territory {
        ranks = Collections.unmodifiableMap(new TreeMap<>(ranks));
        keys = List.copyOf(keys);
        parents = List.copyOf(parents);
        areas = List.copyOf(areas);
    }

    /**
     * A larger area.
     *
     * @param key space key
     * @param level its level
     * @param parent position of the next larger area, or -1
     */
    public record Area(String key, String level, int parent) {}

    /** Spaces without any larger area. */
    public static Territory flat(String level, List<String> keys) {
        return new Territory(level, Map.of(), keys, Collections.nCopies(keys.size(), -1), List.of());
    }

    /** Number of spaces. */
    public int size() {
        return keys.size();
    }

    /** Which spaces are the one with this key or lie in it. */
    public boolean[] within(String key) {
        boolean[] found = new boolean[size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = keys.get(i).equals(key);
            for (int a = parents.get(i); a >= 0 && !found[i]; a = areas.get(a).parent()) {
                found[i] = areas.get(a).key().equals(key);
            }
        }
        return found;
    }

    /** Keys from the root down to the space at a position. */
    public List<String> path(int position) {
        List<String> path = areaPath(parents.get(position));
        path.add(keys.get(position));
        return path;
    }

    /** Keys from the root down to the larger area at a position of {@link #areas}; empty for -1. */
    public List<String> areaPath(int area) {
        List<String> path = new ArrayList<>();
        for (int a = area; a >= 0; a = areas.get(a).parent()) {
            path.add(areas.get(a).key());
        }
        Collections.reverse(path);
        return path;
    }

    /** Position of the larger area at exactly this level for each space, -1 where it lies in none. */
    public int[] areasAt(String wanted) {
        int[] found = new int[size()];
        Arrays.fill(found, -1);
        for (int i = 0; i < found.length; i++) {
            for (int a = parents.get(i); a >= 0; a = areas.get(a).parent()) {
                if (areas.get(a).level().equals(wanted)) {
                    found[i] = a;
                    break;
                }
            }
        }
        return found;
    }

    /**
     * Position of the smallest larger area that is at least as large as {@code wanted} for each space, -1 where the
     * space lies in none.
     */
    int[] areasAtLeast(String wanted) {
        int limit = ranks.getOrDefault(wanted, Integer.MIN_VALUE);
        int[] found = new int[size()];
        Arrays.fill(found, -1);
        for (int i = 0; i < found.length; i++) {
            for (int a = parents.get(i); a >= 0; a = areas.get(a).parent()) {
                String level = areas.get(a).level();
                if (level.equals(wanted) || ranks.getOrDefault(level, Integer.MAX_VALUE) < limit) {
                    found[i] = a;
                    break;
                }
            }
        }
        return found;
    }

    /** Keys of the areas at one level, each with its position among {@link #areas}, in the order of the keys. */
    Map<String, Integer> areaKeys(String wanted) {
        Map<String, Integer> found = new LinkedHashMap<>();
        List<Integer> positions = new ArrayList<>();
        for (int a = 0; a < areas.size(); a++) {
            if (areas.get(a).level().equals(wanted)) {
                positions.add(a);
            }
        }
        positions.sort(Comparator.comparing(a -> areas.get(a).key()));
        positions.forEach(a -> found.put(areas.get(a).key(), a));
        return found;
    }
}
