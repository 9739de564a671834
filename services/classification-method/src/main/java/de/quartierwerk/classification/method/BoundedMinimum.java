package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A minimum of a smooth function of a few numbers, each within the same bounds: L-BFGS-B (Byrd, Lu, Nocedal and Zhu,
 * SIAM Journal on Scientific Computing 16, 1995). It goes the way of R's {@code optim} and stops where that does, since
 * published weights were found so; with few numbers the matrix of curvatures can be held whole.
 */
final class BoundedMinimum {
    private static final int MEMORY = 5;
    private static final int ROUNDS = 100;
    private static final double SETTLED = 1e7 * Math.ulp(1.0);

    /** A value of the function with its gradient. */
    record Value(double value, double... gradient) {}

    private record Change(double[] step, double[] turn) {}

    private final Function<double[], Value> function;
    private final double low;
    private final double high;
    private final List<Change> changes = new ArrayList<>();

    private BoundedMinimum(Function<double[], Value> function, double low, double high) {
        this.function = function;
        this.low = low;
        this.high = high;
    }

    /** Where the function is least, searched from a place within the bounds. */
    static double[] of(Function<double[], Value> function, double low, double high, double... start) {
        return new BoundedMinimum(function, low, high).search(start);
    }

    private double[] search(double... start) {
        double[] x = start.clone();
        Value here = function.apply(x);
        for (int round = 0; round < ROUNDS; round++) {
            double[] goal = goal(x, here.gradient());
            double[] direction = difference(goal, x);
            double slope = dot(here.gradient(), direction);
            if (!(slope < 0)) {
                if (changes.isEmpty()) {
                    return x;
                }
                changes.clear();
                continue;
            }
            double farthest = round == 0 ? 1 : farthest(x, direction);
            double[] from = x;
            LineSearch.Place found = LineSearch.find(
                    step -> {
                        Value there = function.apply(along(from, direction, step));
                        return new LineSearch.Place(step, there.value(), dot(there.gradient(), direction));
                    },
                    new LineSearch.Place(0, here.value(), slope),
                    farthest);
            double[] next = along(x, direction, found.step());
            Value there = function.apply(next);
            double fall = here.value() - there.value();
            double size = Math.max(1, Math.max(StrictMath.abs(here.value()), StrictMath.abs(there.value())));
            if (fall <= SETTLED * size) {
                return fall < 0 ? x : next;
            }
            remember(
                    new Change(difference(next, x), difference(there.gradient(), here.gradient())),
                    -slope * found.step());
            x = next;
            here = there;
        }
        return x;
    }

    private void remember(Change change, double expected) {
        if (dot(change.step, change.turn) > Math.ulp(1.0) * expected) {
            changes.add(change);
            if (changes.size() > MEMORY) {
                changes.remove(0);
            }
        }
    }

    /**
     * The minimum of the quadratic model: along the bent path of steepest descent, then over what is not at a bound.
     */
    private double[] goal(double[] x, double... gradient) {
        double[][] curvature = curvature(x.length);
        double[] place = cauchy(x, curvature, gradient);
        int[] free = java.util.stream.IntStream.range(0, x.length)
                .filter(i -> place[i] > low && place[i] < high)
                .toArray();
        if (free.length == 0 || changes.isEmpty()) {
            return place;
        }
        double[] rest = times(curvature, difference(place, x));
        double[][] equations = new double[free.length][free.length + 1];
        for (int a = 0; a < free.length; a++) {
            for (int b = 0; b < free.length; b++) {
                equations[a][b] = curvature[free[a]][free[b]];
            }
            equations[a][free.length] = -gradient[free[a]] - rest[free[a]];
        }
        double[] direction = new double[x.length];
        double[] solved = solve(equations);
        for (int a = 0; a < free.length; a++) {
            direction[free[a]] = solved[a];
        }
        return along(place, direction, Math.min(1, farthest(place, direction)));
    }

    /** The first minimum of the model along the gradient, bent at the bounds. */
    private double[] cauchy(double[] x, double[][] curvature, double... gradient) {
        double[] place = x.clone();
        double[] direction = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            boolean blocked = gradient[i] < 0 ? x[i] >= high : x[i] <= low;
            direction[i] = blocked ? 0 : -gradient[i];
        }
        for (int bend = 0; bend <= x.length; bend++) {
            double slope = dot(gradient, direction) + dot(times(curvature, difference(place, x)), direction);
            double curved = dot(times(curvature, direction), direction);
            double least = -slope / curved;
            double end = farthest(place, direction);
            if (!(slope < 0) || least < end) {
                return slope < 0 ? along(place, direction, least) : place;
            }
            for (int i = 0; i < x.length; i++) {
                double bound = direction[i] > 0 ? high : low;
                boolean reached = direction[i] != 0 && (bound - place[i]) / direction[i] <= end;
                place[i] = reached ? bound : place[i] + end * direction[i];
                direction[i] = reached ? 0 : direction[i];
            }
        }
        return place;
    }

    /** How far a direction leads until the first bound. */
    private double farthest(double[] x, double... direction) {
        double farthest = 1e10;
        for (int i = 0; i < x.length; i++) {
            if (direction[i] != 0) {
                farthest = Math.min(farthest, Math.max(0, ((direction[i] > 0 ? high : low) - x[i]) / direction[i]));
            }
        }
        return farthest;
    }

    /** The curvatures that the last changes tell (BFGS). */
    private double[][] curvature(int size) {
        double[][] matrix = new double[size][size];
        double scale = 1;
        if (!changes.isEmpty()) {
            Change last = changes.get(changes.size() - 1);
            scale = dot(last.turn, last.turn) / dot(last.step, last.turn);
        }
        for (int i = 0; i < size; i++) {
            matrix[i][i] = scale;
        }
        for (Change change : changes) {
            double[] bent = times(matrix, change.step);
            double before = dot(bent, change.step);
            double after = dot(change.step, change.turn);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    matrix[i][j] += change.turn[i] * change.turn[j] / after - bent[i] * bent[j] / before;
                }
            }
        }
        return matrix;
    }

    /** Solves linear equations, each with its right side last, by elimination; the matrix is positive definite. */
    private static double[] solve(double[][] equations) {
        int size = equations.length;
        for (int k = 0; k < size; k++) {
            for (int i = k + 1; i < size; i++) {
                double factor = equations[i][k] / equations[k][k];
                for (int j = k; j <= size; j++) {
                    equations[i][j] -= factor * equations[k][j];
                }
            }
        }
        double[] solution = new double[size];
        for (int k = size - 1; k >= 0; k--) {
            double rest = equations[k][size];
            for (int j = k + 1; j < size; j++) {
                rest -= equations[k][j] * solution[j];
            }
            solution[k] = rest / equations[k][k];
        }
        return solution;
    }

    private double[] along(double[] x, double[] direction, double step) {
        double[] place = new double[x.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = Math.max(low, Math.min(high, x[i] + step * direction[i]));
        }
        return place;
    }

    private static double[] difference(double[] a, double... b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double[] times(double[][] matrix, double... x) {
        double[] product = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            product[i] = dot(matrix[i], x);
        }
        return product;
    }

    private static double dot(double[] a, double... b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
