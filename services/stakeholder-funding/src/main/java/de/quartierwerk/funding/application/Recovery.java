package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Revocation and claim of money back, with interest, after hearing the party (Widerruf und Rückforderung, Anhörung nach
 * § 28 VwVfG).
 *
 * @param amount amount claimed back
 * @param interest interest on it so far, or zero
 * @param interestTerms from when to when at which rate
 * @param heardOn day on which the party was heard
 * @param statement what the party said
 * @param decidedOn day of the notice
 * @param reason why
 * @param legalBasis legal basis
 * @param by name of the account
 * @param at instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Claim of money back, with interest, after hearing the party")
public record Recovery(
        Money amount,
        Money interest,
        @Nullable InterestTerms interestTerms,
        LocalDate heardOn,

        @Schema(examples = "Die Minderausgaben werden bestätigt.") @Nullable
        String statement,

        LocalDate decidedOn,
        @Schema(examples = "Nicht verbrauchte Mittel") String reason,
        @Schema(examples = "§ 49a VwVfG") String legalBasis,
        @Schema(examples = "funding-officer") String by,
        Instant at) {

    Recovery plus(Money grown) {
        return new Recovery(
                amount, interest.plus(grown), interestTerms, heardOn, statement, decidedOn, reason, legalBasis, by, at);
    }

    /** Whether interest grows until the last repayment. */
    boolean growing() {
        return interestTerms != null && interestTerms.percent() == null;
    }

    /**
     * Interest on a claim. With a percentage: for the days from the first to the last, the last excluded, of a year of
     * 365 days. Without: five points above the base rate on what is outstanding, until it is paid back.
     *
     * @param from first day
     * @param to day of the payment back
     * @param percent percent a year
     */
    @Schema(
            description = "Interest by days of a year of 365 days. With percent and to it is fixed; without, it is five"
                    + " points above the base rate on what is outstanding until it is paid back (§ 49a VwVfG)")
    public record InterestTerms(
            @NotNull @Schema(examples = "2025-04-01") LocalDate from,
            @Schema(examples = "2025-06-30") @Nullable LocalDate to,

            @DecimalMin("0") @DecimalMax("20") @Schema(examples = "7.27") @Nullable
            BigDecimal percent) {

        /** Writes the percentage without an exponent. */
        public InterestTerms {
            percent = percent == null ? percent : Texts.plain(percent);
        }
    }
}
