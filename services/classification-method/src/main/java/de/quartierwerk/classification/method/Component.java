package de.quartierwerk.classification.method;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A component of an index: an indicator or an earlier index, made ready in the order measure, transform, polarity,
 * standardise, weight.
 *
 * @param indicator indicator code; null where it is an index
 * @param index code of an earlier index of the scheme; null where it is an indicator
 * @param measure what is taken of it
 * @param lag how many periods before the change is measured from
 * @param transform transformation of the single number
 * @param polarity whether a high number is a burden
 * @param standardise standardisation over the universe
 * @param weight weight in the combination
 */
public record Component(
        @Nullable String indicator,
        @Nullable String index,
        Measure measure,
        int lag,
        Transform transform,
        Polarity polarity,
        Standardise standardise,
        double weight) {
    /** Code of the indicator or index. */
    public String of() {
        return indicator == null ? Objects.requireNonNull(index) : indicator;
    }

    /** Whether the measure looks back in time. */
    public boolean looksBack() {
        return measure == Measure.CHANGE || measure == Measure.PERCENT_CHANGE;
    }
}
