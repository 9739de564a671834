package de.quartierwerk.registry.geofile;

import java.util.Arrays;
import java.util.List;

/** A file of a geographic program that cannot be read. */
public final class BrokenFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final List<String> arguments;

    BrokenFile(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = Arrays.stream(arguments).map(String::valueOf).toList();
    }

    /** Key of the message. */
    public String code() {
        return code;
    }

    /** Arguments of the message. */
    public List<String> arguments() {
        return arguments;
    }
}
