package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The directions in which the numbers of a system of equations can move together without changing a sum: two bases of
 * the null space of its matrix, found by Gauss-Jordan elimination from the first number and from the last. The
 * equations determine a number that moves in no direction.
 */
final class Directions {
    private static final double TINY = 1e-9;
    private static final long LARGEST_MATRIX = 4_000_000;

    private final int count;
    private final List<int[]> terms;
    private final List<double[]> factors;
    private final boolean[] moving;
    private final List<double[]> all = new ArrayList<>();

    Directions(int count, List<int[]> terms, List<double[]> factors) {
        this.count = count;
        this.terms = terms;
        this.factors = factors;
        this.moving = new boolean[count];
        if ((long) count * terms.size() <= LARGEST_MATRIX) {
            find(false);
            find(true);
        }
    }

    /** The directions. A system that is too large has none, so that nothing in it counts as safe. */
    List<double[]> all() {
        return all;
    }

    /** Whether a number moves in any direction. */
    boolean moves(int number) {
        return moving[number];
    }

    /**
     * Moves the numbers in every direction until one reaches its floor.
     *
     * @param farthest the farthest to go
     * @param least receives the least value that each number reaches
     * @param most receives the greatest value that each number reaches
     */
    void walk(double[] from, double[] floors, double farthest, double[] least, double[] most) {
        all.forEach(direction -> go(direction, from, floors, farthest, least, most));
    }

    private void find(boolean backwards) {
        double[][] rows = matrix();
        int[] pivots = eliminate(rows, backwards);
        boolean[] bound = new boolean[count];
        Arrays.stream(pivots).filter(pivot -> pivot >= 0).forEach(pivot -> bound[pivot] = true);
        for (int free = 0; free < count; free++) {
            if (!bound[free]) {
                double[] direction = new double[count];
                direction[free] = 1;
                for (int row = 0; row < rows.length; row++) {
                    if (pivots[row] >= 0) {
                        direction[pivots[row]] = -rows[row][free];
                    }
                }
                for (int i = 0; i < count; i++) {
                    moving[i] |= Math.abs(direction[i]) > TINY;
                }
                all.add(direction);
            }
        }
    }

    private double[][] matrix() {
        double[][] rows = new double[terms.size()][count];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < terms.get(row).length; i++) {
                rows[row][terms.get(row)[i]] += factors.get(row)[i];
            }
        }
        return rows;
    }

    /**
     * Reduces each row until it has a 1 in a column in which all other rows have 0. Returns these columns, -1 for a row
     * that follows from others.
     */
    private int[] eliminate(double[][] rows, boolean backwards) {
        int[] pivots = new int[rows.length];
        for (int row = 0; row < rows.length; row++) {
            int pivot = pivot(rows[row], backwards);
            pivots[row] = pivot;
            if (pivot >= 0) {
                double by = rows[row][pivot];
                for (int i = 0; i < count; i++) {
                    rows[row][i] /= by;
                }
                for (int other = 0; other < rows.length; other++) {
                    double times = rows[other][pivot];
                    if (other != row && times != 0) {
                        for (int i = 0; i < count; i++) {
                            rows[other][i] -= times * rows[row][i];
                        }
                    }
                }
            }
        }
        return pivots;
    }

    private int pivot(double[] row, boolean backwards) {
        for (int i = 0; i < count; i++) {
            int place = backwards ? count - 1 - i : i;
            if (Math.abs(row[place]) > TINY) {
                return place;
            }
        }
        return -1;
    }

    private static void go(
            double[] direction, double[] from, double[] floors, double farthest, double[] least, double[] most) {
        double forth = farthest;
        double back = farthest;
        for (int i = 0; i < direction.length; i++) {
            if (direction[i] < -TINY) {
                forth = Math.min(forth, (from[i] - floors[i]) / -direction[i]);
            } else if (direction[i] > TINY) {
                back = Math.min(back, (from[i] - floors[i]) / direction[i]);
            }
        }
        for (int i = 0; i < direction.length; i++) {
            if (Math.abs(direction[i]) > TINY) {
                least[i] = Math.min(least[i], from[i] + Math.min(forth * direction[i], -back * direction[i]));
                most[i] = Math.max(most[i], from[i] + Math.max(forth * direction[i], -back * direction[i]));
            }
        }
    }
}
