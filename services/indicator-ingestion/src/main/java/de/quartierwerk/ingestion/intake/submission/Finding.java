package de.quartierwerk.ingestion.intake.submission;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something about a place of a file (Befund), stored as code and arguments.
 *
 * @param code stable code, a key of the message bundles
 * @param severity how much it matters
 * @param value the cell's text, where it is about one
 * @param before what the public knows instead so far, where the finding is about that
 * @param arguments of the message
 */
public record Finding(
        Place place,
        String code,
        Severity severity,
        @Nullable String value,
        @Nullable String before,
        List<String> arguments) {
    /** Most characters that are kept of a text of the file. */
    public static final int LONGEST_TEXT = 200;

    private static final Set<String> QUOTING = Set.of(
            "number.ambiguous",
            "number.decided-by-range",
            "number.decided-elsewhere",
            "number.grouped-count",
            "total.differs",
            "value.children-differ",
            "value.parts-differ");

    /** Codes whose arguments are numbers as they are computed with, which texts show as people write them. */
    private static final Set<String> WITH_NUMBERS = Set.of(
            "number.ambiguous",
            "number.decided-by-range",
            "number.decided-elsewhere",
            "number.grouped-count",
            "total.differs",
            "value.above-maximum",
            "value.below-minimum",
            "value.children-differ",
            "value.parts-differ",
            "value.unusual-among-spaces");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");

    /** Cuts the value and the arguments. */
    public Finding {
        arguments = arguments.stream().map(Finding::cut).toList();
        value = value == null ? null : cut(value);
    }

    /** A finding that is about nothing known before. */
    public static Finding of(
            Place place, String code, Severity severity, @Nullable String value, List<String> arguments) {
        return new Finding(place, code, severity, value, null, arguments);
    }

    /** A text of the file, cut where it is longer than any key, name or period. */
    public static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }

    /** The arguments as a text in a language has them. */
    Object[] argumentsIn(Locale locale) {
        boolean comma =
                WITH_NUMBERS.contains(code) && Locale.GERMAN.getLanguage().equals(locale.getLanguage());
        return arguments.stream()
                .map(argument -> comma && NUMBER.matcher(argument).matches() ? argument.replace('.', ',') : argument)
                .toArray();
    }

    /** Whether its arguments are numbers of the file, which not everybody may read who may read the finding. */
    boolean quotes() {
        return QUOTING.contains(code);
    }
}
