package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.Index;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts transitions between the classes of an index in two runs. */
final class Transitions {
    private final List<String> from;
    private final List<String> to;
    private final int[][] counts;
    private int compared;
    private int up;
    private int down;

    Transitions(Index before, Index now) {
        this.from = Objects.requireNonNull(before.classes()).codes();
        this.to = Objects.requireNonNull(now.classes()).codes();
        this.counts = new int[from.size()][to.size()];
    }

    /** Counts a space; positions of its classes among the codes. */
    void add(int before, int now) {
        compared++;
        counts[before][now]++;
        if (!from.get(before).equals(to.get(now))) {
            up += now > before ? 1 : 0;
            down += now < before ? 1 : 0;
        }
    }

    Comparison.Matrix matrix() {
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            List<Integer> cells = new ArrayList<>();
            for (int count : row) {
                cells.add(count);
            }
            rows.add(cells);
        }
        return new Comparison.Matrix(from, to, rows);
    }

    /** The same, class before to class now to number of spaces, without the empty ones. */
    Map<String, Map<String, Integer>> sparse() {
        Map<String, Map<String, Integer>> sparse = new LinkedHashMap<>();
        for (int f = 0; f < counts.length; f++) {
            for (int t = 0; t < counts[f].length; t++) {
                if (counts[f][t] > 0) {
                    sparse.computeIfAbsent(from.get(f), key -> new LinkedHashMap<>())
                            .put(to.get(t), counts[f][t]);
                }
            }
        }
        return sparse;
    }

    int compared() {
        return compared;
    }

    int up() {
        return up;
    }

    int down() {
        return down;
    }
}
