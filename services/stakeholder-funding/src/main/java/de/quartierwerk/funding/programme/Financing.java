package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a grant relates to the costs (Finanzierungsart). */
public enum Financing {
    /** A share of the costs (Anteilfinanzierung). */
    @JsonProperty("share")
    SHARE,
    /** What is lacking (Fehlbedarfsfinanzierung). */
    @JsonProperty("shortfall")
    SHORTFALL,
    /** A fixed amount (Festbetragsfinanzierung). */
    @JsonProperty("fixed-amount")
    FIXED_AMOUNT,
    /** All costs (Vollfinanzierung). */
    @JsonProperty("full")
    FULL
}
