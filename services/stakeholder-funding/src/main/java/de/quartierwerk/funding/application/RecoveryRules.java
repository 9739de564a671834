package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

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
import java.util.NavigableMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims of money back: after a hearing, and for all that was paid beyond what was used as agreed. */
final class RecoveryRules {

    private static final BigDecimal PERCENT_DAYS_OF_A_YEAR = new BigDecimal(36_500);

    /** Five points above a base rate of five percent, which was never reached. */
    private static final BigDecimal MOST_PERCENT = BigDecimal.TEN;

    private RecoveryRules() {}

    /**
     * Refuses a claim that is not all that can be claimed with 409 (a part is given up by a waiver, which needs another
     * person), and one that does not hold in itself with 422.
     *
     * @param hearing the hearing that was recorded; without, the request names its day
     * @param hearingDays days that the party has for a statement
     */
    static void require(
            RecoveryRequest request, @Nullable Hearing hearing, Money recoverable, int hearingDays, LocalDate today) {
        if (request.heardOn() != null) {
            requirePast("/heardOn", request.heardOn(), today);
        }
        requirePast("/decidedOn", request.decidedOn(), today);
        if (request.decidedOn().isBefore(earliest(request, hearing, hearingDays))) {
            throw invalid("/decidedOn", "recovery.not-heard", request.decidedOn());
        }
        InterestTerms terms = request.interest();
        if (terms != null) {
            requireTerms(terms, today);
        }
        requirePositive("/amount", request.amount());
        int more = request.amount().compareTo(recoverable);
        if (more != 0) {
            throw new Conflict(
                    more > 0 ? "recovery.above-recoverable" : "recovery.below-recoverable",
                    request.amount().value(),
                    recoverable.value());
        }
    }

    /** The notice comes when the statement is there, or when the time for it is over. */
    private static LocalDate earliest(RecoveryRequest request, @Nullable Hearing hearing, int hearingDays) {
        if (hearing != null) {
            LocalDate over = hearing.sentOn().plusDays(hearingDays);
            return hearing.statementOn() == null ? over : hearing.statementOn();
        }
        LocalDate heardOn = request.heardOn();
        if (heardOn == null) {
            throw new Invalid("recovery.not-heard", List.of(InputError.at("/heardOn", "recovery.not-heard", null)));
        }
        return request.statement() == null ? heardOn.plusDays(hearingDays) : heardOn;
    }

    private static void requireTerms(InterestTerms terms, LocalDate today) {
        LocalDate to = terms.to();
        if ((to == null) != (terms.percent() == null)) {
            throw new Invalid(
                    "recovery.terms",
                    List.of(InputError.at(to == null ? "/interest/to" : "/interest/percent", "recovery.terms", null)));
        }
        if (terms.percent() != null && terms.percent().compareTo(MOST_PERCENT) > 0) {
            throw invalid("/interest/percent", "recovery.percent", terms.percent());
        }
        if (to != null && to.isBefore(terms.from())) {
            throw invalid("/interest/to", "period.reversed", to);
        }
        requirePast(to == null ? "/interest/from" : "/interest/to", to == null ? terms.from() : to, today);
    }

    /** Refuses a hearing whose days do not follow each other, or that leaves too little time, with 422. */
    static void require(HearingRequest request, int hearingDays, LocalDate today) {
        requirePast("/sentOn", request.sentOn(), today);
        Days.requireOrder("/until", request.sentOn().plusDays(hearingDays), request.until());
        Days.requireOrder("/statementOn", request.sentOn(), request.statementOn());
        if (request.statementOn() != null) {
            requirePast("/statementOn", request.statementOn(), today);
        }
    }

    /**
     * Interest of terms with a percentage, rounded to cents; zero without.
     *
     * @param paidFrom day on which money was first paid; interest begins no earlier
     */
    static Money interest(Money amount, @Nullable InterestTerms terms, LocalDate paidFrom) {
        if (terms == null || terms.percent() == null) {
            return Money.ZERO;
        }
        LocalDate from = terms.from().isBefore(paidFrom) ? paidFrom : terms.from();
        BigDecimal days = BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(from, requireNonNull(terms.to()))));
        return Money.of(amount.value()
                .multiply(terms.percent())
                .multiply(days)
                .divide(PERCENT_DAYS_OF_A_YEAR, 2, RoundingMode.HALF_UP));
    }

    /**
     * A repayment with the interest that has grown since the one before. Refuses with 409 more than is outstanding, and
     * with 422 a day before the last repayment.
     *
     * @param before repayments so far
     * @param firstPayment day on which the treasury first paid; interest begins no earlier
     */
    static Repayment repay(
            RepaymentRequest request,
            Recovery recovery,
            List<Repayment> before,
            @Nullable LocalDate firstPayment,
            NavigableMap<LocalDate, BigDecimal> rates,
            Stamp stamp) {
        requirePast("/paidOn", request.paidOn(), stamp.today());
        requirePositive("/amount", request.amount());
        Money principal = principal(recovery, before);
        Money outstanding =
                recovery.growing() ? recovery.amount() : recovery.amount().plus(recovery.interest());
        LocalDate since = null;
        for (Repayment each : before) {
            outstanding = each.outstanding();
            since = each.paidOn();
        }
        if (since != null) {
            Days.requireOrder("/paidOn", since, request.paidOn());
        }
        Money grown = Money.ZERO;
        if (recovery.growing() && principal.positive()) {
            LocalDate from = requireNonNull(recovery.interestTerms()).from();
            from = firstPayment != null && from.isBefore(firstPayment) ? firstPayment : from;
            grown = Interest.of(
                    principal, since == null || since.isBefore(from) ? from : since, request.paidOn(), rates);
        }
        Money left = outstanding.plus(grown).minus(request.amount());
        if (Money.ZERO.exceeds(left)) {
            throw new Conflict(
                    "repayment.above-claim",
                    request.amount().value(),
                    outstanding.plus(grown).value());
        }
        return new Repayment(
                UUID.randomUUID(), request.paidOn(), request.amount(), grown, left, stamp.by(), stamp.at(), null);
    }

    /** What of a claim is left without its interest: whatever was paid back or given up counts on it first. */
    static Money principal(Recovery recovery, List<Repayment> before) {
        Money left = recovery.amount()
                .minus(Money.sum(before.stream().map(Repayment::amount).toList()));
        return left.positive() ? left : Money.ZERO;
    }

    private static void requirePositive(String pointer, Money amount) {
        if (!amount.positive()) {
            throw invalid(pointer, "amount.not-positive", amount.amount());
        }
    }

    private static void requirePast(String pointer, LocalDate day, LocalDate today) {
        if (day.isAfter(today)) {
            throw invalid(pointer, "date.in-future", day);
        }
    }

    private static Invalid invalid(String pointer, String code, Object value) {
        return new Invalid(code, List.of(InputError.at(pointer, code, value.toString(), value)), value);
    }
}
