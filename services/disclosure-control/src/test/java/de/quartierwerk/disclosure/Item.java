package de.quartierwerk.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a generated region counts: two parts and their total, a share in a population, a ratio and a mean of its own.
 */
enum Item {
    PART(Measure.COUNT, Series.Figures.COUNT),
    OTHER(Measure.COUNT, Series.Figures.COUNT),
    TOTAL(Measure.COUNT, Series.Figures.COUNT),
    SHARE(Measure.SHARE, Series.Figures.NONE),
    POPULATION(Measure.COUNT, Series.Figures.COUNT),
    RATIO(Measure.SHARE, Series.Figures.RATIO),
    MEAN(Measure.MEAN, Series.Figures.MEAN);

    static final List<Item> DELIVERED = List.of(PART, OTHER, POPULATION, RATIO, MEAN);

    final Measure measure;
    private final Series.Figures figures;

    Item(Measure measure, Series.Figures figures) {
        this.measure = measure;
        this.figures = figures;
    }

    static List<Series> series() {
        return Arrays.stream(values()).map(Item::asSeries).toList();
    }

    private Series asSeries() {
        int[] inputs = switch (this) {
            case TOTAL -> new int[] {PART.number(), OTHER.number()};
            case SHARE -> new int[] {PART.number(), POPULATION.number()};
            default -> new int[0];
        };
        double[] factors = this == TOTAL ? new double[] {1, 1} : new double[0];
        return new Series(title(), figures, 3, inputs, factors, this == SHARE);
    }

    /** Its place among the series. */
    int number() {
        return List.of(values()).indexOf(this);
    }

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a value comes with a numerator and a denominator that are delivered with it. */
    boolean hasOwnParts() {
        return this == RATIO || this == MEAN;
    }
}
