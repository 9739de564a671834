package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.Payment.PaymentState;
import de.quartierwerk.funding.budget.Tranche;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments: never more than the grant of a year, and never by one person alone. */
final class PaymentRules {

    private PaymentRules() {}

    /** What may still be certified for a year: what is granted and committed, less all payments that did not fail. */
    static Money payable(List<YearAmount> granted, List<Tranche> committed, List<Payment> payments, int year) {
        Money grant = YearAmount.byYear(granted).getOrDefault(year, Money.ZERO);
        return left(grant.atMost(Tranche.of(committed, year)), payments, year);
    }

    /** What may still be certified over all years. */
    static Money payable(List<YearAmount> granted, List<Tranche> committed, List<Payment> payments) {
        return Money.sum(YearAmount.byYear(granted).keySet().stream()
                .map(year -> payable(granted, committed, payments, year))
                .toList());
    }

    /** What is left of an amount of a year after all its payments that were not rejected. */
    static Money left(Money amount, List<Payment> payments, int year) {
        return amount.minus(Money.sum(payments.stream()
                .filter(payment -> payment.year() == year && !payment.state().failed())
                .map(Payment::amount)
                .toList()));
    }

    /** The years of a grant for which no money is committed yet. */
    static List<YearAmount> uncommitted(List<YearAmount> granted, List<Tranche> committed) {
        return YearAmount.byYear(granted).entrySet().stream()
                .filter(each -> committed.stream().noneMatch(tranche -> tranche.year() == each.getKey()))
                .map(each -> new YearAmount(each.getKey(), each.getValue()))
                .toList();
    }

    /** Sum of what was ordered from the treasury. */
    static Money paid(List<Payment> payments) {
        return Money.sum(payments.stream()
                .filter(payment -> payment.state().ordered())
                .map(Payment::amount)
                .toList());
    }

    /** Day on which the treasury first paid; null where it has confirmed nothing. */
    static @Nullable LocalDate firstPaid(List<Payment> payments) {
        return payments.stream()
                .map(Payment::paidOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether a payment waits for a second person. */
    static boolean pending(List<Payment> payments) {
        return payments.stream().anyMatch(payment -> payment.state() == PaymentState.CERTIFIED);
    }

    /** Refuses nothing, more than is left of the year's grant, and a year whose money is not committed. */
    static void requireWithinGrant(
            PaymentRequest request, List<YearAmount> granted, List<Tranche> committed, List<Payment> payments) {
        if (!request.amount().positive()) {
            throw new Invalid(
                    "amount.not-positive",
                    List.of(InputError.at(
                            "/amount", "amount.not-positive", request.amount().amount())));
        }
        if (uncommitted(granted, committed).stream().anyMatch(each -> each.year() == request.year())) {
            throw new Conflict("payment.not-committed", request.year());
        }
        Money remaining = payable(granted, committed, payments, request.year());
        if (request.amount().exceeds(remaining)) {
            throw new Conflict(
                    "payment.above-grant", request.year(), request.amount().value(), remaining.value());
        }
    }

    /** Refuses a payment with 409 while a condition keeps it back. */
    static void requireConditionsMet(Agreement agreement) {
        PaymentCondition waiting = agreement.waiting();
        if (waiting != null) {
            throw new Conflict("payment.condition-open", waiting.text());
        }
    }

    /** Refuses the same amount and call again with 409, unless it names a payment that it repeats. */
    static void requireNotRepeated(PaymentRequest request, List<Payment> payments) {
        List<UUID> same = payments.stream()
                .filter(each -> each.repeats(request))
                .map(Payment::id)
                .toList();
        if (!same.isEmpty() && !same.contains(request.repeats())) {
            throw new Conflict("payment.repeated", same.get(0));
        }
    }

    /** Refuses a day outside of the budget year, before the signature, or before a condition was met, with 422. */
    static void requireDue(PaymentRequest request, Agreement agreement) {
        LocalDate due = request.dueOn();
        if (due != null && due.getYear() != request.year()) {
            throw new Invalid(
                    "payment.due-outside-year",
                    List.of(InputError.at("/dueOn", "payment.due-outside-year", due.toString(), due, request.year())),
                    due,
                    request.year());
        }
        Days.requireOrder("/dueOn", agreement.signedOn(), due);
        agreement.beforePayment().stream()
                .map(PaymentCondition::metOn)
                .filter(Objects::nonNull)
                .forEach(met -> Days.requireOrder("/dueOn", met, due));
    }

    /** Refuses a payment that is not waiting, and the person who certified it. */
    static void requireSecondPerson(Payment payment, Actor actor) {
        if (payment.state() != PaymentState.CERTIFIED) {
            throw new Conflict("payment.not-waiting", payment.state().words());
        }
        if (payment.certifiedBy().equals(actor.name())) {
            throw Duties.refusal(Action.PAYMENTS, Action.PAYMENT_ORDER);
        }
    }
}
