package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.MessageText;
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
 * @param reason why it was rejected or cancelled
 * @param dueOn day on which it is due
 * @param paidOn day on which the treasury paid
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
        @Schema(examples = "Betrag vertauscht") @Nullable String reason,
        @Schema(examples = "2024-07-15") @Nullable LocalDate dueOn,
        @Nullable LocalDate paidOn) {

    /** How far a payment is. */
    public enum PaymentState {
        /** Right in substance and figures, says one person. */
        CERTIFIED,
        /** Ordered from the treasury by another person. */
        ORDERED,
        /** The treasury has paid. */
        CONFIRMED,
        /** Not certified by the second person; its amount is free again. */
        REJECTED,
        /** Ordered, but not paid; its amount is free again. */
        CANCELLED;

        /** Its words for people. */
        MessageText words() {
            return MessageText.of("payment.state." + name());
        }

        /** Whether its amount is free again. */
        boolean failed() {
            return this == REJECTED || this == CANCELLED;
        }

        /** Whether the treasury has the order. */
        boolean ordered() {
            return this == ORDERED || this == CONFIRMED;
        }
    }

    static Payment certified(PaymentRequest request, String person, Instant now) {
        return new Payment(
                UUID.randomUUID(),
                request.year(),
                request.amount(),
                request.call(),
                PaymentState.CERTIFIED,
                person,
                now,
                null,
                null,
                null,
                null,
                request.dueOn(),
                null);
    }

    Payment ordered(String person, Instant now, LocalDate day) {
        return with(PaymentState.ORDERED, person, now, day, null, null);
    }

    Payment rejected(String person, Instant now, String why) {
        return with(PaymentState.REJECTED, person, now, null, why, null);
    }

    Payment confirmed(LocalDate day) {
        return with(PaymentState.CONFIRMED, decidedBy, decidedAt, orderedOn, null, day);
    }

    Payment cancelled(@Nullable String why) {
        return with(PaymentState.CANCELLED, decidedBy, decidedAt, orderedOn, why, null);
    }

    /** Whether the same is certified once more. */
    boolean repeats(PaymentRequest request) {
        return !state.failed() && call != null && call.equals(request.call()) && amount.equals(request.amount());
    }

    private Payment with(
            PaymentState next,
            @Nullable String person,
            @Nullable Instant then,
            @Nullable LocalDate day,
            @Nullable String why,
            @Nullable LocalDate paid) {
        return new Payment(id, year, amount, call, next, certifiedBy, certifiedAt, person, then, day, why, dueOn, paid);
    }
}
