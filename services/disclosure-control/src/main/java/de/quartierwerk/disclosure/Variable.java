package de.quartierwerk.disclosure;

import java.util.ArrayList;
import java.util.List;

/**
 * A number in the equations. It is not a cell: revisions that repeat the same number share it, so that what was
 * published once stays published. What nobody delivered is a variable without a cell, secret and unprotected.
 */
final class Variable {
    private static final int NO_CELL = -1;

    private final int cell;
    private final Figure figure;
    private final List<Equation> equations = new ArrayList<>(2);
    private double value;
    private boolean givenUp;
    private boolean written;

    /**
     * A number of a cell.
     *
     * @param cell the earliest revision that holds it
     * @param value the number; NaN where its source keeps it
     */
    Variable(int cell, Figure figure, double value) {
        this.cell = cell;
        this.figure = figure;
        this.value = value;
    }

    /** What an equation lacks, since nobody delivered it. */
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

    /** The number itself; a guess where its source keeps it, NaN before there is one. */
    double value() {
        return value;
    }

    boolean isUnknown() {
        return Double.isNaN(value);
    }

    void guess(double guess) {
        value = guess;
    }

    /** Counts it as known to the public although it is not shown. */
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /** Whether nobody has written down its equations as yet; from now on somebody has. */
    boolean beginWriting() {
        boolean first = !written;
        written = true;
        return first;
    }

    /** The equations that were written down with it, the first one first. */
    List<Equation> equations() {
        return equations;
    }
}
