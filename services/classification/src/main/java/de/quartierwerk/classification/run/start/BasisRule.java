package de.quartierwerk.classification.run.start;

import de.quartierwerk.classification.run.Run;

/**
 * On which values a run computes. A steward approves a scheme, not the spaces it runs over: a caller who chooses the
 * spaces could compare a suppressed value with every public one, space by space, by classes and needs alone. So a run
 * over chosen spaces is exact only for callers who see exact values anyway, or where nothing is suppressed.
 */
final class BasisRule {
    /**
     * The basis of a run.
     *
     * @param approved whether a steward approved the scheme's version
     * @param ownChoice whether the caller excludes spaces or restricts the run to part of a district, or somebody may
     *     have chosen the spaces in the registry
     * @param seesExact whether the caller sees the exact values of all its spaces
     * @param guarded whether a value takes part that the public does not see as it is
     */
    static Run.Basis of(boolean approved, boolean ownChoice, boolean seesExact, boolean guarded) {
        boolean exact = approved && (!ownChoice || seesExact || !guarded);
        return exact ? Run.Basis.EXACT : Run.Basis.PUBLIC;
    }

    private BasisRule() {}
}
