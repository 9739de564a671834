package de.quartierwerk.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Chooses what to suppress beside the secret numbers, and suppresses it. */
final class Suppression {
    private static final double AS_LAST_RESORT = 1e12;
    private static final double ALREADY_HALF_HIDDEN = 1e-3;

    private final Cells cells;
    private final Equations equations;
    private final IntConsumer hidden;

    /** @param hidden called with each cell that becomes hidden, before what was computed from it */
    Suppression(Cells cells, Equations equations, IntConsumer hidden) {
        this.cells = cells;
        this.equations = equations;
        this.hidden = hidden;
    }

    /** Suppresses the number of some equations that loses least. Returns whether there is one. */
    boolean hideOneOf(List<Equation> among) {
        Variable best = null;
        double least = Double.POSITIVE_INFINITY;
        for (Equation equation : among) {
            for (Variable variable : equation.variables()) {
                if (equations.isShown(variable)) {
                    double loss = loss(variable);
                    if (loss < least && isHideableNumber(variable)) {
                        best = variable;
                        least = loss;
                    }
                }
            }
        }
        if (best == null) {
            return false;
        }
        for (int cell : equations.cellsOf(best)) {
            if (!equations.hides(cell, best.figure())) {
                hide(cell, best.figure());
            }
        }
        return true;
    }

    /** What the public loses with a number. */
    private double loss(Variable variable) {
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
                if (other.inputs()[i] == cells.seriesNumber(cell)) {
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

    /** Suppresses the cell that loses least. Returns whether one can be suppressed. */
    boolean hideOnePart(List<Integer> parts) {
        Optional<Integer> least = parts.stream()
                .filter(this::isHideable)
                .min(Comparator.comparingDouble(cell -> loss(equations.variable(cell, Figure.NUMERATOR))));
        least.ifPresent(cell -> hide(cell, Figure.NUMERATOR));
        return least.isPresent();
    }
}
