package de.quartierwerk.kit.request;

import de.quartierwerk.kit.problem.Invalid;
import java.util.regex.Pattern;

/** Names of files that callers send. */
final class FileNames {

    static final int LONGEST = 255;

    /** Control characters, line and paragraph separators, characters that turn the direction of writing, separators. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069/\\\\]");

    /** The same in the escapes that browsers and libraries write for them. */
    private static final Pattern ESCAPED = Pattern.compile("%([01][0-9A-F]|7F|2F|5C)", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /**
     * Refuses with 400 what is no plain name of a file: paths, control characters (also percent-encoded), {@code .} and
     * {@code ..}, more than 255 characters. An empty name, as browsers send it without a file, passes.
     *
     * @param part name of the form's part
     */
    static void check(String part, String name) {
        if (!isPlain(name)) {
            throw Invalid.parameter(part, name, "file.name", LONGEST);
        }
    }

    static boolean isPlain(String name) {
        return name.length() <= LONGEST
                && !name.equals(".")
                && !name.equals("..")
                && !FORBIDDEN.matcher(name).find()
                && !ESCAPED.matcher(name).find();
    }
}
