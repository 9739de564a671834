package de.quartierwerk.reporting;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Settings of the reporting service. */
@ConfigMapping(prefix = "quartierwerk.reporting")
public interface ReportingConfig {
    /** Origin of the boundaries on maps. */
    Boundaries boundaries();

    /** What every map says of its boundaries. */
    interface Boundaries {
        /** Whose the boundaries are. */
        Optional<String> source();

        /** Licence of the boundaries, best as an address such as {@code https://www.govdata.de/dl-de/by-2-0}. */
        Optional<String> licence();
    }
}
