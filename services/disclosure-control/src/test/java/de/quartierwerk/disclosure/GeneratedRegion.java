package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small district with municipalities, quarters and sometimes blocks, and the true figures of its smallest spaces. */
final class GeneratedRegion {
    private final Random random;
    private final TestHierarchy tree;
    private final Set<Integer> delivered = new TreeSet<>();
    private final Map<Item, Set<Integer>> kept = new EnumMap<>(Item.class);
    private Map<Item, Map<Integer, double[]>> truth = new EnumMap<>(Item.class);

    /** @param keeping whether sources keep some numbers, so that larger spaces lack their sums */
    GeneratedRegion(long seed, boolean keeping) {
        random = new Random(seed);
        tree = district();
        Item.DELIVERED.forEach(item -> truth.put(item, new TreeMap<>()));
        Item.DELIVERED.forEach(item -> kept.put(item, new TreeSet<>()));
        for (int space = 0; space < tree.size(); space++) {
            if (isLeaf(space)) {
                delivered.add(space);
                for (Item item : Item.DELIVERED) {
                    draw(item, space);
                    if (keeping && item != Item.POPULATION && random.nextInt(6) == 0) {
                        kept.get(item).add(space);
                    }
                }
            }
        }
    }

    private TestHierarchy district() {
        List<TestHierarchy.Space> spaces = new ArrayList<>();
        add(spaces, "district", "d", List.of("d"));
        int municipalities = 2 + random.nextInt(3);
        for (int m = 0; m < municipalities; m++) {
            String municipality = "d" + m;
            add(spaces, "municipality", municipality, List.of("d", municipality));
            int quarters = 2 + random.nextInt(4);
            for (int q = 0; q < quarters; q++) {
                String quarter = municipality + q;
                add(spaces, "quarter", quarter, List.of("d", municipality, quarter));
                int blocks = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 0;
                for (int b = 0; b < blocks; b++) {
                    String block = quarter + b;
                    add(spaces, "block", block, List.of("d", municipality, quarter, block));
                }
            }
        }
        return new TestHierarchy(spaces);
    }

    private static void add(List<TestHierarchy.Space> spaces, String level, String key, List<String> path) {
        spaces.add(new TestHierarchy.Space(key, level, path));
    }

    TestHierarchy tree() {
        return tree;
    }

    private boolean isLeaf(int space) {
        return tree.families(space).length == 0;
    }

    private void draw(Item item, int space) {
        double first = few();
        double second = Double.NaN;
        if (item == Item.POPULATION || item == Item.RATIO) {
            double part = item == Item.RATIO ? first : truth(Item.PART, space)[0];
            double all = part + (random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 20 + random.nextInt(400));
            first = item == Item.RATIO ? part : all;
            second = item == Item.RATIO ? all : Double.NaN;
        } else if (item == Item.MEAN) {
            second = few();
            first = second * (10 + random.nextInt(30));
        }
        truth.get(item).put(space, new double[] {first, second});
    }

    private double few() {
        int kind = random.nextInt(10);
        return kind < 2 ? 0 : kind < 5 ? 1 + random.nextInt(4) : 5 + random.nextInt(120);
    }

    /** Whether the source of a number keeps it. */
    boolean isKept(Item item, int space) {
        return kept.get(item).contains(space);
    }

    private double[] truth(Item item, int space) {
        return truth.get(item).get(space);
    }

    /** Changes a few true figures; the result undoes that. */
    Runnable correct() {
        Map<Item, Map<Integer, double[]>> before = new EnumMap<>(Item.class);
        truth.forEach((item, figures) -> before.put(item, new TreeMap<>(figures)));
        List<Item> items = List.of(Item.PART, Item.OTHER, Item.RATIO, Item.MEAN);
        int corrections = 1 + random.nextInt(3);
        for (int i = 0; i < corrections; i++) {
            Item item = items.get(random.nextInt(items.size()));
            int space = anyDelivered();
            if (!isKept(item, space)) {
                draw(item, space);
            }
        }
        return () -> truth = before;
    }

    /** Holds the delivery of a space back; the result delivers it. */
    Runnable holdBack() {
        int late = anyDelivered();
        delivered.remove(late);
        return () -> delivered.add(late);
    }

    private int anyDelivered() {
        return List.copyOf(delivered).get(random.nextInt(delivered.size()));
    }

    /**
     * The figures of a space; null if missing. Those of a larger space are the sums over all its parts, delivered or
     * not. Where sources keep some of the parts, only the sums of the whole district are delivered.
     */
    double[] figures(Item item, int space) {
        if (isLeaf(space)) {
            return delivered.contains(space) ? truth(item, space) : null;
        }
        return tree.parent(space) >= 0 && hasKept(item, space) ? null : sum(item, space);
    }

    private boolean hasKept(Item item, int space) {
        boolean found = isKept(item, space);
        for (int[] family : tree.families(space)) {
            for (int child : family) {
                found |= hasKept(item, child);
            }
        }
        return found;
    }

    private double[] sum(Item item, int space) {
        double[] sum = {0, 0};
        for (int[] family : tree.families(space)) {
            for (int child : family) {
                double[] part = isLeaf(child) ? truth(item, child) : sum(item, child);
                sum[0] += part[0];
                sum[1] += part[1];
            }
        }
        return sum;
    }
}
