package de.quartierwerk.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Somebody with a spreadsheet and patience, who writes down every sum that must hold between numbers at every instant,
 * puts in what is public, and computes by linear programming how small and how large each secret number can be. The
 * attacker knows the structure of the data and nothing of the code that protects them.
 */
public final class Attacker {
    private static final double TINY = 1e-6;

    private final Map<String, Double> known = new HashMap<>();
    private final Map<String, Double> floors = new HashMap<>();
    private final Map<String, Double> truth = new HashMap<>();
    private final List<Map<String, Double>> sums = new ArrayList<>();
    private final double width;

    /** Looks for numbers that can have one value only. */
    public Attacker() {
        this(1);
    }

    /**
     * @param width looks for numbers that lie in a narrower interval: 1 for those that are known, 2 for two candidates
     */
    Attacker(double width) {
        this.width = width;
    }

    /** A number that is public. */
    public void sees(String name, double value) {
        known.put(name, value);
    }

    /** A number that is not public, but not smaller than its floor. */
    public void seesMark(String name, double floor) {
        floors.putIfAbsent(name, floor);
    }

    /** The truth about a number, for a quicker proof that it could be another one as well. */
    void isTold(String name, double value) {
        truth.put(name, value);
    }

    /** The products of the numbers and their factors add up to zero. */
    public void sum(Map<String, Double> factors) {
        sums.add(factors);
    }

    /** The names of the secret numbers that the public can confine to an interval narrower than the width. */
    public Set<String> findings() {
        List<Map<String, Double>> rows = new ArrayList<>();
        List<Double> rights = new ArrayList<>();
        Map<String, List<Integer>> uses = new LinkedHashMap<>();
        for (Map<String, Double> sum : sums) {
            Map<String, Double> row = new LinkedHashMap<>();
            double right = 0;
            for (Map.Entry<String, Double> term : sum.entrySet()) {
                if (known.containsKey(term.getKey())) {
                    right -= term.getValue() * known.get(term.getKey());
                } else {
                    row.put(term.getKey(), term.getValue());
                    right -= term.getValue() * floors.getOrDefault(term.getKey(), 0.0);
                }
            }
            if (!row.isEmpty() && !rows.contains(row)) {
                row.keySet()
                        .forEach(name -> uses.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(rows.size()));
                rows.add(row);
                rights.add(right);
            }
        }
        Set<String> found = new TreeSet<>();
        Set<String> done = new TreeSet<>();
        for (String name : uses.keySet()) {
            if (!done.contains(name)) {
                attack(name, uses, rows, rights, done, found);
            }
        }
        return found;
    }

