package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Chooses what to suppress beside the secret numbers, and suppresses it. */
final class Suppression {
    private static final double AS_LAST_RESORT = 1e12;
    private static final double ALREADY_HALF_HIDDEN = 1e-3;
    private static final double NEARLY_EQUAL = 1.5;

    private final Cells cells;
    private final Equations equations;
    private final IntConsumer hidden;
    private final Map<Integer, Short> marksBefore = new LinkedHashMap<>();
    private final Map<Integer, Long> lots = new HashMap<>();
    private final Set<Variable> chosen = new LinkedHashSet<>();

    /** @param hidden called with each cell that becomes hidden, before what was computed from it */
    Suppression(Cells cells, Equations equations, IntConsumer hidden) {
        this.cells = cells;
        this.equations = equations;
        this.hidden = hidden;
    }

    /** What is suppressed by now stays so. */
    void keep() {
        marksBefore.clear();
    }

    /** Suppresses one number of some equations, see {@link #inOrder}. Returns whether there is one. */
    boolean hideOneOf(Collection<Equation> among) {
        List<Variable> candidates = candidates(among);
        if (candidates.isEmpty()) {
            return false;
        }
        hide(inOrder(candidates, among).get(0));
        return true;
    }

    /** Suppresses one number of some equations that a holder does not know. Returns whether there is one. */
    boolean hideOneFrom(int holder, Collection<Equation> among) {
        List<Variable> candidates = candidates(among);
        candidates.removeIf(variable -> equations.isHeldBy(variable, holder));
        if (candidates.isEmpty()) {
            return false;
        }
        hide(inOrder(candidates, among).get(0));
        return true;
    }

    /** The numbers of some equations that can be suppressed. */
    List<Variable> candidates(Collection<Equation> among) {
        Set<Variable> candidates = new LinkedHashSet<>();
        for (Equation equation : among) {
            for (Variable variable : equation.variables()) {
                if (equations.isShown(variable) && isHideableNumber(variable) && helps(variable)) {
                    candidates.add(variable);
                }
            }
        }
        return new ArrayList<>(candidates);
    }

    /** Whether a number can be kept secret at all: none of its sums has only public numbers besides. */
    private boolean helps(Variable candidate) {
        for (Equation equation : equations.of(candidate)) {
            boolean alone = true;
            for (Variable other : equation.variables()) {
                alone &= other.equals(candidate) || !(equations.isSecret(other) || isHideableNumber(other));
            }
            if (alone) {
                return false;
            }
        }
        return true;
    }

    /**
     * Candidates, the best first: those that leave the fewest sums with a single secret number, parts before totals,
     * and among these by lot one of those that lose nearly the least. What counts as nearly the least depends only on
     * the secret numbers' sum and on what stays public, both of which the public knows: that a number was chosen tells
     * nobody more than that.
     */
    List<Variable> inOrder(Collection<Variable> candidates, Collection<Equation> among) {
        double secret = secretSum(among);
        List<Candidate> order = new ArrayList<>();
        Map<Integer, Double> least = new LinkedHashMap<>();
        for (Variable variable : candidates) {
            int cost = 2 * newSingles(variable, among) + (isTotal(variable, among) ? 1 : 0);
            Candidate candidate = new Candidate(variable, cost, loss(variable), equations.minimum(variable));
            order.add(candidate);
            least.merge(candidate.cost, candidate.loss, Math::min);
        }
        order.sort(Comparator.comparingInt(Candidate::cost)
                .thenComparingLong(
                        candidate -> candidate.rank(least.getOrDefault(candidate.cost, candidate.loss), secret))
                .thenComparingLong(candidate -> lot(candidate.variable))
                .thenComparing(candidate -> candidate.variable.figure()));
        return order.stream().map(Candidate::variable).toList();
    }

    /**
     * A number that may be suppressed.
     *
     * @param cost twice the sums that it would leave with a single secret number, one more for a total
     */
    private record Candidate(Variable variable, int cost, double loss, double minimum) {
        /** 0 for those that lose nearly the least, else their loss. */
        private long rank(double least, double secret) {
            double nearly = NEARLY_EQUAL * (least + minimum) - secret;
            return loss <= Math.max(least, nearly) ? 0 : (long) Math.ceil(loss);
        }
    }

    private long lot(Variable variable) {
        return lots.computeIfAbsent(variable.cell(), cells::lot);
    }

