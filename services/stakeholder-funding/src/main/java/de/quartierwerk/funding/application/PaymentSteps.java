package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.paymentorder.OrderState;
import de.quartierwerk.kit.problem.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Payments of a grant: certified by one person, ordered or rejected by another, ended by the treasury. */
final class PaymentSteps {

    private PaymentSteps() {}

    /** Certifies a payment as right in substance and figures. */
    static Payment certify(Application application, PaymentRequest request, Actor actor, Instant now) {
        application.begin(Action.PAYMENTS, actor);
        PaymentRules.requireConditionsMet(requireNonNull(application.steps.agreement));
        PaymentRules.requireWithinGrant(
                request, application.steps.grant(), application.steps.tranches, application.steps.payments);
        Retention.require(request, application.situation(LocalDate.EPOCH));
        PaymentRules.requireNotRepeated(request, application.steps.payments);
        PaymentRules.requireDue(request, requireNonNull(application.steps.agreement));
        Payment payment = Payment.certified(request, actor.name(), now);
        List<Payment> all = new ArrayList<>(application.steps.payments);
        all.add(payment);
        application.steps.payments = List.copyOf(all);
        return payment;
    }

    /** Orders a certified payment from the treasury. */
    static Payment order(Application application, UUID payment, Actor actor, Instant now, LocalDate today) {
        Payment waiting = waiting(application, payment, actor);
        return replace(application, waiting.ordered(actor.name(), now, today));
    }

    /** Rejects a certified payment; its amount is free again. */
    static Payment reject(Application application, UUID payment, String reason, Actor actor, Instant now) {
        Payment waiting = waiting(application, payment, actor);
        return replace(application, waiting.rejected(actor.name(), now, reason));
    }

    /** Records how an order ended: paid by the treasury, or cancelled. */
    static void orderEnded(
            Application application,
            UUID payment,
            OrderState state,
            @Nullable LocalDate paidOn,
            @Nullable String reason) {
        application.steps.payments.stream()
                .filter(each -> each.id().equals(payment))
                .forEach(each -> replace(
                        application,
                        state == OrderState.CONFIRMED && paidOn != null
                                ? each.confirmed(paidOn)
                                : each.cancelled(reason)));
    }

    /** What of a cancelled payment is free again: all where nothing can be paid any more, else what is not needed. */
    static List<YearAmount> freeOf(Application application, int year, Money amount) {
        return switch (application.state) {
            case REVIEWED -> Retention.free(application.steps);
            case RECOVERED, REVOKED, CLOSED -> List.of(new YearAmount(year, amount));
            case DRAFT, SUBMITTED, RETURNED, ASSESSED, CONSULTED, DECIDED, WITHDRAWN, AGREED, PROVEN -> List.of();
        };
    }

    private static Payment waiting(Application application, UUID payment, Actor actor) {
        application.begin(Action.PAYMENT_ORDER, actor);
        Payment found = application.steps.payments.stream()
                .filter(each -> each.id().equals(payment))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment.not-found", payment));
        PaymentRules.requireSecondPerson(found, actor);
        return found;
    }

    private static Payment replace(Application application, Payment changed) {
        application.steps.payments = application.steps.payments.stream()
                .map(each -> each.id().equals(changed.id()) ? changed : each)
                .toList();
        return changed;
    }
}
