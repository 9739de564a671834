package de.quartierwerk.registry.spaceimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a file as a whole cannot be read. */
final class FileFault extends Exception {
    private final boolean malformed;
    private final @Nullable Integer line;
    private final @Nullable String column;
    private final String code;
    private final @Nullable String value;
    private final List<Object> arguments;

    private FileFault(
            boolean malformed,
            @Nullable Integer line,
            @Nullable String column,
            String code,
            @Nullable String value,
            List<Object> arguments) {
        super(code);
        this.malformed = malformed;
        this.line = line;
        this.column = column;
        this.code = code;
        this.value = value;
        this.arguments = arguments;
    }

    /** The bytes follow no grammar. */
    static FileFault malformed(String code, @Nullable Integer line, @Nullable String column, Object... arguments) {
        return new FileFault(true, line, column, code, null, List.of(arguments));
    }

    /** The file can be read but is not what was asked for. */
    static FileFault unusable(
            String code, @Nullable Integer line, @Nullable String column, @Nullable String value, Object... arguments) {
        return new FileFault(false, line, column, code, value, List.of(arguments));
    }

    /** Whether it is the grammar (400) or the content (422). */
    boolean isMalformed() {
        return malformed;
    }

    /** Line of the fault, from 1. */
    @Nullable
    Integer line() {
        return line;
    }

    /** Column of a table by its name, or of a text by its number. */
    @Nullable
    String column() {
        return column;
    }

    String code() {
        return code;
    }

    @Nullable
    String value() {
        return value;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
