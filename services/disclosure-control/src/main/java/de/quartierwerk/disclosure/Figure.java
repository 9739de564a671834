package de.quartierwerk.disclosure;

import java.util.List;

/** Which of the two numbers of a cell. */
public enum Figure {
    /** The count, the sum of a mean, or the numerator. */
    NUMERATOR,
    /** The denominator, or the number of cases of a mean. */
    DENOMINATOR;

    static final List<Figure> BOTH = List.of(NUMERATOR, DENOMINATOR);
}
