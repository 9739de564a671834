package de.quartierwerk.ingestion.intake.validation.reading;

import java.util.regex.Pattern;

/** Finds out whether a head or a cell of a row with units says that numbers are in thousands or millions. */
final class Thousands {
    private static final String GROUP = "1[ .\\u00a0\\u202f]?000(?:[ .\\u00a0\\u202f]?000)?";
    private static final Pattern IN = Pattern.compile("(?U)(?i)(?:.*[\\s(\\[/,])?(?:in|à|x) ?(?:" + GROUP
            + "|tsd\\b\\.?|tausend|mio\\b\\.?|mill\\b\\.?|millionen" + "|thousands?|millions?)(?!\\d).*");
    private static final Pattern UNIT = Pattern.compile("(?U)(?i)(?:.*(?: / |[(\\[]))?(?:"
            + GROUP
            + " ?(?:€|euro?|eur|personen|einwohner|ew|t|stück|m²|ha)|tsd\\.? ?\\p{L}*\\.?|tausend|teur|t€|mio\\b\\.? ?[€\\p{L}]*\\.?"
            + "|mill\\. ?[€\\p{L}]*\\.?|millionen ?\\p{L}*)(?:[)\\]].*)?");
    private static final Pattern RATE =
            Pattern.compile("(?U)(?i).*\\b(?:je|pro|per|auf|unter|über|bis|ab|von|mehr als|weniger als)\\b ?(?:"
                    + GROUP
                    + "|tsd|tausend|million|mio).*");
    private static final Pattern BARE = Pattern.compile(GROUP);
    private static final int LONGEST = 200;

    private Thousands() {}

    /** Whether a text is nothing but a thousand or a million, as rows with units have it. */
    static boolean isBare(String text) {
        return text.length() <= LONGEST && BARE.matcher(text).matches();
    }

    /** Whether a text says that numbers are in thousands or millions; rates per thousand are not meant. */
    static boolean says(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && !RATE.matcher(text).matches()
                && (IN.matcher(text).matches() || UNIT.matcher(text).matches());
    }
}
