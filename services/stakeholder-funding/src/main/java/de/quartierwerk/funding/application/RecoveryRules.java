package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.Recovery.InterestTerms;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Claims of money back: after a hearing, and never for more than was paid beyond what was used as agreed. */
final class RecoveryRules {

    private static final BigDecimal PERCENT_DAYS_OF_A_YEAR = new BigDecimal(36_500);

    private RecoveryRules() {}

    /** Refuses a claim that is too high with 409, and one that does not hold in itself with 422. */
    static void require(RecoveryRequest request, Money recoverable, LocalDate today) {
        if (request.decidedOn().isAfter(today)) {
            throw invalid("/decidedOn", "date.in-future", request.decidedOn());
        }
        if (request.heardOn().isAfter(request.decidedOn())) {
            throw invalid("/heardOn", "recovery.not-heard", request.heardOn());
        }
        InterestTerms terms = request.interest();
        if (terms != null && terms.to().isBefore(terms.from())) {
            throw invalid("/interest/to", "period.reversed", terms.to());
        }
        if (!request.amount().positive()) {
            throw invalid("/amount", "amount.not-positive", request.amount().amount());
        }
        if (request.amount().exceeds(recoverable)) {
            throw new Conflict("recovery.above-recoverable", request.amount().value(), recoverable.value());
        }
    }

    /** Simple interest by days of a year of 365 days, rounded to cents; zero without terms. */
    static Money interest(Money amount, @Nullable InterestTerms terms) {
        if (terms == null) {
            return Money.ZERO;
        }
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(terms.from(), terms.to()));
        return Money.of(amount.value()
                .multiply(terms.percent())
                .multiply(days)
                .divide(PERCENT_DAYS_OF_A_YEAR, 2, RoundingMode.HALF_UP));
    }

    private static Invalid invalid(String pointer, String code, Object value) {
        return new Invalid(code, List.of(InputError.at(pointer, code, value.toString(), value)), value);
    }
}
