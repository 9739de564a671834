package de.quartierwerk.funding.giving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who publishes grants as open data. */
@ConfigMapping(prefix = "quartierwerk.funding.giving")
public interface GivingConfig {

    /** Prefix of the ids of grants, as 360Giving gives it to publishers. */
    @WithDefault("360G-quartierwerk")
    String prefix();

    /**
     * Organisation identifier of the district or city, e.g. {@code DE-CR-…}, or {@code XI-…} with a number of its own.
     */
    @WithDefault("XI-QUARTIERWERK-district")
    String funderId();

    /** Name of the district or city. */
    @WithDefault("Quartierwerk")
    String funderName();
}
