package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * The bounds between which secret numbers must lie, given the equations that connect them. Bounds are narrowed equation
 * by equation, which gives the exact interval where the equations form no circle; otherwise linear programming decides.
 */
final class Intervals {
    private static final double TINY = 1e-6;
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_PIVOTS = 1000;
    private static final double ROOM = 4000;

    private final double[] values;
    private final double[] floors;
    private final List<int[]> terms;
    private final List<double[]> factors;
    private final double[] low;
    private final double[] high;

    /**
     * Computes the intervals.
     *
     * @param values the numbers as they are
     * @param floors the least that everybody knows them to be
     * @param terms for each equation, the numbers it connects
     * @param factors for each equation, their coefficients
     * @param enough a width that suffices; no wider interval is looked for
     */
    Intervals(double[] values, double[] floors, List<int[]> terms, List<double[]> factors, double enough) {
        this.values = values;
        this.floors = floors;
        this.terms = terms;
        this.factors = factors;
        this.low = floors.clone();
        this.high = new double[values.length];
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        propagate();
        if (hasCircle()) {
            solve(enough);
        }
    }

    double width(int number) {
        return high[number] - low[number] + TINY;
    }

    private void propagate() {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (int e = 0; e < terms.size(); e++) {
                changed |= narrow(terms.get(e), factors.get(e));
            }
        }
    }

    /** Each number lies between the total less the most, and the total less the least, that the others can be. */
    private boolean narrow(int[] numbers, double[] factor) {
        double total = 0;
        double least = 0;
        double most = 0;
        int leastOpen = 0;
        int mostOpen = 0;
        for (int i = 0; i < numbers.length; i++) {
            total += factor[i] * values[numbers[i]];
            double atLow = factor[i] * low[numbers[i]];
            double atHigh = factor[i] * high[numbers[i]];
            double min = Math.min(atLow, atHigh);
            double max = Math.max(atLow, atHigh);
            leastOpen += Double.isInfinite(min) ? 1 : 0;
            mostOpen += Double.isInfinite(max) ? 1 : 0;
            least += Double.isInfinite(min) ? 0 : min;
            most += Double.isInfinite(max) ? 0 : max;
        }
        boolean changed = false;
        for (int i = 0; i < numbers.length; i++) {
            double atLow = factor[i] * low[numbers[i]];
            double atHigh = factor[i] * high[numbers[i]];
            double min = Math.min(atLow, atHigh);
            double max = Math.max(atLow, atHigh);
            int othersLeastOpen = leastOpen - (Double.isInfinite(min) ? 1 : 0);
            int othersMostOpen = mostOpen - (Double.isInfinite(max) ? 1 : 0);
            double ceiling = othersLeastOpen > 0
                    ? Double.POSITIVE_INFINITY
                    : total - (least - (Double.isInfinite(min) ? 0 : min));
            double floor =
                    othersMostOpen > 0 ? Double.NEGATIVE_INFINITY : total - (most - (Double.isInfinite(max) ? 0 : max));
            changed |= factor[i] > 0
                    ? tighten(numbers[i], floor / factor[i], ceiling / factor[i])
                    : tighten(numbers[i], ceiling / factor[i], floor / factor[i]);
        }
        return changed;
    }

    private boolean tighten(int number, double floor, double ceiling) {
        boolean changed = false;
        if (floor > low[number] + TINY) {
            low[number] = floor;
            changed = true;
        }
        if (ceiling < high[number] - TINY) {
            high[number] = ceiling;
            changed = true;
        }
        return changed;
    }

    /** Numbers and equations form a forest if no join connects two that are connected already. */
    private boolean hasCircle() {
        int[] roots = new int[values.length + terms.size()];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = i;
        }
        for (int e = 0; e < terms.size(); e++) {
            for (int number : terms.get(e)) {
                int a = root(roots, number);
                int b = root(roots, values.length + e);
                if (a == b) {
                    return true;
                }
                roots[a] = b;
            }
        }
        return false;
    }

    private static int root(int[] roots, int of) {
        int root = of;
        while (roots[root] != root) {
            roots[root] = roots[roots[root]];
            root = roots[root];
        }
        return root;
    }

    /**
     * Finds bounds that solutions reach: first by moving from the true numbers in directions that keep all sums, then,
     * where that does not suffice, by linear programming. Each solution widens the intervals of all numbers at once.
     */
    private void solve(double enough) {
        double[] least = values.clone();
        double[] most = values.clone();
        Directions directions = new Directions(values.length, terms, factors);
        directions.walk(values, floors, ROOM, least, most);
        LinearConstraintSet constraints = null;
        for (int number = 0; number < values.length; number++) {
            for (GoalType goal : List.of(GoalType.MAXIMIZE, GoalType.MINIMIZE)) {
                boolean hopeless = high[number] - low[number] < TINY || !directions.moves(number);
                if (!hopeless && most[number] - least[number] < enough - TINY) {
                    constraints = constraints == null ? constraints() : constraints;
                    reach(number, goal, constraints, least, most);
                }
            }
        }
        System.arraycopy(least, 0, low, 0, least.length);
        System.arraycopy(most, 0, high, 0, most.length);
    }

    private LinearConstraintSet constraints() {
        int count = values.length;
        List<LinearConstraint> constraints = new ArrayList<>();
        double above = ROOM;
        double[] ones = new double[count];
        for (int i = 0; i < count; i++) {
            above += values[i] - floors[i];
            ones[i] = 1;
        }
        constraints.add(new LinearConstraint(ones, Relationship.LEQ, above));
        for (int e = 0; e < terms.size(); e++) {
            double[] row = new double[count];
            double right = 0;
            for (int i = 0; i < terms.get(e).length; i++) {
                int number = terms.get(e)[i];
                row[number] += factors.get(e)[i];
                right += factors.get(e)[i] * (values[number] - floors[number]);
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, right));
        }
        return new LinearConstraintSet(constraints);
    }

    private void reach(int number, GoalType goal, LinearConstraintSet constraints, double[] least, double[] most) {
        double[] objective = new double[values.length];
        objective[number] = 1;
        try {
            PointValuePair found = new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_PIVOTS),
                            new LinearObjectiveFunction(objective, 0),
                            constraints,
                            goal,
                            PivotSelectionRule.BLAND,
                            new NonNegativeConstraint(true));
            double[] point = found.getPointRef();
            for (int i = 0; i < point.length; i++) {
                least[i] = Math.min(least[i], floors[i] + point[i]);
                most[i] = Math.max(most[i], floors[i] + point[i]);
            }
        } catch (MathIllegalStateException unproven) {
            // What cannot be shown to be safe counts as unsafe: its interval stays as narrow as it is known.
            return;
        }
    }
}
