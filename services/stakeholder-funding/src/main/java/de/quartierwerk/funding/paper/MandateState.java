package de.quartierwerk.funding.paper;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a mandate is. */
public enum MandateState {
    /** It is to be carried out. */
    @JsonProperty("open")
    OPEN,
    /** It is carried out. */
    @JsonProperty("done")
    DONE,
    /** It was dropped, with a reason in the report. */
    @JsonProperty("dropped")
    DROPPED
}
