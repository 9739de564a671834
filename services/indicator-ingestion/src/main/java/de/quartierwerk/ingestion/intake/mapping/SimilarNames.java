package de.quartierwerk.ingestion.intake.mapping;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How alike names are. Pure functions. */
public final class SimilarNames {
    /** Names that share fewer pairs of letters are not alike. */
    private static final double LEAST = 0.3;

    private SimilarNames() {}

    /** The most similar of some names. */
    static Optional<String> closest(String wanted, Set<String> names) {
        String best = null;
        double most = LEAST;
        for (String name : names) {
            double similarity = similarity(wanted, name);
            if (similarity > most) {
                best = name;
                most = similarity;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The share of pairs of neighbouring letters that two texts have in common (Dice 1945). */
    public static double similarity(String a, String b) {
        Set<String> left = pairs(a);
        Set<String> right = pairs(b);
        Set<String> common = new HashSet<>(left);
        common.retainAll(right);
        return left.isEmpty() || right.isEmpty() ? 0 : 2.0 * common.size() / (left.size() + right.size());
    }

    private static Set<String> pairs(String text) {
        String plain = " "
                + text.toLowerCase(Locale.GERMAN)
                        .replaceAll("(?U)[^\\p{Alnum}]+", " ")
                        .strip() + " ";
        return IntStream.range(0, plain.length() - 1)
                .mapToObj(at -> plain.substring(at, at + 2))
                .collect(Collectors.toSet());
    }
}
