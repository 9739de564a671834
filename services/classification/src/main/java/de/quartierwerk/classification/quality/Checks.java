package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.LeaveOneOut;
import de.quartierwerk.classification.method.MonteCarlo;
import de.quartierwerk.classification.method.OtherStandardisation;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.SmallDenominators;
import de.quartierwerk.classification.method.Standardise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the checks of one index found.
 *
 * @param index the index
 * @param outcome the index as it was computed
 * @param leftOut the index without each of its components
 * @param otherwise the index with other standardisations of its components
 * @param kept for each space the part of the draws of weights in which it keeps its class, {@code NaN} where not drawn
 * @param intervals the ratios with small denominators, by space
 * @param dependsOn components without which the class of a space changes, by space
 * @param changesWith standardisations with which it changes, by space
 */
record Checks(
        Index index,
        IndexOutcome outcome,
        List<LeaveOneOut.Without> leftOut,
        List<OtherStandardisation.Otherwise> otherwise,
        double[] kept,
        Map<Integer, List<SmallDenominators.Interval>> intervals,
        Map<Integer, List<String>> dependsOn,
        Map<Integer, List<Standardise>> changesWith) {
    /** How often the weights are drawn. */
    static final int DRAWS = 1000;

    /** Start of the generator: the same run gives the same answer. */
    static final long SEED = 1;

    /** Largest change of a weight. */
    static final double SPREAD = 0.2;

    /** Ratios with fewer cases in the denominator get an interval. */
    static final double SMALL_DENOMINATOR = 500;

    /** Part of the draws from which on a class counts as independent of the weights. */
    static final double ENOUGH = 0.9;

    /** Checks an index with classes. */
    static Checks of(Outcome outcome, Index index) {
        IndexOutcome found = outcome.index(index.code());
        Map<Integer, List<SmallDenominators.Interval>> intervals = new TreeMap<>();
        for (SmallDenominators.Interval interval : SmallDenominators.of(outcome, found, SMALL_DENOMINATOR)) {
            intervals
                    .computeIfAbsent(interval.position(), key -> new ArrayList<>())
                    .add(interval);
        }
        List<LeaveOneOut.Without> leftOut = outcome.leaveOneOut(index);
        Map<Integer, List<String>> dependsOn = new TreeMap<>();
        leftOut.forEach(without ->
                note(dependsOn, without.changed(), without.component().of()));
        List<OtherStandardisation.Otherwise> otherwise = OtherStandardisation.of(outcome, found);
        Map<Integer, List<Standardise>> changesWith = new TreeMap<>();
        otherwise.forEach(way -> note(changesWith, way.changed(), way.how()));
        double[] kept = MonteCarlo.stability(found, outcome.territory().size(), DRAWS, SEED, SPREAD);
        return new Checks(index, found, leftOut, otherwise, kept, intervals, dependsOn, changesWith);
    }

    private static <T> void note(Map<Integer, List<T>> notes, List<Integer> positions, T what) {
        positions.forEach(
                i -> notes.computeIfAbsent(i, key -> new ArrayList<>()).add(what));
    }

    boolean crosses(int position) {
        return intervals.getOrDefault(position, List.of()).stream().anyMatch(SmallDenominators.Interval::crosses);
    }

    Robustness.Stability verdict(int position) {
        int changes = dependsOn.containsKey(position) ? 1 : 0;
        changes += changesWith.containsKey(position) ? 1 : 0;
        changes += kept[position] < ENOUGH ? 1 : 0;
        changes += crosses(position) ? 1 : 0;
        return changes == 0
                ? Robustness.Stability.STABLE
                : changes == 1 ? Robustness.Stability.MOSTLY : Robustness.Stability.FRAGILE;
    }

    /** Positions of the spaces with a class, ascending. */
    List<Integer> classed() {
        List<Integer> classed = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (outcome.classAt(i) >= 0) {
                classed.add(i);
            }
        }
        return classed;
    }
}