    /** How many sums without a secret number would have one. */
    private int newSingles(Variable candidate, Collection<Equation> among) {
        int count = 0;
        for (Equation equation : equations.of(candidate)) {
            if (!among.contains(equation) && Arrays.stream(equation.variables()).noneMatch(equations::isSecret)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isTotal(Variable candidate, Collection<Equation> among) {
        for (Equation equation : among) {
            for (int i = 0; i < equation.variables().length; i++) {
                if (equation.variables()[i].equals(candidate) && equation.coefficients()[i] < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private double secretSum(Collection<Equation> among) {
        double sum = 0;
        for (Variable variable : among.iterator().next().variables()) {
            sum += equations.isSecret(variable) ? Math.abs(variable.value()) : 0;
        }
        return sum;
    }

    /** The numbers that were suppressed for the sake of others. */
    List<Variable> chosen() {
        return List.copyOf(chosen);
    }

    /** Suppresses a number wherever it is shown. */
    void hide(Variable variable) {
        variable.choose(true);
        chosen.add(variable);
        for (int cell : equations.cellsOf(variable)) {
            if (!equations.hides(cell, variable.figure())) {
                hide(cell, variable.figure());
            }
        }
    }

    /** Takes back that numbers were suppressed, as far as nothing else demands it. */
    void show(Collection<Variable> variables) {
        Set<Integer> shown = new LinkedHashSet<>();
        for (Variable variable : variables) {
            variable.choose(false);
            chosen.remove(variable);
            equations.cellsOf(variable).forEach(cell -> restore(cell, shown));
        }
        for (int cell : shown) {
            for (Figure figure : Figure.BOTH) {
                if (equations.exists(cell, figure)
                        && !equations.hides(cell, figure)
                        && equations.variable(cell, figure).isChosen()) {
                    hide(cell, figure);
                }
            }
            for (int input : inputsOf(cell)) {
                if (cells.isHidden(input)) {
                    hideFollowers(input);
                }
            }
        }
    }

    private void restore(int cell, Set<Integer> shown) {
        Short before = marksBefore.remove(cell);
        if (before != null) {
            cells.restore(cell, before);
            shown.add(cell);
            for (int series = 0; series < cells.series().size(); series++) {
                int follower = isInput(series, cell) < 0 ? -1 : cells.latest(series, cells.spaceOf(cell));
                if (follower >= 0) {
                    restore(follower, shown);
                }
            }
        }
    }

    private List<Integer> inputsOf(int cell) {
        List<Integer> inputs = new ArrayList<>();
        if (cells.seriesOf(cell).follows()) {
            for (int series : cells.seriesOf(cell).inputs()) {
                int input = series < 0 ? -1 : cells.latest(series, cells.spaceOf(cell));
                if (input >= 0) {
                    inputs.add(input);
                }
            }
        }
        return inputs;
    }

    /** What the public loses with a number. */
    double loss(Variable variable) {
        double value = Math.abs(variable.value());
        boolean half = variable.figure() == Figure.DENOMINATOR && cells.isHidden(variable.cell());
        return (value == 0 ? AS_LAST_RESORT : value) * (half ? ALREADY_HALF_HIDDEN : 1);
    }

    private boolean isHideableNumber(Variable variable) {
        for (int cell : equations.cellsOf(variable)) {
            if (!equations.hides(cell, variable.figure()) && !isHideable(cell)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the cell can still be suppressed, with all that was computed from it. */
    private boolean isHideable(int cell) {
        if (!cells.has(cell, Cells.FRESH)) {
            return false;
        }
        for (int series = 0; series < cells.series().size(); series++) {
            if (isInput(series, cell) >= 0) {
                int follower = cells.latest(series, cells.spaceOf(cell));
                if (shows(follower) && !isHideable(follower)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean shows(int cell) {
        return cell >= 0 && !cells.isHidden(cell) && !Double.isNaN(cells.figure(cell, Figure.NUMERATOR));
    }

    /** The place of the cell's series among the inputs of a series that follows; -1 for none. */
    private int isInput(int series, int cell) {
        Series other = cells.series().get(series);
        if (other.follows()) {
            for (int i = 0; i < other.inputs().length; i++) {
                if (other.inputs()[i] == cells.series(cell)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /**
     * Suppresses a cell and all that was computed from it.
     *
     * @param figure its denominator, if that is suppressed as well
     */
    void hide(int cell, Figure figure) {
        boolean both = figure == Figure.DENOMINATOR || cells.seriesOf(cell).figures() == Series.Figures.MEAN;
        marksBefore.putIfAbsent(cell, cells.marks(cell));
        cells.mark(cell, Cells.HIDDEN);
        cells.mark(cell, Cells.CHANGED);
        if (both) {
            cells.mark(cell, Cells.DENOMINATOR_HIDDEN);
        }
        hidden.accept(cell);
        hideFollowers(cell);
    }

    /** Suppresses what the release at hand computes from a cell in another way than as a sum. */
    void hideFollowers(int cell) {
        for (int series = 0; series < cells.series().size(); series++) {
            int place = isInput(series, cell);
            int follower = place < 0 ? -1 : cells.latest(series, cells.spaceOf(cell));
            if (follower >= 0 && cells.has(follower, Cells.FRESH) && (shows(follower) || cells.isHidden(follower))) {
                int at = place;
                boolean denominator = !cells.seriesOf(follower).share()
                        || Arrays.stream(cells.seriesOf(follower).below()).anyMatch(below -> below == at);
                boolean enough = cells.isHidden(follower) && (!denominator || cells.isDenominatorHidden(follower));
                if (!enough) {
                    hide(follower, denominator ? Figure.DENOMINATOR : Figure.NUMERATOR);
                }
            }
        }
    }

    /** Suppresses one of the cells that lose nearly the least, by lot. Returns whether one can be suppressed. */
    boolean hideOnePart(List<Integer> parts) {
        Map<Integer, Candidate> candidates = new LinkedHashMap<>();
        for (int cell : parts) {
            if (isHideable(cell)) {
                Variable variable = equations.variable(cell, Figure.NUMERATOR);
                candidates.put(
                        cell,
                        new Candidate(
                                variable,
                                0,
                                loss(variable),
                                cells.seriesOf(cell).minimum()));
            }
        }
        double least =
                candidates.values().stream().mapToDouble(Candidate::loss).min().orElse(0);
        Optional<Integer> chosen = candidates.entrySet().stream()
                .min(Comparator.comparingLong((Map.Entry<Integer, Candidate> entry) ->
                                entry.getValue().rank(least, 0))
                        .thenComparingLong(entry -> cells.lot(entry.getKey())))
                .map(Map.Entry::getKey);
        chosen.ifPresent(cell -> hide(cell, Figure.NUMERATOR));
        return chosen.isPresent();
    }
}
