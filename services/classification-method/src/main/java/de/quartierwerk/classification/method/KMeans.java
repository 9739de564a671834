package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * k-means classes (Lloyd 1982, started after Arthur and Vassilvitskii 2007 with a fixed seed): groups of spaces whose
 * standardised components are alike, numbered from the lowest mean index value upwards. The points are sorted before
 * anything is drawn, so that the order of the spaces does not matter. A space that lacks a component joins the group
 * nearest in those it has.
 */
final class KMeans {
    private static final long SEED = 20_190_531;
    private static final int STARTS = 10;
    private static final int ROUNDS = 100;
    private static final double MOST_STEPS = 4e9;
    private static final double LARGEST = 1e150;

    private final double[][] points;
    private final double[] weights;
    private final int count;
    private final Runnable proceed;
    private int[] group = {};
    private double[][] centres = {};

    private KMeans(double[][] points, double[] weights, int count, Runnable proceed) {
        this.points = points;
        this.weights = weights;
        this.count = count;
        this.proceed = proceed;
    }

    /**
     * Groups the positions that have a value.
     *
     * @param count number of classes
     * @param values index values, which order the classes
     * @param columns standardised components
     * @param proceed called before every round; may throw
     * @return classes, or none where there are fewer different points than classes
     */
    static Classes classes(int count, double[] values, List<double[]> columns, Runnable proceed) {
        List<double[]> complete = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            double[] point = point(columns, i);
            if (!Double.isNaN(values[i]) && Arrays.stream(point).allMatch(x -> StrictMath.abs(x) < LARGEST)) {
                complete.add(point);
            }
        }
        complete.sort(Arrays::compare);
        double[][] points = new double[complete.size()][];
        double[] weights = new double[complete.size()];
        int n = 0;
        for (double[] point : complete) {
            if (n == 0 || Arrays.compare(points[n - 1], point) != 0) {
                points[n++] = point;
            }
            weights[n - 1]++;
        }
        if (n < count) {
            boolean any = Arrays.stream(values).anyMatch(x -> !Double.isNaN(x));
            return any ? Classes.unformed(values.length) : Classes.NONE;
        }
        KMeans best = new KMeans(Arrays.copyOf(points, n), Arrays.copyOf(weights, n), count, proceed);
        double within = best.solve();
        double fit = 1 - within / best.squares();
        return Classes.grouped(best.ordered(values, columns), fit);
    }

    private static double[] point(List<double[]> columns, int position) {
        double[] point = new double[columns.size()];
        for (int d = 0; d < point.length; d++) {
            point[d] = columns.get(d)[position] + 0.0;
        }
        return point;
    }

    /** Tries several starts, fewer where one is long, keeps the best and answers its squares within groups. */
    private double solve() {
        double steps = (double) points.length * points[0].length * count * ROUNDS;
        int starts = (int) Math.max(1, Math.min(STARTS, MOST_STEPS / steps));
        Random random = new Random(SEED);
        double best = Double.POSITIVE_INFINITY;
        double[][] found = {};
        for (int start = 0; start < starts; start++) {
            centres = start(random);
            double within = settle();
            if (within < best) {
                best = within;
                found = centres;
            }
        }
        centres = found;
        return best;
    }

    /** Draws the first centres, each with a chance proportional to the squared distance from those drawn before. */
    private double[][] start(Random random) {
        double[][] drawn = new double[count][];
        double[] distance = new double[points.length];
        Arrays.fill(distance, 1);
        for (int k = 0; k < count; k++) {
            double sum = 0;
            for (int p = 0; p < points.length; p++) {
                sum += weights[p] * distance[p];
            }
            double left = random.nextDouble() * sum;
            int chosen = k; // where no square of a distance is a number above 0
            for (int p = 0; p < points.length && left >= 0; p++) {
                chosen = distance[p] > 0 ? p : chosen;
                left -= weights[p] * distance[p];
            }
            drawn[k] = points[chosen].clone();
            for (int p = 0; p < points.length; p++) {
                double d = distance(points[p], drawn[k]);
                distance[p] = k == 0 ? d : Math.min(distance[p], d);
            }
        }
        return drawn;
    }

    /** Moves points to their nearest centre and centres to the mean of their points until nothing moves. */
    private double settle() {
        group = new int[points.length];
        Arrays.fill(group, -1);
        double[] distance = new double[points.length];
        boolean moved = true;
        for (int round = 0; round < ROUNDS && moved; round++) {
            proceed.run();
            moved = false;
            for (int p = 0; p < points.length; p++) {
                int nearest = nearest(points[p]);
                distance[p] = distance(points[p], centres[nearest]);
                moved |= nearest != group[p];
                group[p] = nearest;
            }
            centres = means(distance);
        }
        double within = 0;
        for (int p = 0; p < points.length; p++) {
            within += weights[p] * distance(points[p], centres[nearest(points[p])]);
        }
        return within;
    }

    /** Means of the groups; an empty group takes the point farthest from its centre. */
    private double[][] means(double[] distance) {
        double[][] means = new double[count][points[0].length];
        double[] sums = new double[count];
        for (int p = 0; p < points.length; p++) {
            sums[group[p]] += weights[p];
            for (int d = 0; d < points[p].length; d++) {
                means[group[p]][d] += weights[p] * points[p][d];
            }
        }
        for (int k = 0; k < count; k++) {
            if (sums[k] == 0) {
                int farthest = 0;
                for (int p = 1; p < points.length; p++) {
                    farthest = distance[p] > distance[farthest] ? p : farthest;
                }
                distance[farthest] = 0;
                means[k] = points[farthest].clone();
            } else {
                for (int d = 0; d < means[k].length; d++) {
                    means[k][d] /= sums[k];
                }
            }
        }
        return means;
    }

    private int nearest(double[] point) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            double d = distance(point, centres[k]);
            if (d < least) {
                least = d;
                nearest = k;
            }
        }
        return nearest;
    }

    /** Squared distance over the components that the point has. */
    private static double distance(double[] point, double[] centre) {
        double sum = 0;
        for (int d = 0; d < point.length; d++) {
            double x = point[d] - centre[d];
            sum += Double.isNaN(x) ? 0 : x * x;
        }
        return sum;
    }

    private double squares() {
        double all = 0;
        double[] mean = new double[points[0].length];
        for (int p = 0; p < points.length; p++) {
            all += weights[p];
            for (int d = 0; d < mean.length; d++) {
                mean[d] += weights[p] * points[p][d];
            }
        }
        for (int d = 0; d < mean.length; d++) {
            mean[d] /= all;
        }
        double squares = 0;
        for (int p = 0; p < points.length; p++) {
            squares += weights[p] * distance(points[p], mean);
        }
        return squares;
    }

    /** The class of every position: groups in the order of the mean index value of their spaces. */
    private int[] ordered(double[] values, List<double[]> columns) {
        int[] at = new int[values.length];
        double[] sums = new double[count];
        int[] sizes = new int[count];
        for (int i = 0; i < values.length; i++) {
            at[i] = Double.isNaN(values[i]) ? -1 : nearest(point(columns, i));
            if (at[i] >= 0) {
                sums[at[i]] += values[i];
                sizes[at[i]]++;
            }
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, k -> k);
        Arrays.sort(order, (a, b) -> {
            int byMean = Double.compare(sums[a] / sizes[a], sums[b] / sizes[b]);
            return byMean != 0 ? byMean : Arrays.compare(centres[a], centres[b]);
        });
        int[] place = new int[count];
        for (int k = 0; k < count; k++) {
            place[order[k]] = k;
        }
        for (int i = 0; i < at.length; i++) {
            at[i] = at[i] < 0 ? -1 : place[at[i]];
        }
        return at;
    }
}
