package de.quartierwerk.ingestion.intake.file;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes numbers.
 *
 * @param decimal decimal sign, {@code ','} or {@code '.'}
 * @param grouping sign between groups of three digits; null where any but the decimal sign may group
 */
public record NumberStyle(char decimal, @Nullable Character grouping) {
    public static final NumberStyle GERMAN = new NumberStyle(',', '.');
    public static final NumberStyle PLAIN = new NumberStyle('.', ',');

    public NumberStyle {
        if (decimal != ',' && decimal != '.') {
            throw new IllegalArgumentException("decimal sign");
        }
        if (Objects.equals(grouping, decimal)) {
            throw new IllegalArgumentException("grouping sign");
        }
    }

    /** The style that a decimal sign implies: the other of point and comma groups. */
    public static NumberStyle of(char decimal) {
        return decimal == ',' ? GERMAN : PLAIN;
    }
}
