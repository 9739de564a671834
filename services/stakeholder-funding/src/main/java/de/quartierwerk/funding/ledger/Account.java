package de.quartierwerk.funding.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account of a line's year (Konto); money moves from one to another, all together are zero. */
@Schema(name = "LedgerAccount", description = "An account of a line's year")
public enum Account {
    /** What the council has authorised; below zero, since all other money comes from it. */
    @JsonProperty("plan")
    PLAN,
    /** Free (verfügbar). */
    @JsonProperty("available")
    AVAILABLE,
    /** Must not be used (gesperrt). */
    @JsonProperty("blocked")
    BLOCKED,
    /** Bound by a decision (festgelegt). */
    @JsonProperty("committed")
    COMMITTED,
    /** Ordered from the treasury (angeordnet). */
    @JsonProperty("ordered")
    ORDERED,
    /** Paid by the treasury (ausgezahlt). */
    @JsonProperty("paid")
    PAID,
    /** Claimed back with its interest (Forderung). */
    @JsonProperty("claimed")
    CLAIMED,
    /** Paid back (zurückgezahlt). */
    @JsonProperty("returned")
    RETURNED,
    /** Free or blocked at the end of its year (verfallen). */
    @JsonProperty("expired")
    EXPIRED,
    /** Interest claimed (Zinsertrag); below zero, since the claims on it come from here. */
    @JsonProperty("interest")
    INTEREST;

    /** Its name in the database. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Account of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
