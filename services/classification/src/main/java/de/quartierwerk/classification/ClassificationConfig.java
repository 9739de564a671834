package de.quartierwerk.classification;

import io.smallrye.config.ConfigMapping;

/** Settings of the service; the unit stands in the name. */
@ConfigMapping(prefix = "quartierwerk.classification")
public interface ClassificationConfig {
    /** Time between two looks for waiting runs; a run that starts here begins at once. */
    int runsEverySeconds();

    /** Attempts at a run before it counts as failed. */
    int attempts();

    /** Results in one event of a publication. */
    int resultsPerBatch();

    /** How long no release must have arrived before an automatic run starts. */
    int automaticQuietSeconds();

    /** Most spaces of a simulation. */
    int simulationSpaces();

    /** Most numbers of a simulation: spaces times columns of values, components and figures. */
    long simulationNumbers();

    /** How long a simulation may compute. */
    int simulationSeconds();

    /** Simulations that an instance computes at once. */
    int simulationsAtOnce();

    /** Runs that an instance computes again at once for readers of explanations, robustness and comparisons. */
    int outcomesAtOnce();

    /** Most numbers of a run, counted in the same way; more cannot fit into the memory. */
    long runNumbers();
}
