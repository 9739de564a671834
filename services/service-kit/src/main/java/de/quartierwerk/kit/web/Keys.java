package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.Invalid;
import java.util.regex.Pattern;

/** Codes and keys as the whole platform writes them: {@code [A-Za-z0-9._:-]{1,64}}. */
public final class Keys {

    /** The pattern, e.g. for {@code @Pattern} on records. */
    public static final String PATTERN = "[A-Za-z0-9._:-]{1,64}";

    private static final Pattern COMPILED = Pattern.compile(PATTERN);

    private Keys() {}

    /** Whether the text is a key. */
    public static boolean isKey(String value) {
        return value != null && COMPILED.matcher(value).matches();
    }

    /**
     * Answers the value if it is a key, and refuses with 400 otherwise.
     *
     * @param pointer JSON pointer into the body, or name of the parameter
     */
    public static String check(String pointer, String value) {
        if (!isKey(value)) {
            throw Invalid.parameter(pointer, value, "key.malformed", pointer, value);
        }
        return value;
    }
}
