package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.ApplicationContent.Period;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proofs of use and their check: what is eligible follows from the figures, more needs a reason and two people. */
final class ReviewRules {

    private ReviewRules() {}

    /** Refuses a proof that calls itself final before the end of the period with 422, unless it says why. */
    static void requireNotEarly(ProofOfUseRequest request, @Nullable Period period, LocalDate today) {
        boolean before = period != null && period.to() != null && today.isBefore(period.to());
        if (request.kind() == ProofOfUse.Kind.FINAL && before && !(request.early() && request.reason() != null)) {
            throw new Invalid(
                    "proof.early", List.of(InputError.at("/early", "proof.early", Boolean.toString(request.early()))));
        }
    }

    /**
     * The check of a proof.
     *
     * @param proposed a check that waits for a second person
     * @param most the most that may be eligible
     */
    static Review review(
            ReviewRequest request,
            @Nullable Review proposed,
            UseOfMoney.Basis basis,
            Money most,
            Actor actor,
            Instant now) {
        Money eligible = request.eligible();
        if (eligible.exceeds(most)) {
            throw new Conflict("review.above-paid", eligible.value(), most.value());
        }
        UseOfMoney computed = UseOfMoney.of(basis);
        boolean more = eligible.exceeds(computed.eligible());
        if (more
                && proposed != null
                && proposed.eligible().equals(eligible)
                && !proposed.by().equals(actor.name())) {
            return proposed.confirmed(actor.name());
        }
        if (more && request.reason() == null) {
            throw new Invalid(
                    "review.above-computed",
                    List.of(InputError.at(
                            "/reason",
                            "review.above-computed",
                            null,
                            eligible.value(),
                            computed.eligible().value())),
                    eligible.value(),
                    computed.eligible().value());
        }
        return new Review(
                eligible,
                eligible.exceeds(basis.paid()) ? Money.ZERO : basis.paid().minus(eligible),
                request.note(),
                actor.name(),
                now,
                computed,
                request.reason(),
                null,
                more);
    }
}
