package de.quartierwerk.registry.boundary;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a delivered geometry is no usable boundary, with the place of the fault. */
public final class BoundaryFault extends Exception {
    private final String code;
    private final @Nullable String value;
    private final List<String> arguments;

    BoundaryFault(String code, @Nullable String value, Object... arguments) {
        super(code);
        this.code = code;
        this.value = value;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** Key of the message. */
    public String code() {
        return code;
    }

    /** The faulty part as it was delivered, shortened. */
    public @Nullable String value() {
        return value;
    }

    /** Arguments of the message. */
    public List<String> arguments() {
        return arguments;
    }
}