    private void attack(
            String start,
            Map<String, List<Integer>> uses,
            List<Map<String, Double>> rows,
            List<Double> rights,
            Set<String> done,
            Set<String> found) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Set<Integer> used = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        done.add(start);
        while (!open.isEmpty()) {
            String name = open.remove();
            places.put(name, places.size());
            for (int row : uses.get(name)) {
                if (used.add(row)) {
                    rows.get(row).keySet().stream().filter(done::add).forEach(open::add);
                }
            }
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int row : used) {
            double[] factors = new double[places.size()];
            rows.get(row).forEach((name, factor) -> factors[places.get(name)] += factor);
            constraints.add(new LinearConstraint(factors, Relationship.EQ, rights.get(row)));
        }
        double[] ones = new double[places.size()];
        java.util.Arrays.fill(ones, 1);
        constraints.add(new LinearConstraint(ones, Relationship.LEQ, 1e6));
        solve(places, constraints, found);
    }

    private void solve(Map<String, Integer> places, List<LinearConstraint> constraints, Set<String> found) {
        double[] least = new double[places.size()];
        double[] most = new double[places.size()];
        java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
        java.util.Arrays.fill(most, Double.NEGATIVE_INFINITY);
        trySolutionsNearTheTruth(places, constraints, least, most);
        places.forEach((name, place) -> {
            for (GoalType goal : List.of(GoalType.MINIMIZE, GoalType.MAXIMIZE)) {
                if (floors.containsKey(name) && !(most[place] - least[place] > width - TINY)) {
                    double[] objective = new double[places.size()];
                    objective[place] = 1;
                    widen(optimum(objective, constraints, goal), least, most);
                }
            }
            if (floors.containsKey(name) && most[place] - least[place] < width - TINY) {
                found.add(name);
            }
        });
    }

    private static void widen(double[] point, double[] least, double[] most) {
        for (int i = 0; i < point.length; i++) {
            least[i] = Math.min(least[i], point[i]);
            most[i] = Math.max(most[i], point[i]);
        }
    }

    private static double[] optimum(double[] objective, List<LinearConstraint> constraints, GoalType goal) {
        MathIllegalStateException last = null;
        for (PivotSelectionRule rule : PivotSelectionRule.values()) {
            try {
                return new SimplexSolver()
                        .optimize(
                                new MaxIter(3000),
                                new LinearObjectiveFunction(objective, 0),
                                new LinearConstraintSet(constraints),
                                goal,
                                rule,
                                new NonNegativeConstraint(true))
                        .getPointRef();
            } catch (MathIllegalStateException failed) {
                boolean turnsInCircles = failed.getSpecifier() == LocalizedCoreFormats.MAX_COUNT_EXCEEDED;
                if (!turnsInCircles) {
                    throw failed;
                }
                last = failed;
            }
        }
        throw new IllegalStateException("no optimum found", last);
    }

    /**
     * A second solution proves at once that numbers are not determined. It may come from anywhere, since it is checked
     * here.
     */
    private void trySolutionsNearTheTruth(
            Map<String, Integer> places, List<LinearConstraint> constraints, double[] least, double[] most) {
        if (!truth.keySet().containsAll(places.keySet())) {
            return;
        }
        double[] start = new double[places.size()];
        places.forEach((name, place) -> start[place] = truth.get(name) - floors.getOrDefault(name, 0.0));
        if (!holds(start, constraints)) {
            return;
        }
        widen(start, least, most);
        List<int[]> terms = new ArrayList<>();
        List<double[]> factors = new ArrayList<>();
        for (LinearConstraint constraint : constraints) {
            if (constraint.getRelationship() == Relationship.EQ) {
                terms.add(IntStream.range(0, start.length).toArray());
                factors.add(constraint.getCoefficients().toArray());
            }
        }
        List<double[]> directions = new ArrayList<>(new Directions(start.length, terms, factors).all());
        directions.addAll(differences(directions));
        for (double[] direction : directions) {
            for (int step : new int[] {-4, -3, -2, -1, 1, 2, 3, 4}) {
                double[] point = start.clone();
                for (int i = 0; i < point.length; i++) {
                    point[i] += step * direction[i];
                }
                if (holds(point, constraints)) {
                    widen(point, least, most);
                }
            }
        }
    }

    private static List<double[]> differences(List<double[]> directions) {
        List<double[]> differences = new ArrayList<>();
        for (double[] one : directions) {
            for (double[] other : directions) {
                double[] difference = one.clone();
                for (int i = 0; i < difference.length; i++) {
                    difference[i] -= other[i];
                }
                differences.add(difference);
            }
        }
        return differences;
    }

    private static boolean holds(double[] point, List<LinearConstraint> constraints) {
        for (double each : point) {
            if (each < -TINY) {
                return false;
            }
        }
        for (LinearConstraint constraint : constraints) {
            double sum = 0;
            for (int i = 0; i < point.length; i++) {
                sum += constraint.getCoefficients().getEntry(i) * point[i];
            }
            if (constraint.getRelationship() == Relationship.EQ && Math.abs(sum - constraint.getValue()) > TINY) {
                return false;
            }
        }
        return true;
    }
}
