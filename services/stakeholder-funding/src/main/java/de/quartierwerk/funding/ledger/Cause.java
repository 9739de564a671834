package de.quartierwerk.funding.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why money moves (Buchungsgrund). */
@Schema(name = "LedgerCause", description = "Why money moves")
public enum Cause {
    /** Planned in the budget (Haushaltsansatz). */
    @JsonProperty("plan")
    PLAN,
    /** Supplementary budget (Nachtrag). */
    @JsonProperty("supplementary")
    SUPPLEMENTARY,
    /** Authorised above the plan (überplanmäßig). */
    @JsonProperty("above-plan")
    ABOVE_PLAN,
    /** Authorised outside of the plan (außerplanmäßig). */
    @JsonProperty("outside-plan")
    OUTSIDE_PLAN,
    /** Carried over from the year before (Ermächtigungsübertragung). */
    @JsonProperty("carry-over")
    CARRY_OVER,
    /** Moved from another line (Umschichtung). */
    @JsonProperty("transfer")
    TRANSFER,
    /** Blocked (Sperrvermerk). */
    @JsonProperty("block")
    BLOCK,
    /** No longer blocked (Entsperrung). */
    @JsonProperty("unblock")
    UNBLOCK,
    /** Committed by a decision. */
    @JsonProperty("decision")
    DECISION,
    /** Committed later: money that was subject to the budget. */
    @JsonProperty("commitment")
    COMMITMENT,
    /** Ordered from the treasury (Auszahlungsanordnung). */
    @JsonProperty("order")
    ORDER,
    /** The treasury has paid. */
    @JsonProperty("confirmation")
    CONFIRMATION,
    /** Committed money that is not needed any more. */
    @JsonProperty("release")
    RELEASE,
    /** Claimed back (Rückforderung). */
    @JsonProperty("claim")
    CLAIM,
    /** Interest on a claim. */
    @JsonProperty("interest")
    INTEREST,
    /** Paid back. */
    @JsonProperty("repayment")
    REPAYMENT,
    /** A claim that is given up (Erlass). */
    @JsonProperty("claim-waiver")
    CLAIM_WAIVER,
    /** End of the year (Jahresabschluss). */
    @JsonProperty("year-end")
    YEAR_END,
    /** Undoes an entry (Storno). */
    @JsonProperty("reversal")
    REVERSAL;

    /** Its name in the database and for clients. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Cause of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
