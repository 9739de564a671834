package de.quartierwerk.funding.application;

import de.quartierwerk.funding.baserate.BaseRates;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.budget.Claims;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The steps of an application off its straight way; money that they free is free in the same transaction. */
@ApplicationScoped
class DetourService {

    private final ApplicationRepository repository;
    private final StepTaker steps;
    private final ApplicationResponses responses;
    private final Budgets budgets;
    private final Claims claims;
    private final BaseRates baseRates;
    private final GrantEvents events;
    private final Clock clock;

    DetourService(
            ApplicationRepository repository,
            StepTaker steps,
            ApplicationResponses responses,
            Budgets budgets,
            Claims claims,
            BaseRates baseRates,
            GrantEvents events,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.responses = responses;
        this.budgets = budgets;
        this.claims = claims;
        this.baseRates = baseRates;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Stored<ApplicationResponse> giveBack(UUID id, ReturnRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.RETURN,
                application -> Detours.giveBack(application, request, responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> withdraw(UUID id, WithdrawalRequest request, IfMatch ifMatch) {
        return freeing(
                id,
                ifMatch,
                Action.WITHDRAWAL,
                application -> Detours.withdraw(application, request, responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> waive(UUID id, WaiverRequest request, IfMatch ifMatch) {
        return freeing(
                id,
                ifMatch,
                Action.WAIVER,
                application -> Detours.waive(application, request, responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> revoke(UUID id, RevocationRequest request, IfMatch ifMatch) {
        return freeing(
                id,
                ifMatch,
                Action.REVOCATION,
                application -> Detours.revoke(application, request, responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> meet(UUID id, int number, FulfilmentRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.CONDITION,
                application -> Detours.meet(application, number, request, responses.actor(), clock.instant(), today()));
    }

    /** Gives up a claim, or a part of it; what was claimed is written off. */
    @Transactional
    Stored<ApplicationResponse> waiveClaim(UUID id, ClaimWaiverRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.CLAIM_WAIVER, application -> {
            Actor actor = responses.actor();
            Repayment waived = Detours.waiveClaim(
                    application, request, baseRates.all(), actor, new Stamp(actor.name(), clock.instant(), today()));
            claims.charge(id, waived.interest());
            claims.writeOff(id, waived.id(), waived.amount(), request.reason());
        });
    }

    @Transactional
    Stored<ApplicationResponse> close(UUID id, ClosureRequest request, IfMatch ifMatch) {
        return freeing(
                id,
                ifMatch,
                Action.CLOSURE,
                application -> Detours.close(application, request, responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> remark(UUID id, RemarkRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.REMARK,
                application -> Detours.remark(application, request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> correct(UUID id, CorrectionRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.CORRECTION,
                application -> Corrections.propose(application, request, responses.actor(), clock.instant(), today()));
    }

    /** Confirms a correction; others learn of a decision that it changes. */
    @Transactional
    Stored<ApplicationResponse> confirm(UUID id, int number, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.CORRECTION_CONFIRMATION, application -> {
            Correction confirmed =
                    Corrections.confirm(application, number, responses.actor(), clock.instant(), today());
            if (confirmed.oldDecision() != null) {
                repository.flush();
                events.decided(application);
            }
        });
    }

    /** A step that frees money of a grant; others learn what is granted now. */
    private Stored<ApplicationResponse> freeing(
            UUID id, IfMatch ifMatch, Action action, Function<Application, List<YearAmount>> work) {
        return steps.take(id, ifMatch, action, application -> {
            List<YearAmount> free = work.apply(application);
            Decision decision = application.steps.decision;
            if (decision != null) {
                application.steps.tranches = budgets.release(
                        application.id, application.steps.tranches, free, decision.paperNumber(), action.code());
                repository.flush();
                events.decided(application);
            }
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
