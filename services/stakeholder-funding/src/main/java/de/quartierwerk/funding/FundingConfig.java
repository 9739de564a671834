package de.quartierwerk.funding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.ZoneId;

/** Settings of this service. */
@ConfigMapping(prefix = "quartierwerk.funding")
public interface FundingConfig {

    /** Zone in which a day begins and ends: a decision of today is not one of tomorrow. */
    @WithDefault("Europe/Berlin")
    ZoneId timeZone();
}
