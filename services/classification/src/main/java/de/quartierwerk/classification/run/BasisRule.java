package de.quartierwerk.classification.run;

/**
 * On which values a run computes. A steward approves a scheme, not the spaces it is run over: who chooses them could
 * compare a suppressed value with every public one, space by space, in classes and needs alone. So a choice of spaces
 * of one's own is exact only for those who see exact values anyway, or where nothing is suppressed.
 */
final class BasisRule {
    /**
     * The basis of a run.
     *
     * @param approved whether a steward approved the scheme's version
     * @param ownChoice whether who asks for the run excludes spaces or restricts it to part of a district, or somebody
     *     may have chosen them in the registry
     * @param seesExact whether who asks for it sees the exact values of all its spaces
     * @param guarded whether a value takes part that the public does not see as it is
     */
    static Run.Basis of(boolean approved, boolean ownChoice, boolean seesExact, boolean guarded) {
        boolean exact = approved && (!ownChoice || seesExact || !guarded);
        return exact ? Run.Basis.EXACT : Run.Basis.PUBLIC;
    }

    private BasisRule() {}
}
