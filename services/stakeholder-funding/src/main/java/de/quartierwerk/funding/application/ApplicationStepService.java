package de.quartierwerk.funding.application;

import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The steps of an application on its straight way; {@link DetourService} has the others. */
@ApplicationScoped
class ApplicationStepService {

    private final ApplicationRepository repository;
    private final StepTaker steps;
    private final ApplicationResponses responses;
    private final Bodies bodies;
    private final Budgets budgets;
    private final GrantEvents events;
    private final Clock clock;

    ApplicationStepService(
            ApplicationRepository repository,
            StepTaker steps,
            ApplicationResponses responses,
            Bodies bodies,
            Budgets budgets,
            GrantEvents events,
            Clock clock) {
        this.repository = repository;
        this.steps = steps;
        this.responses = responses;
        this.bodies = bodies;
        this.budgets = budgets;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Stored<ApplicationResponse> submit(UUID id, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.SUBMISSION,
                application -> application.submit(programme(application), responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> assess(UUID id, AssessmentRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.ASSESSMENT,
                application -> application.assess(
                        request,
                        responses.check(application.row(), programme(application), request.judgements()),
                        responses.actor(),
                        clock.instant(),
                        today()));
    }

    @Transactional
    Stored<ApplicationResponse> consult(UUID id, ConsultationRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.CONSULTATIONS, application -> {
            Body body = bodies.find(request.body(), request.heldOn()).orElseThrow(() -> unknownBody(request.body()));
            application.consult(
                    request,
                    body,
                    responses.competent(application.row(), programme(application), today()),
                    responses.actor(),
                    clock.instant(),
                    today());
        });
    }

    /**
     * Records the decision and commits the money in one transaction, unless it is subject to the budget or the matter
     * was put off.
     */
    @Transactional
    Stored<ApplicationResponse> decide(UUID id, DecisionRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.DECISION, application -> {
            Programme programme = programme(application);
            application.decide(
                    request,
                    responses.competent(application.row(), programme, request.decidedOn()),
                    responses.basis(application.row()).amount(),
                    responses.criteriaNow(application.row(), programme),
                    programme,
                    responses.actor(),
                    clock.instant(),
                    today());
            if (request.result().ends()) {
                if (!application.decision().subjectToBudget()) {
                    commit(application, programme);
                }
                repository.flush();
                events.decided(application);
            }
        });
    }

    /** Binds the recipient; a decision that was subject to the budget needs its money now. */
    @Transactional
    Stored<ApplicationResponse> agree(UUID id, AgreementRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.AGREEMENT, application -> {
            application.agree(request, responses.actor(), clock.instant(), today());
            if (application.decision().subjectToBudget()) {
                commit(application, programme(application));
            }
        });
    }

    @Transactional
    Stored<ApplicationResponse> certify(UUID id, PaymentRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.PAYMENTS,
                application -> application.certify(request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> order(UUID id, UUID payment, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.PAYMENT_ORDER, application -> {
            Payment ordered = application.order(payment, responses.actor(), clock.instant(), today());
            repository.flush();
            events.paid(application, ordered);
        });
    }

    @Transactional
    Stored<ApplicationResponse> reject(UUID id, UUID payment, PaymentRejectionRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.PAYMENT_ORDER,
                application -> application.reject(payment, request.reason(), responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> prove(UUID id, ProofOfUseRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.PROOF_OF_USE,
                application -> application.prove(request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> review(UUID id, ReviewRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.REVIEW,
                application -> application.review(request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> recover(UUID id, RecoveryRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.RECOVERY,
                application -> application.recover(request, responses.actor(), clock.instant(), today()));
    }

    private void commit(Application application, Programme programme) {
        Decision decision = application.decision();
        if (decision.granted()) {
            budgets.commit(decision.budgetLine(), application.id, decision.amounts(), programme.voluntary());
        }
    }

    private Programme programme(Application application) {
        return responses.programme(application.row());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Invalid unknownBody(String code) {
        return new Invalid("body.unknown", List.of(InputError.at("/body", "body.unknown", code, code)), code);
    }
}
