package de.quartierwerk.classification;

import io.smallrye.config.ConfigMapping;

/** Settings of the service; the unit stands in the name. */
@ConfigMapping(prefix = "quartierwerk.classification")
public interface ClassificationConfig {
    /** How often waiting runs are looked for, beside the look at once when one is started. */
    int runsEverySeconds();

    /** How often a run that fails for no reason of its own is tried. */
    int attempts();

    /** Results in one event of a publication. */
    int resultsPerBatch();

    /** How long no further release must have arrived before an automatic run starts. */
    int automaticQuietSeconds();

    /** Most spaces of a simulation. */
    int simulationSpaces();

    /** Most numbers of a simulation: spaces times columns of values and components. */
    long simulationNumbers();

    /** How long a simulation may compute. */
    int simulationSeconds();

    /** Simulations that an instance computes at once. */
    int simulationsAtOnce();
}
