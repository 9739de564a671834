package de.quartierwerk.classification.method;

/**
 * A column made comparable over a universe.
 *
 * @param scales the scales it was made comparable on
 * @param groups groups of the spaces; those of the scales may be of several periods
 * @param numbers the standardised numbers, {@code NaN} where there is none; not a copy
 */
@SuppressWarnings("ArrayRecordComponent") // a column, which is never compared
record Standardised(Scales scales, Groups groups, double[] numbers) {
    /** Standardises the numbers of {@code x} inside {@code universe}; positions outside become {@code NaN}. */
    static Standardised of(Standardise how, double[] x, boolean[] universe) {
        return of(Standardisation.of(how), Sample.of(x, universe));
    }

    /** Standardises the numbers of a sample over itself. */
    static Standardised of(Standardisation how, Sample sample) {
        Scales scales = Scales.of(how, 1, false, sample);
        return on(scales, sample);
    }

    /** Standardises the numbers of a sample on scales that were found before. */
    static Standardised on(Scales scales, Sample sample) {
        return new Standardised(scales, sample.groups(), scales.places(sample.x(), sample.universe(), sample.groups()));
    }

    Spread spread() {
        return scales.spread();
    }

    /** False where the numbers do not vary, so that there is nothing to divide by. */
    boolean usable() {
        return scales.usable();
    }
}
