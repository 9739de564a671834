package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.Payment.PaymentState;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.util.List;

/** Payments: never more than the grant of a year, and never by one person alone. */
final class PaymentRules {

    private PaymentRules() {}

    /** What may still be certified for a year: its grant less all payments that were not rejected. */
    static Money remaining(List<YearAmount> granted, List<Payment> payments, int year) {
        Money grant = YearAmount.byYear(granted).getOrDefault(year, Money.ZERO);
        Money used = Money.sum(payments.stream()
                .filter(payment -> payment.year() == year && payment.state() != PaymentState.REJECTED)
                .map(Payment::amount)
                .toList());
        return grant.minus(used);
    }

    /** What may still be certified over all years. */
    static Money remaining(List<YearAmount> granted, List<Payment> payments) {
        return Money.sum(YearAmount.byYear(granted).keySet().stream()
                .map(year -> remaining(granted, payments, year))
                .toList());
    }

    /** Sum of what was ordered from the treasury. */
    static Money paid(List<Payment> payments) {
        return Money.sum(payments.stream()
                .filter(payment -> payment.state() == PaymentState.ORDERED)
                .map(Payment::amount)
                .toList());
    }

    /** Whether a payment waits for a second person. */
    static boolean pending(List<Payment> payments) {
        return payments.stream().anyMatch(payment -> payment.state() == PaymentState.CERTIFIED);
    }

    /** Refuses nothing, or more than is left of the year's grant. */
    static void requireWithinGrant(PaymentRequest request, List<YearAmount> granted, List<Payment> payments) {
        if (!request.amount().positive()) {
            throw new Invalid(
                    "amount.not-positive",
                    List.of(InputError.at(
                            "/amount", "amount.not-positive", request.amount().amount())));
        }
        Money remaining = remaining(granted, payments, request.year());
        if (request.amount().exceeds(remaining)) {
            throw new Conflict(
                    "payment.above-grant", request.year(), request.amount().value(), remaining.value());
        }
    }

    /** Refuses a payment that is not waiting, and the person who certified it. */
    static void requireSecondPerson(Payment payment, Actor actor) {
        if (payment.state() != PaymentState.CERTIFIED) {
            throw new Conflict("payment.not-waiting", payment.id(), payment.state());
        }
        if (payment.certifiedBy().equals(actor.name())) {
            throw Duties.refusal(Action.PAYMENTS, Action.PAYMENT_ORDER);
        }
    }
}
