package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The groups within which something is done: the larger areas of a level, or the spaces with the same text of an
 * attribute. A space that lies in none has no group.
 */
final class Groups {
    private final int[] at;
    private final List<String> keys;
    private volatile @Nullable Members latest;

    /** The members inside a universe, which does not change. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity
    private record Members(boolean[] universe, List<int[]> positions) {}

    private Groups(int[] at, List<String> keys) {
        this.at = at;
        this.keys = keys;
    }

    /** One group of all. */
    static Groups whole(int size) {
        return new Groups(new int[size], List.of(""));
    }

    /** The groups of a level, or else of an attribute; one group of all where {@code within} names none. */
    static Groups of(@Nullable String within, Territory territory, Figures figures) {
        if (within == null) {
            return whole(territory.size());
        }
        Map<String, Integer> known = new LinkedHashMap<>();
        boolean isLevel = territory.ranks().containsKey(within);
        int[] areas = isLevel ? territory.areasAt(within) : new int[0];
        int[] at = new int[territory.size()];
        for (int i = 0; i < at.length; i++) {
            String key = isLevel
                    ? areas[i] < 0 ? null : territory.areas().get(areas[i]).key()
                    : figures.attribute(i, within);
            at[i] = key == null ? -1 : known.computeIfAbsent(key, any -> known.size());
        }
        return new Groups(at, List.copyOf(known.keySet()));
    }

    /** The same groups repeated, for the spaces of several periods one after the other. */
    Groups repeated(int times) {
        int[] all = new int[at.length * times];
        for (int t = 0; t < times; t++) {
            System.arraycopy(at, 0, all, t * at.length, at.length);
        }
        return new Groups(all, keys);
    }

    /** The groups of some positions only. */
    Groups at(int... positions) {
        int[] some = new int[positions.length];
        for (int k = 0; k < some.length; k++) {
            some[k] = at[positions[k]];
        }
        return new Groups(some, keys);
    }

    boolean isWhole() {
        return keys.size() == 1 && keys.get(0).isEmpty();
    }

    int count() {
        return keys.size();
    }

    /** Number of the group of a position, -1 for none. */
    int of(int position) {
        return at[position];
    }

    /** Key of the group of a position; null for none. */
    @Nullable
    String key(int position) {
        return at[position] < 0 ? null : keys.get(at[position]);
    }

    /** Number of the group with a key, -1 where there is none. */
    int find(@Nullable String key) {
        return key == null ? -1 : keys.indexOf(key);
    }

    /**
     * Positions of the members of each group inside a universe, ascending; those of the universe asked for last are
     * kept, since all components of an index share it.
     */
    List<int[]> members(boolean[] universe) {
        Members known = latest;
        if (known != null && known.universe() == universe) {
            return known.positions();
        }
        List<int[]> found = find(universe);
        latest = new Members(universe, found);
        return found;
    }

    private List<int[]> find(boolean[] universe) {
        int[] sizes = new int[keys.size()];
        for (int i = 0; i < at.length; i++) {
            if (universe[i] && at[i] >= 0) {
                sizes[at[i]]++;
            }
        }
        List<int[]> members = new ArrayList<>();
        for (int size : sizes) {
            members.add(new int[size]);
        }
        int[] filled = new int[sizes.length];
        for (int i = 0; i < at.length; i++) {
            if (universe[i] && at[i] >= 0) {
                members.get(at[i])[filled[at[i]]++] = i;
            }
        }
        return members;
    }
}
