package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many of an application's spaces must have the need. */
public enum SpaceMatch {
    /** Every one of them. */
    @JsonProperty("every-space")
    EVERY_SPACE,
    /** At least one of them. */
    @JsonProperty("any-space")
    ANY_SPACE
}
