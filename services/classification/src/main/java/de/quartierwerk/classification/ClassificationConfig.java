package de.quartierwerk.classification;

import io.smallrye.config.ConfigMapping;

/** Settings of the service; the unit stands in the name. */
@ConfigMapping(prefix = "quartierwerk.classification")
public interface ClassificationConfig {
    /** How often waiting runs are looked for, beside the look at once when one is started. */
    int runsEverySeconds();

    /** How often a run is tried before it is given up. */
    int attempts();

    /** Results in one event of a publication. */
    int resultsPerBatch();

    /** How long no further release must have arrived before an automatic run starts. */
    int automaticQuietSeconds();

    /** Most spaces of a simulation. */
    int simulationSpaces();

    /** Most numbers of a simulation: spaces times columns of values, components and figures. */
    long simulationNumbers();

    /** How long a simulation may compute. */
    int simulationSeconds();

    /** Simulations that an instance computes at once. */
    int simulationsAtOnce();

    /** Runs that an instance computes anew at once for those who read explanations, robustness and comparisons. */
    int outcomesAtOnce();

    /** Most numbers of a run, counted in the same way: what surely does not fit into the memory. */
    long runNumbers();
}
