package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The check of a proof of use (Verwendungsnachweisprüfung).
 *
 * @param eligible amount of the paid grant that was used as agreed
 * @param recoverable paid amount less the eligible one
 * @param note findings
 * @param by name of the account
 * @param at instant
 * @param computed what the kind of financing makes of the proof
 * @param reason why more than that is eligible
 * @param confirmedBy who agreed to more
 * @param proposed whether it waits for a second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The check of a proof of use")
public record Review(
        Money eligible,
        Money recoverable,

        @Schema(examples = "Nachweis vollständig, Minderausgaben beim Personal")
        String note,

        @Schema(examples = "funding-officer") String by,
        Instant at,
        @Nullable UseOfMoney computed,

        @Schema(examples = "Unabweisbare Mehrkosten") @Nullable
        String reason,

        @Schema(description = "Who agreed to more than was computed", examples = "funding-officer2") @Nullable
        String confirmedBy,

        @Schema(description = "Whether it waits for a second person, since it grants more than was computed")
        boolean proposed) {

    /** What of a paid amount can be claimed back. */
    Money recoverableOf(Money paid) {
        return paid.exceeds(eligible) ? paid.minus(eligible) : Money.ZERO;
    }

    /** The same with what can be claimed back of what is paid now. */
    Review of(Money paid) {
        return new Review(eligible, recoverableOf(paid), note, by, at, computed, reason, confirmedBy, proposed);
    }

    Review confirmed(String person) {
        return new Review(eligible, recoverable, note, by, at, computed, reason, person, false);
    }
}
