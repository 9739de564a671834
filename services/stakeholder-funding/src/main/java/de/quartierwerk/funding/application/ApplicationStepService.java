package de.quartierwerk.funding.application;

import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.Programmes;
import de.quartierwerk.kit.audit.Audit;
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
import java.util.function.Consumer;

/** The steps of an application: each locks it, checks who acts, and leaves an audit entry. */
@ApplicationScoped
class ApplicationStepService {

    private final ApplicationRepository repository;
    private final ApplicationAccess access;
    private final ApplicationResponses responses;
    private final Programmes programmes;
    private final Bodies bodies;
    private final Budgets budgets;
    private final GrantEvents events;
    private final Audit audit;
    private final Clock clock;

    ApplicationStepService(
            ApplicationRepository repository,
            ApplicationAccess access,
            ApplicationResponses responses,
            Programmes programmes,
            Bodies bodies,
            Budgets budgets,
            GrantEvents events,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.access = access;
        this.responses = responses;
        this.programmes = programmes;
        this.bodies = bodies;
        this.budgets = budgets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Stored<ApplicationResponse> submit(UUID id, IfMatch ifMatch) {
        return step(
                id,
                ifMatch,
                Action.SUBMISSION,
                application -> application.submit(programme(application), responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> assess(UUID id, AssessmentRequest request, IfMatch ifMatch) {
        return step(
                id,
                ifMatch,
                Action.ASSESSMENT,
                application -> application.assess(
                        request,
                        responses.check(application.row(), programme(application), request.judgements()),
                        responses.actor(),
                        clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> consult(UUID id, ConsultationRequest request, IfMatch ifMatch) {
        return step(id, ifMatch, Action.CONSULTATIONS, application -> {
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
        return step(id, ifMatch, Action.DECISION, application -> {
            Programme programme = programme(application);
            application.decide(
                    request,
                    responses.competent(application.row(), programme, request.decidedOn()),
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
        return step(id, ifMatch, Action.AGREEMENT, application -> {
            application.agree(request, responses.actor(), clock.instant());
            if (application.decision().subjectToBudget()) {
                commit(application, programme(application));
            }
        });
    }

    @Transactional
    Stored<ApplicationResponse> certify(UUID id, PaymentRequest request, IfMatch ifMatch) {
        return step(
                id,
                ifMatch,
                Action.PAYMENTS,
                application -> application.certify(request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> order(UUID id, UUID payment, IfMatch ifMatch) {
        return step(id, ifMatch, Action.PAYMENT_ORDER, application -> {
            Payment ordered = application.order(payment, responses.actor(), clock.instant(), today());
            repository.flush();
            events.paid(application, ordered);
        });
    }

    @Transactional
    Stored<ApplicationResponse> reject(UUID id, UUID payment, PaymentRejectionRequest request, IfMatch ifMatch) {
        return step(
                id,
                ifMatch,
                Action.PAYMENT_ORDER,
                application -> application.reject(payment, request.reason(), responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> prove(UUID id, ProofOfUseRequest request, IfMatch ifMatch) {
        return step(
                id,
                ifMatch,
                Action.PROOF_OF_USE,
                application -> application.prove(request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> review(UUID id, ReviewRequest request, IfMatch ifMatch) {
        return step(
                id,
                ifMatch,
                Action.REVIEW,
                application -> application.review(request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> recover(UUID id, RecoveryRequest request, IfMatch ifMatch) {
        return step(
                id,
                ifMatch,
                Action.RECOVERY,
                application -> application.recover(request, responses.actor(), clock.instant(), today()));
    }

    private Stored<ApplicationResponse> step(UUID id, IfMatch ifMatch, Action action, Consumer<Application> work) {
        Application application = access.lock(id, action);
        ifMatch.require(application.version);
        Workflow.requireState(responses.situation(application.row()), action, responses.actor());
        Trace before = Trace.of(application);
        work.accept(application);
        repository.flush();
        audit.record("application-" + action.code(), "applications/" + id, before, Trace.of(application));
        return new Stored<>(responses.of(application.row()), application.version, false);
    }

    private void commit(Application application, Programme programme) {
        Decision decision = application.decision();
        if (decision.granted()) {
            budgets.commit(decision.budgetLine(), application.id, decision.amounts(), programme.voluntary());
        }
    }

    private Programme programme(Application application) {
        return programmes.require("/programme", application.programme);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static Invalid unknownBody(String code) {
        return new Invalid("body.unknown", List.of(InputError.at("/body", "body.unknown", code, code)), code);
    }
}
