package de.quartierwerk.funding.budget;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.ledger.Cause;

/** How an authorisation changes a line's year (Bewilligungsart). */
public enum AuthorisationKind {
    /** By a supplementary budget (Nachtragshaushalt). */
    @JsonProperty("supplementary")
    SUPPLEMENTARY,
    /** More than the plan has (überplanmäßig). */
    @JsonProperty("above-plan")
    ABOVE_PLAN,
    /** For what the plan does not have (außerplanmäßig). */
    @JsonProperty("outside-plan")
    OUTSIDE_PLAN,
    /** What is left of the year before (Ermächtigungsübertragung). */
    @JsonProperty("carry-over")
    CARRY_OVER,
    /** From another line of the same year (Umschichtung). */
    @JsonProperty("transfer")
    TRANSFER,
    /** Must not be used from now on (Sperre). */
    @JsonProperty("block")
    BLOCK,
    /** May be used again (Entsperrung). */
    @JsonProperty("unblock")
    UNBLOCK;

    Cause cause() {
        return Cause.valueOf(name());
    }
}
