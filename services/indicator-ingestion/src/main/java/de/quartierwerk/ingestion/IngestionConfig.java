package de.quartierwerk.ingestion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;

/** Settings of this service. */
@ConfigMapping(prefix = "quartierwerk.ingestion")
public interface IngestionConfig {
    /** Most bytes that a delivered file may have, uncompressed. */
    @WithDefault("2147483648")
    long maximumFileBytes();

    /** How many submissions are worked on at the same time. */
    @WithDefault("3")
    int workers();

    /** How long the findings of a dry run stay readable. */
    @WithDefault("1h")
    Duration dryRunKept();

    /** Shares of groups with fewer cases are suppressed. */
    @WithDefault("100")
    BigDecimal minimumDenominator();

    /**
     * Whether small counts are protected from other submitters too, who know their own figures (Insider); that
     * suppresses more.
     */
    @WithDefault("false")
    boolean insiders();

    /** Spaces of one batch of released values. */
    @WithDefault("5000")
    int batchSpaces();

    /** Most rows of values that come at once as CSV; a spreadsheet has no more either. */
    @WithDefault("1000000")
    int longestTable();
}
