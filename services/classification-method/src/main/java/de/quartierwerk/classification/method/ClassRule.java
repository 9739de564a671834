package de.quartierwerk.classification.method;

import java.util.List;

/**
 * How an index is cut into classes (Klassen). Codes and labels run from the lowest index value upwards.
 *
 * @param method how the breaks are found
 * @param breaks ascending breaks, for {@link Method#BREAKS} only
 * @param closed which side of a class belongs to it: right means (a, b]
 * @param quantileType kind of quantile, for {@link Method#QUANTILES} only
 * @param codes class codes
 * @param labels class labels
 */
public record ClassRule(
        Method method,
        List<Double> breaks,
        Closed closed,
        QuantileType quantileType,
        List<String> codes,
        List<String> labels) {
    public ClassRule {
        breaks = List.copyOf(breaks);
        codes = List.copyOf(codes);
        labels = List.copyOf(labels);
    }

    /** Number of classes. */
    public int count() {
        return codes.size();
    }

    /** Ways to find breaks. */
    public enum Method implements Coded {
        /** Given in the document. */
        BREAKS,
        /** As many spaces in each class. */
        QUANTILES,
        /** Classes of equal width between minimum and maximum. */
        EQUAL_INTERVAL,
        /** Least squares within classes (natural breaks). */
        JENKS,
        /** Groups of spaces with alike standardised components, in the order of their mean index value. */
        K_MEANS
    }

    /** The side of a class on which its bound belongs to it. */
    public enum Closed implements Coded {
        RIGHT,
        LEFT
    }

    /** Kinds of quantile; 7 and 3 are those of Hyndman and Fan (1996). */
    public enum QuantileType {
        /** Linear between order statistics. */
        TYPE_7("7"),
        /** Nearest order statistic, ties to even. */
        TYPE_3("3"),
        /** number = ceil(count * r / N) with r counted from the highest value; the last code is number 1. */
        RANK_HIGH("rank-high"),
        /** The same with r counted from the lowest value; the first code is number 1. */
        RANK_LOW("rank-low");

        private final String code;

        QuantileType(String code) {
            this.code = code;
        }

        /** Notation in documents. */
        public String code() {
            return code;
        }

        /** The type written as {@code code}. */
        public static QuantileType of(String code) {
            for (QuantileType type : values()) {
                if (type.code.equals(code)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }
}
