package de.quartierwerk.kit.problem;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with the input, and where. Its message is rendered in the caller's language from {@code code}
 * and {@code arguments}.
 *
 * @param pointer JSON pointer into the body ({@code /columns/0/name}) or the bare name of a parameter; none in files
 * @param line of a file or of malformed JSON, counted from 1
 * @param column name or number of the column
 * @param code {@code area.reason}, a key of the message bundles
 * @param value as given, cut after 200 characters
 * @param arguments of the message
 */
public record InputError(
        @Nullable String pointer,
        @Nullable Integer line,
        @Nullable String column,
        String code,
        @Nullable String value,
        List<Object> arguments) {

    private static final int LONGEST_VALUE = 200;

    /** Cuts the value and copies the arguments. */
    public InputError {
        arguments = Collections.unmodifiableList(Arrays.asList(arguments.toArray()));
        value = value != null && value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
    }

    /** At a place of the body ({@code /a/0/b}) or a parameter ({@code limit}). */
    public static InputError at(String pointer, String code, @Nullable String value, Object... arguments) {
        return new InputError(pointer, null, null, code, value, Arrays.asList(arguments));
    }

    /** At a place of a file. */
    public static InputError inFile(
            int line, @Nullable String column, String code, @Nullable String value, Object... arguments) {
        return new InputError(null, line, column, code, value, Arrays.asList(arguments));
    }
}
