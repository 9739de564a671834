package de.quartierwerk.funding.paper;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kind of a paper. */
public enum PaperKind {
    /** The administration proposes (Vorlage). */
    @JsonProperty("proposal")
    PROPOSAL,
    /** A council group moves (Fraktionsantrag). */
    @JsonProperty("motion")
    MOTION,
    /** For information (Mitteilung). */
    @JsonProperty("notice")
    NOTICE
}
