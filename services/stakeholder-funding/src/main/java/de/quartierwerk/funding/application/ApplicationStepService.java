package de.quartierwerk.funding.application;

import de.quartierwerk.funding.baserate.BaseRates;
import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.budget.Claims;
import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.CriterionKind;
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
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The steps of an application on its straight way; {@link DetourService} has the others. */
@ApplicationScoped
class ApplicationStepService {

    private final ApplicationRepository repository;
    private final StepTaker steps;
    private final ApplicationResponses responses;
    private final Bodies bodies;
    private final Budgets budgets;
    private final Claims claims;
    private final BaseRates baseRates;
    private final GrantOrders orders;
    private final GrantEvents events;
    private final PaperDrafts drafts;
    private final DuplicateStatements duplicates;
    private final Clock clock;
    private final int hearingDays;

    ApplicationStepService(
            ApplicationRepository repository,
            StepTaker steps,
            ApplicationResponses responses,
            Bodies bodies,
            Budgets budgets,
            Claims claims,
            BaseRates baseRates,
            GrantOrders orders,
            GrantEvents events,
            PaperDrafts drafts,
            DuplicateStatements duplicates,
            Clock clock,
            @ConfigProperty(name = "quartierwerk.funding.hearing-days", defaultValue = "14") int hearingDays) {
        this.repository = repository;
        this.steps = steps;
        this.responses = responses;
        this.bodies = bodies;
        this.budgets = budgets;
        this.claims = claims;
        this.baseRates = baseRates;
        this.orders = orders;
        this.events = events;
        this.drafts = drafts;
        this.duplicates = duplicates;
        this.clock = clock;
        this.hearingDays = hearingDays;
    }

    @Transactional
    Stored<ApplicationResponse> submit(UUID id, SubmissionRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.SUBMISSION, application -> {
            Submissions.submit(
                    application,
                    programme(application),
                    responses.attached(application.row()),
                    responses.actor(),
                    clock.instant(),
                    today());
            Submissions.repeat(application, duplicates.of(id, application.content), request.repeats());
        });
    }

    @Transactional
    Stored<ApplicationResponse> assess(UUID id, AssessmentRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.ASSESSMENT,
                application -> application.assess(
                        request,
                        responses.check(application.rowHandedIn(), programme(application), request.judgements()),
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

    /** Whether the application is held against published needs. */
    @Transactional
    boolean asksForNeeds(UUID id) {
        Application application = repository.findById(id);
        Programme rules = application == null ? null : application.rules;
        return rules != null && rules.criteria().stream().anyMatch(each -> each.kind() == CriterionKind.PUBLISHED_NEED);
    }

    /**
     * Records the decision and commits the money in one transaction, unless it is subject to the budget or the matter
     * was put off.
     */
    @Transactional
    Stored<ApplicationResponse> decide(UUID id, DecisionRequest sent, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.DECISION, application -> {
            DecisionRequest request = sent.counted(drafts.of(sent.paperNumber(), id));
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
            if (request.outcome().ends()) {
                if (!application.decision().subjectToBudget()) {
                    commit(
                            application,
                            programme,
                            Cause.DECISION,
                            application.decision().amounts());
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
            if (application.steps.tranches.isEmpty()) {
                commit(application, programme(application), Cause.COMMITMENT, application.steps.grant());
            }
        });
    }

    /** Commits a year of the grant that was subject to the budget. */
    @Transactional
    Stored<ApplicationResponse> commit(UUID id, int year, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.COMMITMENT, application -> {
            List<YearAmount> due = application.uncommitted(year, responses.actor());
            commit(application, programme(application), Cause.COMMITMENT, due);
        });
    }

    @Transactional
    Stored<ApplicationResponse> certify(UUID id, PaymentRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.PAYMENTS,
                application -> PaymentSteps.certify(application, request, responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> order(UUID id, UUID payment, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.PAYMENT_ORDER, application -> {
            Payment ordered = PaymentSteps.order(application, payment, responses.actor(), clock.instant(), today());
            orders.give(application, ordered);
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
                application -> PaymentSteps.reject(
                        application, payment, request.reason(), responses.actor(), clock.instant()));
    }

    @Transactional
    Stored<ApplicationResponse> prove(UUID id, ProofOfUseRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.PROOF_OF_USE,
                application -> UseSteps.prove(application, request, responses.actor(), clock.instant(), today()));
    }

    /** Checks the proof; committed money that was not ordered and is not needed any more goes back. */
    @Transactional
    Stored<ApplicationResponse> review(UUID id, ReviewRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.REVIEW, application -> {
            UseSteps.review(application, request, responses.actor(), clock.instant());
            if (application.state == State.REVIEWED) {
                application.steps.tranches = budgets.release(
                        id,
                        application.steps.tranches,
                        Retention.free(application.steps),
                        application.decision().paperNumber(),
                        request.note());
            }
        });
    }

    @Transactional
    Stored<ApplicationResponse> hear(UUID id, HearingRequest request, IfMatch ifMatch) {
        return steps.take(
                id,
                ifMatch,
                Action.HEARING,
                application ->
                        UseSteps.hear(application, request, hearingDays, responses.actor(), clock.instant(), today()));
    }

    @Transactional
    Stored<ApplicationResponse> recover(UUID id, RecoveryRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.RECOVERY, application -> {
            UseSteps.recover(application, request, hearingDays, responses.actor(), clock.instant(), today());
            claims.claim(id, request.amount(), request.reason());
            claims.charge(id, Objects.requireNonNull(application.steps.recovery).interest());
        });
    }

    @Transactional
    Stored<ApplicationResponse> repay(UUID id, RepaymentRequest request, IfMatch ifMatch) {
        return steps.take(id, ifMatch, Action.REPAYMENTS, application -> {
            Actor actor = responses.actor();
            Money left = RecoveryRules.principal(
                    Objects.requireNonNull(application.steps.recovery), application.steps.repayments);
            Repayment repayment = UseSteps.repay(
                    application, request, baseRates.all(), actor, new Stamp(actor.name(), clock.instant(), today()));
            claims.charge(id, repayment.interest());
            claims.repay(
                    id, repayment.id(), repayment.amount(), repayment.amount().atMost(left), repayment.paidOn());
        });
    }

    private void commit(Application application, Programme programme, Cause cause, List<YearAmount> amounts) {
        Decision decision = application.decision();
        if (decision.granted()) {
            application.steps.addTranches(budgets.commit(
                    cause,
                    decision.budgetLine(),
                    application.id,
                    amounts,
                    programme.voluntary(),
                    decision.paperNumber()));
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
