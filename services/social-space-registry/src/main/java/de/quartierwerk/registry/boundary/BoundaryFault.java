package de.quartierwerk.registry.boundary;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a delivered geometry.
 *
 * @param code key of the message
 * @param value the faulty part as it was delivered, in the file's own numbers
 * @param place where it lies, if that can be said
 * @param arguments arguments of the message
 */
public record BoundaryFault(
        String code, @Nullable String value, @Nullable LonLat place, List<String> arguments) {
    public BoundaryFault {
        arguments = List.copyOf(arguments);
    }

    static BoundaryFault of(String code, @Nullable String value, @Nullable LonLat place, Object... arguments) {
        return new BoundaryFault(
                code,
                value,
                place,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
