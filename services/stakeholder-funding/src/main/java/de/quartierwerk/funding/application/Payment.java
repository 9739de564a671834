package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.funding.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payment of a grant (Auszahlung): one person certifies that it is right in substance and figures (sachlich und
 * rechnerisch richtig), another orders it from the treasury (Anordnung).
 *
 * @param id id of the payment
 * @param year budget year
 * @param amount amount
 * @param call what the recipient called it with, or null
 * @param state how far it is
 * @param certifiedBy who certified it
 * @param certifiedAt when
 * @param decidedBy who ordered or rejected it, or null
 * @param decidedAt when, or null
 * @param orderedOn day of the order, or null
 * @param reason why it was rejected, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A payment of a grant")
public record Payment(
        UUID id,
        @Schema(examples = "2024") int year,
        Money amount,
        @Schema(examples = "Mittelabruf 1/2024") String call,
        PaymentState state,
        @Schema(examples = "funding-officer") String certifiedBy,
        Instant certifiedAt,
        @Schema(examples = "funding-officer2") String decidedBy,
        Instant decidedAt,
        LocalDate orderedOn,
        @Schema(examples = "Betrag vertauscht") String reason) {

    /** How far a payment is. */
    public enum PaymentState {
        /** Right in substance and figures, says one person. */
        CERTIFIED,
        /** Ordered from the treasury by another person. */
        ORDERED,
        /** Not paid; its amount is free again. */
        REJECTED
    }

    Payment ordered(String person, Instant now, LocalDate day) {
        return new Payment(
                id, year, amount, call, PaymentState.ORDERED, certifiedBy, certifiedAt, person, now, day, null);
    }

    Payment rejected(String person, Instant now, String why) {
        return new Payment(
                id, year, amount, call, PaymentState.REJECTED, certifiedBy, certifiedAt, person, now, null, why);
    }

    /**
     * A payment as sent.
     *
     * @param year budget year
     * @param amount amount
     * @param call what the recipient called it with, or null
     */
    @Schema(name = "PaymentEntry", description = "A payment")
    public record Entry(
            @Min(1990) @Max(2100) @Schema(examples = "2024") int year,
            @NotNull @Valid Money amount,

            @Size(max = 200) @Schema(nullable = true, examples = "Mittelabruf 1/2024")
            String call) {

        /** Cleans the text. */
        public Entry {
            call = Texts.clean(call);
        }
    }

    /** Why a payment is rejected. */
    @Schema(name = "PaymentRejection", description = "Why a payment is rejected")
    public record Rejection(
            @NotBlank @Size(max = 1000) @Schema(examples = "Betrag vertauscht")
            String reason) {}
}
