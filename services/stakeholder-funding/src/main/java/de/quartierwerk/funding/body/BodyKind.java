package de.quartierwerk.funding.body;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kind of a body. */
public enum BodyKind {
    /** The administration (Verwaltung), which decides current business. */
    @JsonProperty("administration")
    ADMINISTRATION,
    /** A committee (Ausschuss). */
    @JsonProperty("committee")
    COMMITTEE,
    /** The elected assembly (Vertretung: Kreistag, Städteregionstag, Rat). */
    @JsonProperty("council")
    COUNCIL
}
