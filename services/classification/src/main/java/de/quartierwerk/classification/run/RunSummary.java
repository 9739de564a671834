package de.quartierwerk.classification.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run found, beside the results of the single spaces.
 *
 * @param counts numbers of spaces
 * @param needs spaces and municipalities per field of action, by the rules
 * @param spacesInNeed spaces with at least one need, by the rules
 * @param indices what explanations need: means, deviations, breaks
 * @param warnings what a reader should know
 * @param guardedRollUps names of the roll-ups in which a suppressed value takes part
 */
public record RunSummary(
        Counts counts,
        List<Need> needs,
        int spacesInNeed,
        List<IndexModel> indices,
        List<Warning> warnings,
        List<String> guardedRollUps) {
    public RunSummary {
        needs = List.copyOf(needs);
        indices = List.copyOf(indices);
        warnings = List.copyOf(warnings);
        guardedRollUps = List.copyOf(guardedRollUps);
    }

    /**
     * Numbers of spaces: all, classified, excluded, those that take part but could not be classified, and those whose
     * class and needs are withheld since they would confine a suppressed count; at last the larger areas whose classes
     * are.
     */
    public record Counts(int spaces, int classified, int excluded, int unclassified, int withheld, int withheldAreas) {}

    /** A field of action with the numbers of spaces and municipalities. */
    public record Need(String code, String title, @Nullable String targetGroup, int spaces, int municipalities) {}

    /**
     * An index over the run's universe.
     *
     * @param code index code
     * @param guarded whether a suppressed value takes part
     * @param universe number of spaces of its universe
     * @param mean mean of the combined value
     * @param deviation standard deviation of the combined value
     * @param breaks class breaks
     * @param fit goodness of variance fit; null where the classes have none
     * @param components its components
     */
    public record IndexModel(
            String code,
            boolean guarded,
            int universe,
            @Nullable Double mean,
            @Nullable Double deviation,
            List<Double> breaks,
            @Nullable Double fit,
            List<ComponentModel> components) {}

    /**
     * A component over the universe of its index.
     *
     * @param of code of the indicator or index
     * @param used false where it was left out since it does not vary
     * @param mean mean after transformation and polarity
     * @param deviation standard deviation
     * @param minimum smallest number
     * @param maximum largest number
     * @param share what its standardised number is multiplied by
     */
    public record ComponentModel(
            String of,
            boolean used,
            @Nullable Double mean,
            @Nullable Double deviation,
            @Nullable Double minimum,
            @Nullable Double maximum,
            @Nullable Double share) {}

    /**
     * Something a reader should know.
     *
     * @param code key of the message bundles
     * @param subject what it speaks of
     */
    public record Warning(String code, String subject) {}

    /** Whether a suppressed value takes part in an index. */
    public boolean guarded(String index) {
        return indices.stream().anyMatch(model -> model.code().equals(index) && model.guarded());
    }

    /** Whether a suppressed value takes part in a roll-up of an index. */
    public boolean guardedRollUp(String index, String name) {
        return guarded(index) || guardedRollUps.contains(name);
    }
}
