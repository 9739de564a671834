package de.quartierwerk.classification.method;

/**
 * A component of an index: an indicator or an earlier index, made ready in the order measure, transform, polarity,
 * standardise, weight.
 *
 * @param indicator indicator code, or null
 * @param index code of an earlier index of the scheme, or null
 * @param measure what is taken of it
 * @param lag how many periods before the change is measured from
 * @param transform transformation of the single number
 * @param polarity whether a high number is a burden
 * @param standardise standardisation over the universe
 * @param weight weight in the combination
 */
public record Component(
        String indicator,
        String index,
        Measure measure,
        int lag,
        Transform transform,
        Polarity polarity,
        Standardise standardise,
        double weight) {
    /** Code of the indicator or index. */
    public String of() {
        return indicator == null ? index : indicator;
    }

    /** Whether the measure looks back in time. */
    public boolean looksBack() {
        return measure == Measure.CHANGE || measure == Measure.PERCENT_CHANGE;
    }
}
