package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a grant (Auszahlung): one person certifies that it is right in substance and figures (sachlich und
 * rechnerisch richtig), another orders it from the treasury (Anordnung).
 *
 * @param id id of the payment
 * @param year budget year
 * @param amount amount
 * @param call what the recipient called it with
 * @param state how far it is
 * @param certifiedBy who certified it
 * @param certifiedAt when
 * @param decidedBy who ordered or rejected it
 * @param decidedAt when
 * @param orderedOn day of the order
 * @param reason why it was rejected
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A payment of a grant")
public record Payment(
        UUID id,
        @Schema(examples = "2024") int year,
        Money amount,
        @Schema(examples = "Mittelabruf 1/2024") @Nullable String call,
        PaymentState state,
        @Schema(examples = "funding-officer") String certifiedBy,
        Instant certifiedAt,
        @Schema(examples = "funding-officer2") @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable LocalDate orderedOn,
        @Schema(examples = "Betrag vertauscht") @Nullable String reason) {

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
}
