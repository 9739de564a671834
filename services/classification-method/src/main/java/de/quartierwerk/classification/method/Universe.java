package de.quartierwerk.classification.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which spaces of the level a scheme looks at.
 *
 * @param minimumIndicator indicator that must reach the minimum, if there is one
 * @param minimum the minimum
 * @param where attributes that a space must have
 */
public record Universe(@Nullable String minimumIndicator, double minimum, List<Attribute> where) {
    /** Every space of the level. */
    public static final Universe EVERYTHING = new Universe(null, 0, List.of());

    public Universe {
        where = List.copyOf(where);
    }

    /** An attribute that must equal a text. */
    public record Attribute(String attribute, String equalTo) {}
}
