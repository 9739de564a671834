package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rolls an index up to larger areas. */
final class RollUpComputation {
    /**
     * sum(weight * value) / sum(weight) over the spaces of each area that have both, restandardised over the areas and
     * classed anew. Areas of which the run covers a part only are left out.
     */
    static RollUpOutcome compute(
            IndexOutcome outcome, RollUp rollUp, Territory territory, Selection selection, Figures figures) {
        Column weights = figures.column(rollUp.weight(), 0);
        int[] areas = territory.areasAt(rollUp.level());
        double[] sums = new double[territory.areas().size()];
        double[] totals = new double[sums.length];
        boolean[] touched = new boolean[sums.length];
        boolean[] partly = new boolean[sums.length];
        boolean guarded = outcome.guarded();
        for (int i = 0; i < areas.length; i++) {
            if (areas[i] >= 0 && !selection.inside(i)) {
                partly[areas[i]] = true;
            } else if (areas[i] >= 0) {
                touched[areas[i]] = true;
                double value = outcome.value(i);
                double weight = weights.value(i);
                if (!Double.isNaN(value) && !Double.isNaN(weight)) {
                    sums[areas[i]] += weight * value;
                    totals[areas[i]] += weight;
                    guarded |= weights.guarded(i);
                }
            }
        }
        List<String> keys = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (Map.Entry<String, Integer> area :
                territory.areaKeys(rollUp.level()).entrySet()) {
            int a = area.getValue();
            if (touched[a] && !partly[a]) {
                keys.add(area.getKey());
                double mean = totals[a] == 0 ? Double.NaN : sums[a] / totals[a];
                means.add(Double.isInfinite(mean) ? Double.NaN : mean);
            }
        }
        double[] raw = means.stream().mapToDouble(Double::doubleValue).toArray();
        boolean[] everywhere = new boolean[raw.length];
        Arrays.fill(everywhere, true);
        double[] value =
                Standardised.of(rollUp.restandardise(), raw, everywhere).numbers();
        return new RollUpOutcome(
                outcome, keys, raw, value, Classes.of(outcome.index().classes(), value), guarded);
    }

    private RollUpComputation() {}
}
