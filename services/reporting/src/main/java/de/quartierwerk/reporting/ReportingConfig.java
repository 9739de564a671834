package de.quartierwerk.reporting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of the reporting service. */
@ConfigMapping(prefix = "quartierwerk.reporting")
public interface ReportingConfig {
    /** Origin of the boundaries on maps. */
    Boundaries boundaries();

    /** How reports become PDF. */
    Print print();

    /** What every map says of its boundaries. */
    interface Boundaries {
        /** Whose the boundaries are. */
        Optional<String> source();

        /** Licence of the boundaries, best as an address such as {@code https://www.govdata.de/dl-de/by-2-0}. */
        Optional<String> licence();
    }

    /** Bounds of the process that prints. */
    interface Print {
        /** Heap of the process, beside that of the service. */
        @WithDefault("512")
        int heapMegabytes();

        /** Longest time for one document. */
        @WithDefault("60")
        int timeLimitSeconds();

        /** Most pages of a document. */
        @WithDefault("400")
        int mostPages();
    }
}
