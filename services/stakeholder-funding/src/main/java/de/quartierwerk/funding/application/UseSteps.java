package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.money.YearAmount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** What was done with the money: proof and review, hearing, claim and repayments. */
final class UseSteps {

    private UseSteps() {}

    /** Records the recipient's proof of use; an interim one leaves the state as it is. */
    static void prove(Application application, ProofOfUseRequest request, Actor actor, Instant now, LocalDate today) {
        application.begin(Action.PROOF_OF_USE, actor);
        ProofOfUse proof = ProofOfUse.of(request, application.content, actor.name(), now);
        if (request.kind() == ProofOfUse.Kind.INTERIM) {
            List<ProofOfUse> all = new ArrayList<>(application.steps.interimProofs);
            all.add(proof);
            application.steps.interimProofs = List.copyOf(all);
            return;
        }
        ReviewRules.requireNotEarly(request, application.content.period(), today);
        application.steps.proofOfUse = proof;
        application.enter(State.PROVEN);
    }

    /**
     * Records the check of the proof of use. More than was computed waits in its state until a second person has sent
     * the same.
     */
    static void review(Application application, ReviewRequest request, Actor actor, Instant now) {
        application.begin(Action.REVIEW, actor).guard().require(application.situation(LocalDate.EPOCH));
        Review made = ReviewRules.review(
                request,
                application.steps.review,
                new UseOfMoney.Basis(
                        application.content.financing(),
                        application.decision().total(),
                        YearAmount.total(application.steps.grant()),
                        application.content.totalCosts(),
                        requireNonNull(application.steps.proofOfUse).spent(),
                        application.steps.proofOfUse.others(application.content),
                        application.steps.paid()),
                Retention.reviewable(application.situation(LocalDate.EPOCH)),
                actor,
                now);
        application.steps.setReview(made);
        if (!made.proposed()) {
            application.enter(State.REVIEWED);
        }
    }

    /** Records that the party is heard before a claim, and what it says. */
    static void hear(
            Application application,
            HearingRequest request,
            int hearingDays,
            Actor actor,
            Instant now,
            LocalDate today) {
        application.begin(Action.HEARING, actor).guard().require(application.situation(LocalDate.EPOCH));
        RecoveryRules.require(request, hearingDays, today);
        application.steps.hearing = new Hearing(
                request.sentOn(), request.until(), request.statementOn(), request.statement(), actor.name(), now);
    }

    /** Records a claim of money back. */
    static void recover(
            Application application,
            RecoveryRequest request,
            int hearingDays,
            Actor actor,
            Instant now,
            LocalDate today) {
        application.begin(Action.RECOVERY, actor).guard().require(application.situation(LocalDate.EPOCH));
        Hearing hearing = application.steps.hearing;
        LocalDate paidFrom = application.paidFrom();
        RecoveryRules.require(request, hearing, application.steps.recoverable(), hearingDays, today);
        application.steps.recovery = new Recovery(
                request.amount(),
                RecoveryRules.interest(request.amount(), request.interest(), paidFrom),
                request.interest(),
                request.heardOn() == null && hearing != null ? hearing.sentOn() : requireNonNull(request.heardOn()),
                request.statement() == null && hearing != null ? hearing.statement() : request.statement(),
                request.decidedOn(),
                request.reason(),
                request.legalBasis(),
                actor.name(),
                now);
        application.enter(State.RECOVERED);
    }

    /**
     * Records money that was paid back, no earlier than it was first paid out; when claim and interest are paid, the
     * application is closed.
     */
    static Repayment repay(
            Application application,
            RepaymentRequest request,
            NavigableMap<LocalDate, BigDecimal> rates,
            Actor actor,
            Stamp stamp) {
        application.begin(Action.REPAYMENTS, actor);
        Recovery claim = requireNonNull(application.steps.recovery);
        LocalDate firstPaid = PaymentRules.firstPaid(application.steps.payments);
        if (firstPaid != null) {
            Days.requireOrder("/paidOn", firstPaid, request.paidOn());
        }
        Repayment repayment =
                RecoveryRules.repay(request, claim, application.steps.repayments, firstPaid, rates, stamp);
        List<Repayment> all = new ArrayList<>(application.steps.repayments);
        all.add(repayment);
        application.steps.repayments = List.copyOf(all);
        application.steps.recovery = claim.plus(repayment.interest());
        if (!repayment.outstanding().positive()) {
            application.enter(State.CLOSED);
        }
        return repayment;
    }
}
