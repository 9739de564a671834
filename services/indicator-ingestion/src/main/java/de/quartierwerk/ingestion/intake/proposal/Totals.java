package de.quartierwerk.ingestion.intake.proposal;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that stand for all of a kind (Insgesamt). Pure functions. */
final class Totals {
    private static final Pattern TOTAL = Pattern.compile("(?iu)insgesamt|gesamt|total|zusammen|alle|_?T|summe");

    private Totals() {}

    static boolean isTotal(String text) {
        return TOTAL.matcher(text).matches();
    }

    /** The total among several texts. */
    static Optional<String> among(Set<String> texts) {
        return texts.size() < 2
                ? Optional.empty()
                : texts.stream().filter(Totals::isTotal).min(Comparator.comparingInt(String::length));
    }
}
