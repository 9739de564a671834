package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is funded (Förderart). */
public enum ProjectKind {
    /** A project with an end (Projektförderung). */
    @JsonProperty("project")
    PROJECT,
    /** An institution as such (institutionelle Förderung). */
    @JsonProperty("institutional")
    INSTITUTIONAL
}
