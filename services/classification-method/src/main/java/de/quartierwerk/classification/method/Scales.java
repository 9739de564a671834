package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scales of a column: one for all spaces, or one for each group of them. */
final class Scales {
    private final Groups groups;
    private final Spread spread;
    private final Scale[] scales;
    private final @Nullable Scale again;

    private Scales(Groups groups, Spread spread, Scale[] scales, @Nullable Scale again) {
        this.groups = groups;
        this.spread = spread;
        this.scales = scales;
        this.again = again;
    }

    /**
     * Estimates the scales.
     *
     * @param how the standardisation
     * @param sign sign that the numbers already have
     * @param turned whether the results are turned round within their range
     */
    static Scales of(Standardisation how, double sign, boolean turned, Sample sample) {
        if (sample.groups().isWhole()) {
            Scale one = new Scale(how, sign, turned, sample);
            return new Scales(sample.groups(), one.spread(), new Scale[] {one}, null);
        }
        List<Scale> scales = new ArrayList<>();
        for (int[] members : sample.groups().members(sample.universe())) {
            scales.add(new Scale(how, sign, turned, sample.of(members)));
        }
        return new Scales(
                sample.groups(),
                sample.spread(how.method() == Standardise.Z_SAMPLE),
                scales.toArray(Scale[]::new),
                null);
    }

    /** The same, centred and scaled once more over numbers that it has placed; spreads stay those of the column. */
    Scales rescaled(Sample placed) {
        Scale second = new Scale(Standardisation.of(Standardise.Z_POPULATION), 1, false, placed);
        return new Scales(groups, spread, scales, second);
    }

    /** Whether the numbers vary, in one of the groups at least. */
    boolean usable() {
        return Arrays.stream(scales).anyMatch(Scale::usable) && (again == null || again.usable());
    }

    /** Spread of the whole column. */
    Spread spread() {
        return spread;
    }

    /** Spread of the group with a number; of the whole column where there is one group only. */
    Spread spread(int group) {
        return groups.isWhole() || group < 0 ? spread : scales[group].spread();
    }

    Groups groups() {
        return groups;
    }

    /** The place of a number on the scale of a group, {@code NaN} where it has none. */
    double place(double x, int group) {
        if (group < 0 || !scales[group].usable()) {
            return Double.NaN;
        }
        double place = scales[group].place(x);
        return again == null ? place : again.place(place);
    }

    /** The places of the numbers inside a universe; {@code NaN} outside, and everywhere where nothing varies. */
    double[] places(double[] x, boolean[] universe, Groups ofX) {
        double[] places = Column.nothing(x.length);
        if (usable()) {
            for (int i = 0; i < x.length; i++) {
                if (universe[i] && !Double.isNaN(x[i])) {
                    places[i] = place(x[i], ofX.of(i));
                }
            }
        }
        return places;
    }
}
