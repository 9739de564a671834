package de.quartierwerk.disclosure;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Spaces numbered in the order of their keys. */
final class TestHierarchy implements SpaceHierarchy {
    private final List<Space> spaces;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][][] families;

    /**
     * A space.
     *
     * @param path keys from the root down to itself
     */
    record Space(String key, String level, List<String> path) {
        private String parent() {
            return path.size() < 2 ? null : path.get(path.size() - 2);
        }
    }

    TestHierarchy(List<Space> all) {
        spaces = all.stream().sorted(Comparator.comparing(Space::key)).toList();
        for (int space = 0; space < spaces.size(); space++) {
            numbers.put(spaces.get(space).key, space);
        }
        Map<Integer, List<Integer>> children =
                IntStream.range(0, spaces.size()).boxed().collect(Collectors.groupingBy(this::parent));
        families = IntStream.range(0, spaces.size())
                .mapToObj(space -> byLevel(children.getOrDefault(space, List.of())))
                .toArray(int[][][]::new);
    }

    private int[][] byLevel(List<Integer> children) {
        return children.stream()
                .collect(Collectors.groupingBy(child -> spaces.get(child).level, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(family -> family.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    int number(String key) {
        return numbers.getOrDefault(key, -1);
    }

    @Override
    public int size() {
        return spaces.size();
    }

    @Override
    public String key(int space) {
        return spaces.get(space).key;
    }

    @Override
    public int parent(int space) {
        String parent = spaces.get(space).parent();
        return parent == null ? -1 : number(parent);
    }

    @Override
    public int[][] families(int space) {
        return families[space];
    }
}
