package de.quartierwerk.classification.method;

import org.jspecify.annotations.Nullable;

/** Classes by rank: as many spaces, as much weight, or given shares of them in each. */
final class RankClasses {
    private final ClassRule rule;
    private final Weighing weighing;
    private final boolean plain;

    /**
     * @param rule a rule that goes by rank
     * @param values the values
     * @param weights their weights; without them all count the same
     */
    RankClasses(ClassRule rule, double[] values, double @Nullable [] weights) {
        this.rule = rule;
        this.weighing = new Weighing(values, weights);
        this.plain = weights == null && rule.probabilities().isEmpty();
    }

    /**
     * Position of the class of a value among the codes.
     *
     * @param weight what the value weighs
     */
    int of(double value, double weight) {
        boolean high = rule.quantileType() == ClassRule.QuantileType.RANK_HIGH;
        double before = high ? weighing.all() - weighing.upTo(value) : weighing.below(value);
        double own = weighing.upTo(value) - weighing.below(value);
        double rank = switch (rule.quantiles().ties()) {
            case MEAN -> before + (own + weight) / 2;
            case MIN -> before + weight;
            case MAX -> before + own;
        };
        int number = plain ? whole(rank) : first(rank, weight);
        return high ? rule.count() - number : number - 1;
    }

    /** By the formula in whole numbers, since the rank may end in a half. */
    private int whole(double rank) {
        long count = rule.count();
        long doubled = StrictMath.round(2 * rank);
        long n = StrictMath.round(weighing.all());
        return (int)
                switch (rule.quantiles().rule()) {
                    case CEILING -> (count * doubled + 2 * n - 1) / (2 * n);
                    case FLOOR -> (doubled - 2) * count / (2 * n) + 1;
                    case PROC_RANK -> doubled * count / (2 * (n + 1)) + 1;
                    case NTILE -> ntile(doubled, count, n);
                };
    }

    /** The first N mod c classes hold one space more than the others. */
    private static long ntile(long doubledRank, long count, long n) {
        long size = n / count;
        long larger = n % count;
        long inLarger = 2 * larger * (size + 1);
        return doubledRank <= inLarger
                ? (doubledRank + 2 * size + 1) / (2 * (size + 1))
                : larger + (doubledRank - inLarger + 2 * size - 1) / (2 * size);
    }

    private int first(double rank, double weight) {
        for (int k = 1; k < rule.count(); k++) {
            double p = rule.probability(k);
            double bound = p * weighing.all();
            boolean in = switch (rule.quantiles().rule()) {
                case CEILING, NTILE -> rank <= bound || Decimals.same(rank, bound);
                case FLOOR -> below(rank - weight, bound);
                case PROC_RANK -> below(rank, bound + p * weight);
            };
            if (in) {
                return k;
            }
        }
        return rule.count();
    }

    private static boolean below(double x, double bound) {
        return x < bound && !Decimals.same(x, bound);
    }
}
