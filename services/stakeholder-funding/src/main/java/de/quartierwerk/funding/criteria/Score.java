package de.quartierwerk.funding.criteria;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The points of an application from 0 to 100 (Punktwert): the mean of its criteria by their weights. */
public final class Score {

    private static final int FULL = 100;
    private static final int DECIMALS = 2;

    private Score() {}

    /**
     * The weighted mean with two decimals, half rounded up; null where no criterion has a weight. A criterion gives the
     * points of its judgement, else 100 where it is met and 0 where it is not.
     */
    public static @Nullable BigDecimal of(List<CriterionResult> results) {
        int weights = 0;
        int sum = 0;
        for (CriterionResult each : results) {
            if (each.weight() != null) {
                weights += each.weight();
                sum += each.weight() * points(each);
            }
        }
        return weights == 0
                ? null
                : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(weights), DECIMALS, RoundingMode.HALF_UP);
    }

    /** The points of one criterion. */
    public static int points(CriterionResult result) {
        if (result.points() != null) {
            return result.points();
        }
        return Boolean.TRUE.equals(result.met()) ? FULL : 0;
    }
}
