package de.quartierwerk.demonstration.values;

import de.quartierwerk.demonstration.territory.Territory;
import java.util.BitSet;
import java.util.function.IntToDoubleFunction;

/**
 * Draws rates so that in every municipality the rate of all (sum of numerators by sum of denominators) is the wanted
 * one, members lie beyond the rule's threshold and all others before it, both with the rule's margin. Where a
 * municipality has one space, the reference is its district.
 */
final class Calibration {

    private static final double USUAL_SPREAD = 0.2;
    private static final double COMFORTABLE_MEAN = 0.6;
    private static final double SMALLEST_MEAN = 0.15;

    private final Territory territory;

    Calibration(Territory territory) {
        this.territory = territory;
    }

    /**
     * The rate of each space.
     *
     * @param base rate of each municipality
     * @param weights denominator of each space
     * @param latent factor from -1 to 1 that orders the spaces
     */
    double[] rates(IntToDoubleFunction base, double[] weights, BitSet members, Rule rule, IntToDoubleFunction latent) {
        double[] rates = new double[weights.length];
        for (int m = 0; m < territory.municipalities().size(); m++) {
            if (territory.size(m) > 1) {
                within(m, base.applyAsDouble(m), weights, members, rule, latent, rates);
            }
        }
        for (int m = 0; m < territory.municipalities().size(); m++) {
            if (territory.size(m) == 1) {
                int space = territory.firstSpace().get(m);
                double wanted = members.get(space) ? rule.member(0.4) : 1 - rule.sign() * 0.1;
                rates[space] = districtRate(territory.districtOf().get(m), weights, rates, base) * wanted;
            }
        }
        return rates;
    }

    private void within(
            int municipality,
            double base,
            double[] weights,
            BitSet members,
            Rule rule,
            IntToDoubleFunction latent,
            double[] rates) {
        int first = territory.firstSpace().get(municipality);
        int end = territory.firstSpace().get(municipality + 1);
        double mean = 0;
        for (int tenths = 10; tenths >= 0 && mean < COMFORTABLE_MEAN; tenths--) {
            mean = members(first, end, weights, members, rule.narrower(tenths / 10.0), latent, rates);
        }
        if (mean < SMALLEST_MEAN) {
            throw new IllegalStateException("too many members in municipality " + municipality + " for " + rule);
        }
        double[] factors = centred(first, end, weights, members, latent);
        double room = rule.sign() > 0 ? rule.limit() / mean - 1 : 1 - rule.limit() / mean;
        double spread = Math.max(0, Math.min(USUAL_SPREAD, room));
        for (int s = first; s < end; s++) {
            rates[s] = base * (members.get(s) ? rates[s] : mean * (1 + spread * factors[s - first]));
        }
    }

    /** Draws the members' rates against the reference, and gives the mean rate that is left for all others. */
    private static double members(
            int first,
            int end,
            double[] weights,
            BitSet members,
            Rule rule,
            IntToDoubleFunction latent,
            double[] rates) {
        double all = 0;
        double inside = 0;
        double insideWeight = 0;
        for (int s = first; s < end; s++) {
            all += weights[s];
            if (members.get(s)) {
                rates[s] = rule.member((latent.applyAsDouble(s) + 1) / 2);
                inside += weights[s] * rates[s];
                insideWeight += weights[s];
            }
        }
        return (all - inside) / (all - insideWeight);
    }

    /** The latent factors of those who are no members, with weighted mean 0 and none beyond 1. */
    private static double[] centred(int first, int end, double[] weights, BitSet members, IntToDoubleFunction latent) {
        double sum = 0;
        double weight = 0;
        for (int s = first; s < end; s++) {
            if (!members.get(s)) {
                sum += weights[s] * latent.applyAsDouble(s);
                weight += weights[s];
            }
        }
        double[] factors = new double[end - first];
        double largest = 1e-9;
        for (int s = first; s < end; s++) {
            if (!members.get(s)) {
                factors[s - first] = latent.applyAsDouble(s) - sum / weight;
                largest = Math.max(largest, Math.abs(factors[s - first]));
            }
        }
        for (int i = 0; i < factors.length; i++) {
            factors[i] /= Math.max(1, largest);
        }
        return factors;
    }

    private double districtRate(int district, double[] weights, double[] rates, IntToDoubleFunction base) {
        double numerator = 0;
        double denominator = 0;
        for (int m = 0; m < territory.municipalities().size(); m++) {
            if (territory.districtOf().get(m) == district && territory.size(m) > 1) {
                for (int s = territory.firstSpace().get(m);
                        s < territory.firstSpace().get(m + 1);
                        s++) {
                    numerator += weights[s] * rates[s];
                    denominator += weights[s];
                }
            }
        }
        return denominator == 0 ? base.applyAsDouble(0) : numerator / denominator;
    }
}
