package de.quartierwerk.registry.spaceimport;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of imports. */
@ConfigMapping(prefix = "quartierwerk.registry.import")
interface ImportConfig {
    /** Files of more rows are answered with 202 and applied in the background. */
    @WithDefault("5000")
    int immediateRows();

    /** Files of this size and above are answered with 202 as soon as they are stored, and read afterwards. */
    @WithDefault("8M")
    MemorySize storedFrom();

    /** Findings that an answer shows; the others are counted. */
    @WithDefault("1000")
    int shownFindings();
}
