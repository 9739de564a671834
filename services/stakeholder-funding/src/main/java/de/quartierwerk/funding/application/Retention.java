package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The share of a grant that is paid after the review only (Einbehalt): before it the rest, after it what was found
 * eligible.
 */
final class Retention {

    private Retention() {}

    /** What may still be certified now, over all years. */
    static Money payable(Situation situation) {
        Steps steps = situation.steps();
        Money committed = PaymentRules.payable(steps.grant(), steps.tranches, steps.payments);
        Money left = most(situation).minus(certified(steps));
        return left.positive() ? committed.atMost(left) : Money.ZERO;
    }

    /** Refuses a payment with 409 that takes of the retained share, or is more than what was found eligible. */
    static void require(PaymentRequest request, Situation situation) {
        Money left = most(situation).minus(certified(situation.steps()));
        if (request.amount().exceeds(left)) {
            throw new Conflict(
                    situation.application().state() == State.REVIEWED ? "payment.above-eligible" : "payment.retained",
                    request.amount().value(),
                    (left.positive() ? left : Money.ZERO).value());
        }
    }

    /** The most that a review may find eligible: what was paid and, where a share is retained, what still can be. */
    static Money reviewable(Situation situation) {
        Steps steps = situation.steps();
        return retained(situation).positive()
                ? steps.paid().plus(PaymentRules.payable(steps.grant(), steps.tranches, steps.payments))
                : steps.paid();
    }

    /** What of the grant is not needed after the review, by year; what is still to be paid lies in the last years. */
    static List<YearAmount> free(Steps steps) {
        Money needed = requireNonNull(steps.review).eligible().minus(steps.paid());
        List<Map.Entry<Integer, Money>> years =
                new ArrayList<>(YearAmount.byYear(steps.unpaid()).entrySet());
        Collections.reverse(years);
        List<YearAmount> free = new ArrayList<>();
        for (Map.Entry<Integer, Money> each : years) {
            Money kept = needed.positive()
                    ? PaymentRules.payable(steps.grant(), steps.tranches, steps.payments, each.getKey())
                            .atMost(needed)
                    : Money.ZERO;
            needed = needed.minus(kept);
            Money rest = each.getValue().minus(kept);
            if (rest.positive()) {
                free.add(new YearAmount(each.getKey(), rest));
            }
        }
        return free;
    }

    /** The most that may be certified in all, as far as the application has come. */
    private static Money most(Situation situation) {
        Review review = situation.steps().review;
        if (situation.application().state() == State.REVIEWED && review != null) {
            return situation.steps().recoverable().positive() ? Money.ZERO : review.eligible();
        }
        return granted(situation).minus(retained(situation));
    }

    private static Money retained(Situation situation) {
        return situation.terms().retained(granted(situation));
    }

    private static Money granted(Situation situation) {
        return YearAmount.total(situation.steps().grant());
    }

    /** All payments that did not fail. */
    private static Money certified(Steps steps) {
        return Money.sum(steps.payments.stream()
                .filter(payment -> !payment.state().failed())
                .map(Payment::amount)
                .toList());
    }
}
