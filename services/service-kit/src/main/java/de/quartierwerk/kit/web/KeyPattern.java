package de.quartierwerk.kit.web;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Patterns of keys that callers write: regular expressions in the syntax of RE2, whose effort grows with the length of
 * the text only, and whose size is bounded.
 */
public final class KeyPattern {
    /** What a pattern may grow to: nested repetitions multiply what is written. A key has 64 characters. */
    private static final long LARGEST = 100_000;

    private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    private KeyPattern() {}

    /** The compiled pattern; empty where the text is none, or one that takes too much memory. */
    public static Optional<Pattern> of(String text) {
        try {
            return Optional.of(compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The compiled pattern.
     *
     * @throws PatternSyntaxException where the text is none, or one that takes too much memory
     */
    public static Pattern compile(String text) {
        if (text.length() * repetitions(text) > LARGEST) {
            throw new PatternSyntaxException("too large", text);
        }
        return Pattern.compile(text);
    }

    private static double repetitions(String text) {
        double product = 1;
        Matcher matcher = REPETITION.matcher(text);
        while (matcher.find()) {
            String most = matcher.group(2) == null || matcher.group(2).isEmpty() ? matcher.group(1) : matcher.group(2);
            product *= Math.max(1, Double.parseDouble(most));
        }
        return product;
    }
}
