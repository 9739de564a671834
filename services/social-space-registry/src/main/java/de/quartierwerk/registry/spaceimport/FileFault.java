package de.quartierwerk.registry.spaceimport;

import java.util.List;

/** Why a file as a whole cannot be read. */
final class FileFault extends Exception {
    private final boolean malformed;
    private final Integer line;
    private final String column;
    private final String code;
    private final String value;
    private final List<Object> arguments;

    private FileFault(
            boolean malformed, Integer line, String column, String code, String value, List<Object> arguments) {
        super(code);
        this.malformed = malformed;
        this.line = line;
        this.column = column;
        this.code = code;
        this.value = value;
        this.arguments = arguments;
    }

    /** The bytes follow no grammar. */
    static FileFault malformed(String code, Integer line, String column, Object... arguments) {
        return new FileFault(true, line, column, code, null, List.of(arguments));
    }

    /** The file can be read but is not what was asked for. */
    static FileFault unusable(String code, Integer line, String column, String value, Object... arguments) {
        return new FileFault(false, line, column, code, value, List.of(arguments));
    }

    /** Whether it is the grammar (400) or the content (422). */
    boolean isMalformed() {
        return malformed;
    }

    /** Line of the fault, from 1, or null. */
    Integer line() {
        return line;
    }

    /** Column of a table by its name, or of a text by its number, or null. */
    String column() {
        return column;
    }

    String code() {
        return code;
    }

    String value() {
        return value;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
