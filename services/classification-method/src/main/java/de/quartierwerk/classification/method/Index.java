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
 * @param missing what becomes of a space that lacks one
 * @param restandardise standardisation of the combined value
 * @param rollUp the same index for larger areas, if wanted
 * @param orientation code of the component whose loading is positive, if named
 * @param classes how it is cut into classes, if it is
 */
public record Index(
        String code,
        String title,
        List<Component> components,
        Combine combine,
        Missing missing,
        Standardise restandardise,
        @Nullable RollUp rollUp,
        @Nullable String orientation,
        @Nullable ClassRule classes) {
    public Index {
        components = List.copyOf(components);
    }

    /** How it is cut into classes; only for an index that is. */
    public ClassRule classRule() {
        return Objects.requireNonNull(classes, code);
    }
}
