package de.quartierwerk.classification.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an index is cut into classes (Klassen). Codes and labels run from the lowest index value upwards.
 *
 * @param method how the breaks are found
 * @param breaks ascending breaks, for {@link Method#BREAKS} only
 * @param probabilities ascending shares of spaces below each break, for {@link Method#QUANTILES} only; empty where all
 *     classes have the same
 * @param closed which side of a class belongs to it: right means (a, b]
 * @param quantiles kind of quantile, for {@link Method#QUANTILES} only
 * @param weight indicator that weights quantiles; null where every space counts the same
 * @param within level or attribute within whose groups classes are formed; null for all together
 * @param codes class codes
 * @param labels class labels
 */
public record ClassRule(
        Method method,
        List<Double> breaks,
        List<Double> probabilities,
        Closed closed,
        Quantiles quantiles,
        @Nullable String weight,
        @Nullable String within,
        List<String> codes,
        List<String> labels) {
    public ClassRule {
        breaks = List.copyOf(breaks);
        probabilities = List.copyOf(probabilities);
        codes = List.copyOf(codes);
        labels = List.copyOf(labels);
    }

    /** Classes of all spaces together, every space counting the same. */
    public ClassRule(
            Method method,
            List<Double> breaks,
            Closed closed,
            QuantileType quantileType,
            List<String> codes,
            List<String> labels) {
        this(method, breaks, List.of(), closed, Quantiles.of(quantileType), null, null, codes, labels);
    }

    /** Number of classes. */
    public int count() {
        return codes.size();
    }

    /** Kind of quantile. */
    public QuantileType quantileType() {
        return quantiles.type();
    }

    /** Whether classes go by rank. */
    boolean byRank() {
        return method == Method.QUANTILES && quantiles.type().byRank();
    }

    /** Share of spaces below break k, from 1. */
    double probability(int k) {
        return probabilities.isEmpty() ? (double) k / count() : probabilities.get(k - 1);
    }

    /** Ways to find breaks. */
    public enum Method implements Coded {
        /** Given in the document. */
        BREAKS,
        /** As many spaces in each class, or given shares of them. */
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

    /**
     * A kind of quantile.
     *
     * @param type the kind
     * @param rule by which rule ranks become classes
     * @param ties rank of equal values
     */
    public record Quantiles(QuantileType type, RankRule rule, Ties ties) {
        static Quantiles of(QuantileType type) {
            return new Quantiles(type, RankRule.CEILING, Ties.MEAN);
        }
    }

    /**
     * How the class number 1 to c follows from the rank r of N. With probabilities it is the first k with r at most, r
     * - 1 below, or r below what k / c of N stands for.
     */
    public enum RankRule implements Coded {
        /** ceil(c r / N) (English Indices of Deprivation). */
        CEILING,
        /** floor((r - 1) c / N) + 1 (Welsh Index of Multiple Deprivation). */
        FLOOR,
        /** floor(r c / (N + 1)) + 1 (SAS, PROC RANK GROUPS=). */
        PROC_RANK,
        /** Classes that differ by one space at most, the first ones being the larger (NTILE of SQL, dplyr). */
        NTILE
    }

    /** Kinds of quantile; 1 to 9 are those of Hyndman and Fan (1996), of the numbers or of their ranks. */
    public enum QuantileType {
        /** Inverse of the empirical distribution. */
        TYPE_1("1"),
        /** The same with means at steps. */
        TYPE_2("2"),
        /** Nearest order statistic, ties to even. */
        TYPE_3("3"),
        /** Linear, p_k = k / n. */
        TYPE_4("4"),
        /** Linear, p_k = (k - 1/2) / n. */
        TYPE_5("5"),
        /** Linear, p_k = k / (n + 1). */
        TYPE_6("6"),
        /** Linear between order statistics, p_k = (k - 1) / (n - 1). */
        TYPE_7("7"),
        /** Linear, p_k = (k - 1/3) / (n + 1/3). */
        TYPE_8("8"),
        /** Linear, p_k = (k - 3/8) / (n + 1/4). */
        TYPE_9("9"),
        /** By rank counted from the highest value; the last code is number 1. */
        RANK_HIGH("rank-high"),
        /** By rank counted from the lowest value; the first code is number 1. */
        RANK_LOW("rank-low");

        private final String code;

        QuantileType(String code) {
            this.code = code;
        }

        /** Notation in documents. */
        public String code() {
            return code;
        }

        /** Whether classes go by rank. */
        public boolean byRank() {
            return this == RANK_HIGH || this == RANK_LOW;
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
