package de.quartierwerk.classification.method;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same index for larger areas, standardised and classed anew.
 *
 * @param code what its results are called; null for the code of the index
 * @param level code of the larger level
 * @param kind what is said of an area
 * @param from of {@link Kind#EXTENT} and {@link Kind#CONCENTRATION} the first number; 0 for others
 * @param to of {@link Kind#EXTENT} the second one; 0 for others
 * @param inClasses of shares and populations the classes that count
 * @param weight indicator whose value is the weight, usually inhabitants; without it every space counts the same
 * @param restandardise standardisation over the larger areas
 * @param classes how the areas are cut into classes; without it means as the spaces are, others not at all
 */
public record RollUp(
        @Nullable String code,
        String level,
        Kind kind,
        double from,
        double to,
        Set<String> inClasses,
        @Nullable String weight,
        Standardisation restandardise,
        @Nullable ClassRule classes) {
    public RollUp {
        inClasses = Set.copyOf(inClasses);
    }

    /** What is said of an area (English Indices of Deprivation 2019, research report, for all but the last). */
    public enum Kind implements Coded {
        /** sum(weight * value) / sum(weight). */
        MEAN,
        /** sum(weight * (N + 1 - rank)) / sum(weight), rank 1 being the highest value of the run. */
        MEAN_RANK,
        /** Weight of the spaces in some classes / weight of all; without a weight the share of the spaces. */
        SHARE_IN_CLASS,
        /**
         * Share of the weight that lives in the highest per cents of the run: in the first {@code from} it counts in
         * full, in those up to {@code to} 0.95 falling to 0.05 from per cent to per cent, ceil(100 rank / N) telling
         * the per cent.
         */
        EXTENT,
        /**
         * Weighted mean of N + 1 - rank over the highest spaces of the area that hold so many per cent of its weight,
         * the last one in part.
         */
        CONCENTRATION,
        /** Weight of the spaces in some classes; without a weight their number. */
        POPULATION_IN_CLASS
    }

    /** The weighted mean of values, classed as the spaces are. */
    public RollUp(String level, String weight, Standardise restandardise) {
        this(null, level, Kind.MEAN, 0, 0, Set.of(), weight, Standardisation.of(restandardise), null);
    }

    /** How the areas are cut into classes, if they are. */
    public @Nullable ClassRule classes(Index index) {
        return classes == null && kind == Kind.MEAN ? index.classes() : classes;
    }

    /** What its results are called. */
    public String name(Index index) {
        return code == null ? index.code() : code;
    }
}
