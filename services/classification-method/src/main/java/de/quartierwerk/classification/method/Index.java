package de.quartierwerk.classification.method;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of a scheme (Index).
 *
 * @param code code within the scheme
 * @param title title for people
 * @param components what it is made of
 * @param combine how they become one number
 * @param power the p of {@link Combine#POWER_MEAN}
 * @param missing what becomes of a space that lacks one
 * @param rawDecimals decimals to which the combined value is rounded; null for none
 * @param restandardise standardisation of the combined value
 * @param rollUps the same index for larger areas
 * @param orientation code of the component whose loading is positive, if named
 * @param estimatedOver over which periods scales and loadings are estimated
 * @param classes how it is cut into classes, if it is
 */
public record Index(
        String code,
        String title,
        List<Component> components,
        Combine combine,
        double power,
        Missing missing,
        @Nullable Integer rawDecimals,
        Standardisation restandardise,
        List<RollUp> rollUps,
        @Nullable String orientation,
        EstimatedOver estimatedOver,
        @Nullable ClassRule classes) {
    public Index {
        components = List.copyOf(components);
        rollUps = List.copyOf(rollUps);
    }

    /** An index with at most one roll-up and nothing special about its standardisation. */
    public Index(
            String code,
            String title,
            List<Component> components,
            Combine combine,
            Missing missing,
            Standardise restandardise,
            @Nullable RollUp rollUp,
            @Nullable String orientation,
            @Nullable ClassRule classes) {
        this(
                code,
                title,
                components,
                combine,
                1,
                missing,
                null,
                Standardisation.of(restandardise),
                rollUp == null ? List.of() : List.of(rollUp),
                orientation,
                EstimatedOver.RUN,
                classes);
    }

    /** The same with other components, of which another one may have to be positive; without roll-ups. */
    Index with(List<Component> others, @Nullable String otherOrientation) {
        return new Index(
                code,
                title,
                others,
                combine,
                power,
                missing,
                rawDecimals,
                restandardise,
                List.of(),
                otherOrientation,
                estimatedOver,
                classes);
    }

    /** The same over known periods. */
    Index with(EstimatedOver over) {
        return new Index(
                code,
                title,
                components,
                combine,
                power,
                missing,
                rawDecimals,
                restandardise,
                rollUps,
                orientation,
                over,
                classes);
    }

    /** The same with other classes. */
    Index with(@Nullable ClassRule others) {
        return new Index(
                code,
                title,
                components,
                combine,
                power,
                missing,
                rawDecimals,
                restandardise,
                rollUps,
                orientation,
                estimatedOver,
                others);
    }

    /** How it is cut into classes; only for an index that is. */
    public ClassRule classRule() {
        return Objects.requireNonNull(classes, code);
    }

    /** Whether a component may have a value that takes the place of a missing one. */
    public boolean imputes() {
        return components.stream().anyMatch(component -> component.impute() != null);
    }
}
