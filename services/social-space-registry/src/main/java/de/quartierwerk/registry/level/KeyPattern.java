package de.quartierwerk.registry.level;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.Matcher;

/** Patterns of keys: regular expressions whose effort grows with the length of the key only. */
final class KeyPattern {
    /** Nested repetitions multiply; a key has 64 characters. */
    private static final long MOST_REPETITIONS = 10_000;

    private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");

    private KeyPattern() {}

    /** The compiled pattern; empty where the text is none, or one that takes too much memory. */
    static Optional<Pattern> of(String text) {
        if (repetitions(text) > MOST_REPETITIONS) {
            return Optional.empty();
        }
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
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
