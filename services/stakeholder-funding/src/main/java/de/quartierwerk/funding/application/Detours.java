package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Steps off the straight way (Umwege): an application that is given back, taken back or revoked, a grant that the
 * recipient does without, the end. Those that free money say how much of each year.
 */
final class Detours {

    private static final Set<String> FIELDS = Arrays.stream(ApplicationContent.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private Detours() {}

    /** Gives an application back to be completed. */
    static void giveBack(Application application, ReturnRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.RETURN, actor);
        for (int i = 0; i < request.items().size(); i++) {
            String pointer = request.items().get(i).pointer();
            if (!FIELDS.contains(pointer.split("/", -1)[1])) {
                String place = "/items/" + i + "/pointer";
                throw new Invalid(
                        "return.unknown-place",
                        List.of(InputError.at(place, "return.unknown-place", pointer, pointer)),
                        pointer);
            }
        }
        Days.requireOrder("/deadline", today, request.deadline());
        Steps steps = application.steps;
        steps.returns = with(steps.returns, new Returned(request.items(), request.deadline(), actor.name(), now));
        Submission submission = requireNonNull(steps.submission);
        steps.earlierSubmissions = with(
                steps.earlierSubmissions, new EarlierSubmission(submission.by(), submission.at(), application.content));
        application.enter(State.RETURNED);
    }

    /** The applicant takes the application back; gives what is free again. */
    static List<YearAmount> withdraw(
            Application application, WithdrawalRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.WITHDRAWAL, actor).guard().require(application.situation(today));
        List<YearAmount> free = application.steps.unpaid();
        application.steps.withdrawal = new Withdrawal(request.reason(), actor.name(), now);
        return end(application, State.WITHDRAWN, free);
    }

    /** The recipient does without a part of what is left of the grant; gives what is free again. */
    static List<YearAmount> waive(
            Application application, WaiverRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.WAIVER, actor).guard().require(application.situation(today));
        Steps steps = application.steps;
        List<YearAmount> amounts = request.amounts().isEmpty() ? steps.unpaid() : request.amounts();
        Map<Integer, Money> left = YearAmount.byYear(steps.unpaid());
        YearAmount.byYear(amounts).forEach((year, amount) -> {
            Money most = left.getOrDefault(year, Money.ZERO);
            if (amount.exceeds(most)) {
                throw new Conflict("waiver.above-rest", year, amount.value(), most.value());
            }
        });
        Money total = YearAmount.total(amounts);
        if (amounts.stream().anyMatch(each -> !each.amount().positive())) {
            throw new Invalid(
                    "amount.not-positive", List.of(InputError.at("/amounts", "amount.not-positive", total.amount())));
        }
        steps.waivers = with(steps.waivers, new Waiver(amounts, total, request.reason(), actor.name(), now));
        application.granted = YearAmount.total(steps.grant()).value();
        return amounts;
    }

    /** The grant is revoked, what was paid can be claimed back; gives what is free again. */
    static List<YearAmount> revoke(
            Application application, RevocationRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.REVOCATION, actor).guard().require(application.situation(today));
        Days.requirePast("/decidedOn", request.decidedOn(), today);
        Days.requireOrder(
                "/decidedOn", requireNonNull(application.steps.agreement).signedOn(), request.decidedOn());
        List<YearAmount> free = application.steps.unpaid();
        application.steps.revocation = new Revocation(
                request.decidedOn(),
                request.reason(),
                request.legalBasis(),
                application.steps.paid(),
                actor.name(),
                now);
        return end(application, State.REVOKED, free);
    }

    /** The condition of this number, from 1 on, is met. */
    static void meet(
            Application application, int number, FulfilmentRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.CONDITION, actor).guard().require(application.situation(today));
        Agreement agreement = requireNonNull(application.steps.agreement);
        if (number < 1 || number > agreement.beforePayment().size()) {
            throw new NotFound("condition.not-found", number);
        }
        PaymentCondition condition = agreement.beforePayment().get(number - 1);
        if (!condition.waiting()) {
            throw new Conflict("condition.met", number);
        }
        Days.requirePast("/metOn", request.metOn(), today);
        application.steps.agreement = agreement.with(
                number, new PaymentCondition(condition.text(), request.metOn(), request.note(), actor.name(), now));
    }

    /** A part of the claim is given up; with the last of it the application is closed. */
    static Repayment waiveClaim(
            Application application,
            ClaimWaiverRequest request,
            NavigableMap<LocalDate, BigDecimal> rates,
            Actor actor,
            Stamp stamp) {
        application.begin(Action.CLAIM_WAIVER, actor);
        Steps steps = application.steps;
        Recovery claim = requireNonNull(steps.recovery);
        Days.requirePast("/decidedOn", request.decidedOn(), stamp.today());
        Days.requireOrder("/decidedOn", claim.decidedOn(), request.decidedOn());
        steps.repayments.forEach(each -> Days.requireOrder("/decidedOn", each.paidOn(), request.decidedOn()));
        Repayment waived = RecoveryRules.repay(
                        new RepaymentRequest(request.decidedOn(), request.amount()),
                        claim,
                        steps.repayments,
                        PaymentRules.firstPaid(steps.payments),
                        rates,
                        stamp)
                .waived(request.reason(), request.legalBasis());
        steps.repayments = with(steps.repayments, waived);
        steps.recovery = claim.plus(waived.interest());
        if (!waived.outstanding().positive()) {
            application.enter(State.CLOSED);
        }
        return waived;
    }

    /** Nothing is left to do; gives what is free again. */
    static List<YearAmount> close(
            Application application, ClosureRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.CLOSURE, actor).guard().require(application.situation(today));
        List<YearAmount> free = application.steps.unpaid();
        application.steps.closure = new Closure(request.note(), actor.name(), now);
        application.enter(State.CLOSED);
        return free;
    }

    /** Keeps a remark. */
    static void remark(Application application, RemarkRequest request, Actor actor, Instant now) {
        application.begin(Action.REMARK, actor);
        application.steps.remarks =
                with(application.steps.remarks, new Remark(request.text(), request.visible(), actor.name(), now));
    }

    private static List<YearAmount> end(Application application, State state, List<YearAmount> free) {
        application.granted = application.granted == null ? null : BigDecimal.ZERO;
        application.enter(state);
        return free;
    }

    /** The list with one more. */
    static <T> List<T> with(List<T> list, T more) {
        List<T> all = new ArrayList<>(list);
        all.add(more);
        return List.copyOf(all);
    }
}
