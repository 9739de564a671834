package de.quartierwerk.classification.method;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What takes the place of a missing value (Imputation), written {@code mean}, {@code group-mean(attribute)},
 * {@code larger-area} or {@code score(0)}. It is counted, and marked in every result.
 *
 * @param kind which one
 * @param by attribute or level of the groups of {@link Kind#GROUP_MEAN}; none for others
 * @param score the number of {@link Kind#SCORE}; 0 for others
 */
public record Impute(Kind kind, @Nullable String by, double score) {
    private static final Pattern GROUP = Pattern.compile("group-mean\\((.{1,500})\\)");
    private static final Pattern SCORE = Pattern.compile("score\\((-?\\d{1,15}(?:\\.\\d{1,15})?)\\)");

    /** Kinds of imputation. */
    public enum Kind implements Coded {
        /** Mean of the spaces that take part and have a value (OECD and JRC, Handbook 2008, step 3). */
        MEAN,
        /** The same among the spaces of the same group. */
        GROUP_MEAN,
        /**
         * The value of the next larger area that has one: its own, else sum of numerators / sum of denominators of its
         * spaces in the unit of the values, else the mean of their values.
         */
        LARGER_AREA,
        /** A given number in place of the standardised one (Scottish Index of Multiple Deprivation 2016: 0). */
        SCORE
    }

    /** Reads the notation of documents; empty where it is none of them. */
    public static Optional<Impute> parse(String text) {
        Matcher group = GROUP.matcher(text);
        Matcher score = SCORE.matcher(text);
        if (group.matches()) {
            return Optional.of(new Impute(Kind.GROUP_MEAN, group.group(1), 0));
        } else if (score.matches()) {
            return Optional.of(new Impute(Kind.SCORE, null, Double.parseDouble(score.group(1))));
        }
        return switch (text) {
            case "mean" -> Optional.of(new Impute(Kind.MEAN, null, 0));
            case "larger-area" -> Optional.of(new Impute(Kind.LARGER_AREA, null, 0));
            default -> Optional.empty();
        };
    }

    /** The notation of documents. */
    public String text() {
        return switch (kind) {
            case MEAN, LARGER_AREA -> kind.code();
            case GROUP_MEAN -> kind.code() + "(" + by + ")";
            case SCORE ->
                kind.code() + "("
                        + BigDecimal.valueOf(score).stripTrailingZeros().toPlainString() + ")";
        };
    }
}
