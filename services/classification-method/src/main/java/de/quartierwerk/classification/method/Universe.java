package de.quartierwerk.classification.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which spaces of the level a scheme looks at.
 *
 * @param minimumIndicator indicator that must reach the minimum as the public sees it, if there is one
 * @param minimum the minimum
 * @param where attributes that a space must have
 * @param within level or attribute within whose groups everything is done that does not say otherwise; null for none
 */
public record Universe(
        @Nullable String minimumIndicator,
        double minimum,
        List<Attribute> where,
        @Nullable String within) {
    /** Every space of the level. */
    public static final Universe EVERYTHING = new Universe(null, 0, List.of(), null);

    public Universe {
        where = List.copyOf(where);
    }

    /** A universe without groups. */
    public Universe(@Nullable String minimumIndicator, double minimum, List<Attribute> where) {
        this(minimumIndicator, minimum, where, null);
    }

    /** An attribute that must equal a text. */
    public record Attribute(String attribute, String equalTo) {}
}
