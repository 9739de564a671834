package de.quartierwerk.classification.method;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A component of an index: an indicator, an earlier index or a condition, made ready in the order measure, impute,
 * transforms, polarity, standardise, weight.
 *
 * @param indicator indicator code; null where it is something else
 * @param index code of an earlier index of the scheme; null where it is something else
 * @param condition a condition: 1 where it holds, 0 where it does not; null where it is something else
 * @param measure what is taken of an indicator or index
 * @param lag how many periods before the change is measured from
 * @param impute what takes the place of a missing value, if anything does
 * @param transforms transformations in their order
 * @param polarity whether a high number is a burden
 * @param polarityOrder whether that counts before or after standardising
 * @param standardise standardisation over the universe
 * @param weight weight in the combination
 */
public record Component(
        @Nullable String indicator,
        @Nullable String index,
        @Nullable Condition condition,
        Measure measure,
        int lag,
        @Nullable Impute impute,
        List<Transform> transforms,
        Polarity polarity,
        PolarityOrder polarityOrder,
        Standardisation standardise,
        double weight) {
    public Component {
        transforms = transforms.stream()
                .filter(transform -> transform.kind() != Transform.Kind.NONE)
                .toList();
    }

    /** An indicator or index with at most one transformation and nothing special about its standardisation. */
    public Component(
            @Nullable String indicator,
            @Nullable String index,
            Measure measure,
            int lag,
            Transform transform,
            Polarity polarity,
            Standardise standardise,
            double weight) {
        this(
                indicator,
                index,
                null,
                measure,
                lag,
                null,
                List.of(transform),
                polarity,
                PolarityOrder.BEFORE,
                Standardisation.of(standardise),
                weight);
    }

    /** A condition, whose number is 1 where it holds and 0 where it does not. */
    public static Component of(Condition condition, double weight) {
        return new Component(
                null,
                null,
                condition,
                Measure.VALUE,
                0,
                null,
                List.of(),
                Polarity.BURDEN,
                PolarityOrder.BEFORE,
                Standardisation.NONE,
                weight);
    }

    /** The same with another standardisation. */
    public Component with(Standardisation other) {
        return new Component(
                indicator, index, condition, measure, lag, impute, transforms, polarity, polarityOrder, other, weight);
    }

    /** Code of the indicator or index; of a condition what it looks at first. */
    public String of() {
        if (condition != null) {
            return condition.subject();
        }
        return indicator == null ? Objects.requireNonNull(index) : indicator;
    }

    /** Whether the measure looks back in time. */
    public boolean looksBack() {
        return measure == Measure.CHANGE || measure == Measure.PERCENT_CHANGE;
    }

    /** Whether a transformation looks at the numbers of other spaces. */
    public boolean fitted() {
        return transforms.stream().anyMatch(transform -> transform.kind().fitted());
    }

    /** Sign by which its numbers are turned before they are standardised. */
    public double sign() {
        return polarityOrder == PolarityOrder.BEFORE ? polarity.sign() : 1;
    }

    /** Whether its standardised numbers are turned round. */
    boolean turned() {
        return polarityOrder == PolarityOrder.AFTER && polarity == Polarity.RELIEF;
    }

    /** A measured number after the transformations that need no other one; {@code NaN} where they are not defined. */
    public double alone(double measured) {
        return Preparation.single(transforms).apply(measured);
    }

    /** The transformations in the notation of documents. */
    public String transform() {
        return transforms.isEmpty()
                ? Transform.NONE.text()
                : transforms.stream().map(Transform::text).collect(Collectors.joining(", "));
    }
}
