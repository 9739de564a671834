package de.quartierwerk.ingestion.space;

import de.quartierwerk.disclosure.SpaceHierarchy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    private final int[][] wholes;
    private final Map<String, Integer> numbers;
    private final List<Former> former = new ArrayList<>();

    /** @param numbers numbers of all keys, also of spaces that are valid on the day only in another tree */
    private SpaceTree(Collection<Space> spaces, Map<String, Integer> ranks, Map<String, Integer> numbers) {
        int count = numbers.size();
        this.numbers = numbers;
        keys = new String[count];
        numbers.forEach((key, number) -> keys[number] = key);
        parents = new int[count];
        depths = new int[count];
        families = new int[count][][];
        wholes = new int[count][];
        Arrays.fill(parents, -1);
        Arrays.fill(families, NONE);
        List<Map<String, List<Integer>>> children = new ArrayList<>();
        Comparator<String> largerFirst = Comparator.<String, Integer>comparing(
                        level -> ranks.getOrDefault(level, Integer.MAX_VALUE))
                .thenComparing(Comparator.naturalOrder());
        for (int i = 0; i < count; i++) {
            children.add(new TreeMap<>(largerFirst));
        }
        for (Space space : spaces) {
            int number = number(space.key());
            List<String> path = space.path();
            depths[number] = path.size();
            parents[number] = path.size() < 2 ? -1 : number(path.get(path.size() - 2));
            if (parents[number] >= 0) {
                children.get(parents[number])
                        .computeIfAbsent(space.level(), level -> new ArrayList<>())
                        .add(number);
            }
        }
        for (int i = 0; i < count; i++) {
            wholes[i] = parents[i] < 0 ? new int[0] : new int[] {parents[i]};
            families[i] =
                    children.get(i).isEmpty() ? NONE : arrays(children.get(i).values());
        }
        spaces.forEach(this::addParts);
    }

    /**
     * Adds what a space consists of beside what lies in it, if all of that is valid on the day. A space that would
     * consist of itself consists of nothing more.
     */
    private void addParts(Space space) {
        int[] parts =
                space.consistsOf().stream().distinct().mapToInt(this::number).toArray();
        int whole = number(space.key());
        if (parts.length > 0 && Arrays.stream(parts).allMatch(part -> part >= 0 && !contains(part, whole))) {
            families[whole] = Arrays.copyOf(families[whole], families[whole].length + 1);
            families[whole][families[whole].length - 1] = parts;
            for (int part : parts) {
                wholes[part] = Arrays.copyOf(wholes[part], wholes[part].length + 1);
                wholes[part][wholes[part].length - 1] = whole;
            }
        }
    }

    /** Whether a space is another one or has it among its parts, over however many steps. */
    private boolean contains(int space, int other) {
        return space == other
                || Arrays.stream(families[space]).flatMapToInt(Arrays::stream).anyMatch(part -> contains(part, other));
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
        return of(spaces, List.of(), ranks, day);
    }

    /** The tree of a day, and those that held for earlier releases. */
    static SpaceTree of(
            Collection<Space> spaces, Collection<FormerSpace> former, Map<String, Integer> ranks, LocalDate day) {
        Map<String, Set<Long>> changed = new HashMap<>();
        NavigableSet<Long> ends = new TreeSet<>();
        for (FormerSpace before : former) {
            changed.computeIfAbsent(before.space().key(), key -> new TreeSet<>())
                    .add(before.until());
            if (before.space().validOn(day)) {
                ends.add(before.until());
            }
        }
        spaces.stream()
                .filter(space -> space.validOn(day))
                .forEach(space -> ends.addAll(changed.getOrDefault(space.key(), Set.of())));
        Map<Long, List<Space>> valid = new TreeMap<>();
        Set<String> keys = new TreeSet<>();
        for (long end : ends) {
            valid.put(end, validAt(spaces, former, end, day));
        }
        List<Space> now = spaces.stream()
                .filter(space -> space.validOn(day))
                .sorted(Comparator.comparing(Space::key))
                .toList();
        now.forEach(space -> keys.add(space.key()));
        valid.values().forEach(list -> list.forEach(space -> keys.add(space.key())));
        Map<String, Integer> numbers = new HashMap<>();
        keys.forEach(key -> numbers.put(key, numbers.size()));
        SpaceTree tree = new SpaceTree(now, ranks, numbers);
        valid.forEach((end, list) -> tree.former.add(new Former(end, new SpaceTree(list, ranks, numbers))));
        return tree;
    }

    /** The spaces as they were for a release, as far as they were valid on a day. */
    private static List<Space> validAt(
            Collection<Space> spaces, Collection<FormerSpace> former, long release, LocalDate day) {
        Map<String, FormerSpace> then = new HashMap<>();
        for (FormerSpace before : former) {
            if (before.until() >= release) {
                then.merge(identity(before.space()), before, (a, b) -> a.until() <= b.until() ? a : b);
            }
        }
        List<Space> all = new ArrayList<>();
        spaces.stream().filter(space -> !then.containsKey(identity(space))).forEach(all::add);
        then.values().forEach(before -> all.add(before.space()));
        return all.stream()
                .filter(space -> space.validOn(day))
                .sorted(Comparator.comparing(Space::key))
                .toList();
    }

    private static String identity(Space space) {
        return space.key() + " " + space.validFrom();
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

    @Override
    public int[] wholes(int space) {
        return wholes[space];
    }

    @Override
    public List<Former> former() {
        return former;
    }
}
