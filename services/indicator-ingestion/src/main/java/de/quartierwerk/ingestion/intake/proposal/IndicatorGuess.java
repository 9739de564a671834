package de.quartierwerk.ingestion.intake.proposal;

import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.intake.mapping.SimilarNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which indicators texts of a table speak of. */
final class IndicatorGuess {
    private static final double SURE = 0.75;
    private static final double POSSIBLE = 0.25;
    private static final int MOST_OPTIONS = 5;

    /** What stands beside a name without changing it: units in brackets, notes, the word for all. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?iu)[(\\[][^)\\]]*[)\\]]|(?<=\\p{L})\\d\\)|\\b(?:insgesamt|gesamt|total|anzahl|in %|%)(?!\\p{L})");

    private final List<Indicator> candidates;
    private final boolean stated;
    private final Map<String, Map<String, Double>> known = new HashMap<>();

    /**
     * @param candidates indicators that may be meant
     * @param stated whether the caller has named them
     */
    IndicatorGuess(Collection<Indicator> candidates, boolean stated) {
        this.candidates = candidates.stream()
                .filter(indicator ->
                        !indicator.definition().computed() && !indicator.code().startsWith(Indicator.BUILT_IN))
                .toList();
        this.stated = stated;
    }

    /** The one indicator that the caller has named, if it is only one. */
    Optional<Indicator> only() {
        return stated && candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    /** The indicator that a text speaks of without much doubt. */
    Optional<Indicator> best(String text) {
        List<Indicator> likely = candidates.stream()
                .filter(indicator -> similarity(text, indicator) >= SURE)
                .sorted(Comparator.comparingDouble(indicator -> -similarity(text, indicator)))
                .toList();
        boolean clear = likely.size() == 1
                || (likely.size() > 1 && similarity(text, likely.get(0)) > similarity(text, likely.get(1)) + 0.05);
        return clear ? Optional.of(likely.get(0)) : Optional.empty();
    }

    /** How many of some texts speak of an indicator. */
    long matches(Collection<String> texts) {
        return texts.stream().filter(text -> best(text).isPresent()).count();
    }

    /**
     * Codes of the indicators that could be meant, the likeliest first; those that the caller has named in any case.
     */
    List<String> options(String text) {
        return candidates.stream()
                .filter(indicator -> stated || similarity(text, indicator) >= POSSIBLE)
                .sorted(Comparator.comparingDouble(indicator -> -similarity(text, indicator)))
                .limit(MOST_OPTIONS)
                .map(Indicator::code)
                .toList();
    }

    /** How alike a text and an indicator are, from 0 to 1. */
    double similarity(String text, Indicator indicator) {
        return known.computeIfAbsent(text, any -> new HashMap<>())
                .computeIfAbsent(indicator.code(), any -> compared(text, indicator));
    }

    private static double compared(String text, Indicator indicator) {
        if (text.equalsIgnoreCase(indicator.code())
                || text.equalsIgnoreCase(indicator.definition().name())) {
            return 1;
        }
        return Math.max(compared(text, indicator.definition().name()), compared(text, indicator.code()));
    }

    private static double compared(String text, String name) {
        String said = BESIDE.matcher(text).replaceAll(" ").toLowerCase(Locale.GERMAN);
        String own = BESIDE.matcher(name).replaceAll(" ");
        return Math.max(
                SimilarNames.similarity(text.toLowerCase(Locale.GERMAN), name), SimilarNames.similarity(said, own));
    }
}
