package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number in the equations. Revisions of a value that repeat the same number share a variable, so that a number that
 * was published once stays published. What nobody delivered is a variable without a cell: secret, but not protected.
 */
final class Variable {
    private static final int NO_CELL = -1;

    private final int cell;
    private final Figure figure;
    private final List<Equation> equations = new ArrayList<>(2);
    private final boolean kept;
    private double value;
    private boolean givenUp;
    private boolean written;
    private boolean chosen;
    private @Nullable Boolean supposed;

    /**
     * A number of a cell.
     *
     * @param cell the earliest revision that holds it
     * @param value the number; NaN where its source keeps it
     */
    Variable(int cell, Figure figure, double value) {
        this.cell = cell;
        this.figure = figure;
        this.kept = Double.isNaN(value);
        this.value = value;
    }

    /** What an equation lacks because nobody delivered it. */
    static Variable undelivered(double value) {
        return new Variable(NO_CELL, Figure.NUMERATOR, value);
    }

    /** The earliest revision that holds it. */
    int cell() {
        return cell;
    }

    Figure figure() {
        return figure;
    }

    boolean isUndelivered() {
        return cell == NO_CELL;
    }

    /** The number, or a guess where its source keeps it; NaN before there is a guess. */
    double value() {
        return value;
    }

    boolean isUnknown() {
        return Double.isNaN(value);
    }

    /** Whether its source keeps it, even where there is a guess. */
    boolean isKept() {
        return kept;
    }

    void guess(double guess) {
        value = guess;
    }

    /** Treats it as known to the public although it is not shown. */
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /** Notes whether the release at hand suppresses it for the sake of others. */
    void choose(boolean forOthers) {
        chosen = forOthers;
    }

    /** Whether the release at hand suppresses it for the sake of others. */
    boolean isChosen() {
        return chosen;
    }

    /** Supposes that it is secret or not, whatever it is; null ends that. */
    void suppose(@Nullable Boolean secret) {
        supposed = secret;
    }

    @Nullable
    Boolean supposed() {
        return supposed;
    }

    /** Returns true once: the caller then writes down its equations. */
    boolean beginWriting() {
        boolean first = !written;
        written = true;
        return first;
    }

    /** The equations written down so far that contain it, in that order. */
    List<Equation> equations() {
        return equations;
    }
}
