package de.quartierwerk.classification.method;

import java.util.List;

/**
 * An index of a scheme (Index).
 *
 * @param code code within the scheme
 * @param title title for people
 * @param components what it is made of
 * @param combine how they become one number
 * @param missing what becomes of a space that lacks one
 * @param restandardise standardisation of the combined value
 * @param rollUp the same index for larger areas, or null
 * @param orientation code of the component whose loading is positive, or null
 * @param classes how it is cut into classes, or null
 */
public record Index(
        String code,
        String title,
        List<Component> components,
        Combine combine,
        Missing missing,
        Standardise restandardise,
        RollUp rollUp,
        String orientation,
        ClassRule classes) {
    public Index {
        components = List.copyOf(components);
    }
}
