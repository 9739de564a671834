package de.quartierwerk.registry.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Collects irregularities from an area on, and keeps the largest ones. */
final class Irregularities {
    /** More than anybody reads; each of them may hold a piece of some kilobytes. */
    static final int MOST = 10_000;

    /** Smaller pieces come from the arithmetic, not from the boundaries; square metres. */
    private static final double SMALLEST = 0.01;

    private static final Comparator<Irregularity> LARGEST_FIRST = Comparator.comparingDouble(Irregularity::squareMetres)
            .reversed()
            .thenComparing(Irregularity::kind)
            .thenComparing(found -> String.join(" ", found.keys()))
            .thenComparing(found -> found.parent() == null ? "" : found.parent());

    private final double from;
    private final PriorityQueue<Irregularity> kept = new PriorityQueue<>(LARGEST_FIRST.reversed());

    Irregularities(double from) {
        this.from = from;
    }

    /** Whether a piece of that area is told. */
    boolean tells(double squareMetres) {
        return squareMetres >= Math.max(from, SMALLEST);
    }

    /** Whether that is told which has no area, but is a slip of the pen only. */
    boolean tellsSlips() {
        return from == 0;
    }

    void add(Irregularity found) {
        kept.add(found);
        if (kept.size() > MOST) {
            kept.poll();
        }
    }

    /** The largest first, then those without an area. */
    List<Irregularity> sorted() {
        List<Irregularity> sorted = new ArrayList<>(kept);
        sorted.sort(LARGEST_FIRST);
        return sorted;
    }
}
