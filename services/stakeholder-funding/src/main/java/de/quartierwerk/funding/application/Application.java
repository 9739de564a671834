package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.Payment.PaymentState;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.criteria.Judgement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.funding.programme.ProgrammeBody;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An application (Antrag) and the state machine of its way. A step that must not be is refused: 409 where it does not
 * fit the state, 403 where this person must not take it, 422 where it does not hold in itself. The administration's
 * steps are never taken by someone who speaks for the applicant or who wrote or handed in the application.
 */
@Entity
@Table(name = "application")
class Application {

    @Id
    UUID id;

    long version;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    State state;

    String programme;
    String applicant;

    @Column(columnDefinition = "text[]")
    String[] spaces;

    BigDecimal requested;
    BigDecimal granted;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Convert(converter = Documents.OfContent.class)
    ApplicationContent content;

    @Convert(converter = Documents.OfSubmission.class)
    Submission submission;

    @Convert(converter = Documents.OfAssessment.class)
    Assessment assessment;

    @Convert(converter = Documents.OfConsultations.class)
    List<Consultation> consultations;

    @Convert(converter = Documents.OfDecision.class)
    Decision decision;

    @Convert(converter = Documents.OfAgreement.class)
    Agreement agreement;

    @Convert(converter = Documents.OfPayments.class)
    List<Payment> payments;

    @Column(name = "proof_of_use")
    @Convert(converter = Documents.OfProofOfUse.class)
    ProofOfUse proofOfUse;

    @Convert(converter = Documents.OfReview.class)
    Review review;

    @Convert(converter = Documents.OfRecovery.class)
    Recovery recovery;

    /** For the persistence provider. */
    protected Application() {}

    /** A new draft; the content names its applicant. */
    static Application draft(ApplicationContent content, Actor actor, Instant now) {
        Application application = new Application();
        application.id = UUID.randomUUID();
        application.version = 1;
        application.state = State.DRAFT;
        application.applicant = content.applicant();
        application.createdBy = actor.name();
        application.createdAt = now;
        application.consultations = List.of();
        application.payments = List.of();
        application.set(content);
        return application;
    }

    /** Changes a draft; the applicant stays. */
    void edit(ApplicationContent changed, Actor actor) {
        requireState(Action.EDIT, State.DRAFT);
        requireApplicant(actor);
        set(changed);
        version++;
    }

    /** Hands the application in. */
    void submit(ProgrammeBody rules, Actor actor, Instant now, LocalDate today) {
        requireState(Action.SUBMISSION, State.DRAFT);
        requireApplicant(actor);
        SubmissionRules.require(content, rules, today);
        submission = new Submission(actor.name(), now);
        enter(State.SUBMITTED);
    }

    /** Keeps the funding office's check with the criteria as they stand now. */
    void assess(Assessment.Entry entry, List<CriterionResult> criteria, Actor actor, Instant now) {
        requireState(Action.ASSESSMENT, State.SUBMITTED);
        requireNotOwn(actor);
        requireJudged(entry.judgements(), criteria);
        if (entry.proposedAmount() != null && entry.proposedAmount().exceeds(content.requested())) {
            throw new Invalid(
                    "assessment.above-request",
                    List.of(InputError.at(
                            "/proposedAmount",
                            "assessment.above-request",
                            entry.proposedAmount().amount())));
        }
        assessment = new Assessment(
                entry.recommendation(),
                entry.proposedAmount(),
                entry.note(),
                entry.earlyStartAllowed(),
                criteria,
                actor.name(),
                now);
        enter(State.ASSESSED);
    }

    /** Keeps a body's advice; the state follows when all have advised that must. */
    void consult(
            Consultation.Entry entry, Body body, CompetentBody competent, Actor actor, Instant now, LocalDate today) {
        requireState(Action.CONSULTATIONS, State.ASSESSED, State.CONSULTED);
        requireNotOwn(actor);
        if (entry.heldOn().isAfter(today)) {
            throw new Invalid(
                    "date.in-future",
                    List.of(InputError.at(
                            "/heldOn", "date.in-future", entry.heldOn().toString(), entry.heldOn())),
                    entry.heldOn());
        }
        if (applicant.equals(body.stakeholder())) {
            throw new Conflict("decision.own-body", body.code(), applicant);
        }
        List<Consultation> all = new ArrayList<>(consultations);
        all.add(new Consultation(
                entry.body(),
                body.name(),
                entry.heldOn(),
                entry.role(),
                entry.result(),
                entry.votes(),
                entry.paperNumber(),
                entry.note(),
                actor.name(),
                now));
        consultations = List.copyOf(all);
        boolean complete = competent != null
                && DecisionRules.outstanding(competent, consultations, today).isEmpty();
        enter(complete ? State.CONSULTED : State.ASSESSED);
    }

    /** Keeps the decision of the body that is competent on its day; whether the money is there is checked beside it. */
    void decide(
            Decision.Entry entry,
            CompetentBody competent,
            ProgrammeBody rules,
            Actor actor,
            Instant now,
            LocalDate today) {
        requireState(Action.DECISION, State.ASSESSED, State.CONSULTED);
        requireNotOwn(actor);
        List<YearAmount> amounts = DecisionRules.require(
                entry, new DecisionRules.Basis(applicant, content, assessment, consultations, competent, rules, today));
        Money total = YearAmount.total(amounts);
        decision = new Decision(
                entry.result(),
                amounts,
                total,
                competent.code(),
                competent.name(),
                entry.decidedOn(),
                entry.paperNumber(),
                entry.votes(),
                entry.drafts(),
                entry.legalBasis() == null ? competent.legalBasis() : entry.legalBasis(),
                rules.budgetLine(),
                entry.subjectToBudget() && !amounts.isEmpty(),
                entry.deviation(),
                entry.note(),
                actor.name(),
                now);
        granted = decision.granted() ? total.value() : null;
        enter(State.DECIDED);
    }

    /** Keeps what binds the recipient; from here on money may be paid. */
    void agree(Agreement.Entry entry, Actor actor, Instant now) {
        requireState(Action.AGREEMENT, State.DECIDED);
        requireNotOwn(actor);
        if (!decision.granted()) {
            throw new Conflict("agreement.refused", id);
        }
        agreement = new Agreement(
                entry.kind(),
                entry.number(),
                entry.signedOn(),
                entry.conditions(),
                entry.proofOfUseDue(),
                actor.name(),
                now);
        enter(State.AGREED);
    }

    /** Certifies a payment as right in substance and figures. */
    Payment certify(Payment.Entry entry, Actor actor, Instant now) {
        requireState(Action.PAYMENTS, State.AGREED);
        requireNotOwn(actor);
        PaymentRules.requireWithinGrant(entry, decision.amounts(), payments);
        Payment payment = new Payment(
                UUID.randomUUID(),
                entry.year(),
                entry.amount(),
                entry.call(),
                PaymentState.CERTIFIED,
                actor.name(),
                now,
                null,
                null,
                null,
                null);
        List<Payment> all = new ArrayList<>(payments);
        all.add(payment);
        payments = List.copyOf(all);
        version++;
        return payment;
    }

    /** Orders a certified payment from the treasury. */
    Payment order(UUID payment, Actor actor, Instant now, LocalDate today) {
        Payment waiting = waiting(payment, actor);
        return replace(waiting.ordered(actor.name(), now, today));
    }

    /** Rejects a certified payment; its amount is free again. */
    Payment reject(UUID payment, String reason, Actor actor, Instant now) {
        Payment waiting = waiting(payment, actor);
        return replace(waiting.rejected(actor.name(), now, reason));
    }

    /** Keeps the recipient's proof of use. */
    void prove(ProofOfUse.Entry entry, Actor actor, Instant now) {
        requireState(Action.PROOF_OF_USE, State.AGREED);
        requireApplicant(actor);
        Money spent = Money.sum(
                entry.costs().stream().map(ApplicationContent.CostItem::amount).toList());
        proofOfUse = new ProofOfUse(entry.report(), entry.costs(), spent, entry.effects(), actor.name(), now);
        enter(State.PROVEN);
    }

    /** Keeps the check of the proof of use. */
    void review(Review.Entry entry, Actor actor, Instant now) {
        requireState(Action.REVIEW, State.PROVEN);
        requireNotOwn(actor);
        if (PaymentRules.pending(payments)) {
            throw new Conflict("review.payments-pending", id);
        }
        Money paid = paid();
        if (entry.eligible().exceeds(paid)) {
            throw new Conflict("review.above-paid", entry.eligible().amount(), paid.amount());
        }
        review = new Review(entry.eligible(), paid.minus(entry.eligible()), entry.note(), actor.name(), now);
        enter(State.REVIEWED);
    }

    /** Keeps a claim of money back. */
    void recover(Recovery.Entry entry, Actor actor, Instant now, LocalDate today) {
        requireState(Action.RECOVERY, State.REVIEWED);
        requireNotOwn(actor);
        RecoveryRules.require(entry, review.recoverable(), today);
        recovery = new Recovery(
                entry.amount(),
                RecoveryRules.interest(entry.amount(), entry.interest()),
                entry.interest(),
                entry.heardOn(),
                entry.statement(),
                entry.decidedOn(),
                entry.reason(),
                entry.legalBasis(),
                actor.name(),
                now);
        enter(State.RECOVERED);
    }

    /** Sum of what was ordered from the treasury. */
    Money paid() {
        return PaymentRules.paid(payments);
    }

    private void set(ApplicationContent changed) {
        content = changed;
        programme = changed.programme();
        spaces = changed.spaces().toArray(String[]::new);
        requested = changed.requested().value();
    }

    private void enter(State next) {
        state = next;
        version++;
    }

    private Payment waiting(UUID payment, Actor actor) {
        requireState(Action.PAYMENT_ORDER, State.AGREED, State.PROVEN);
        requireNotOwn(actor);
        Payment found = payments.stream()
                .filter(each -> each.id().equals(payment))
                .findFirst()
                .orElseThrow(() -> new NotFound("payment.not-found", payment));
        PaymentRules.requireSecondPerson(found, actor);
        return found;
    }

    private Payment replace(Payment changed) {
        payments = payments.stream()
                .map(each -> each.id().equals(changed.id()) ? changed : each)
                .toList();
        version++;
        return changed;
    }

    private void requireState(Action action, State... expected) {
        if (!List.of(expected).contains(state)) {
            throw new Conflict("application.state", state, action);
        }
    }

    private void requireApplicant(Actor actor) {
        if (!mayApply(actor)) {
            throw new Forbidden("organisation.foreign");
        }
    }

    /** The applicant's own steps; an administrator without an organisation may take them in the applicant's name. */
    boolean mayApply(Actor actor) {
        return actor.speaksFor(applicant) || (actor.organisation() == null && actor.isAdmin());
    }

    private void requireNotOwn(Actor actor) {
        if (isOwn(actor)) {
            throw new Forbidden("application.own");
        }
    }

    /** Whether this person speaks for the applicant, wrote the application or handed it in. */
    boolean isOwn(Actor actor) {
        return actor.speaksFor(applicant)
                || actor.name().equals(createdBy)
                || (submission != null && actor.name().equals(submission.by()));
    }

    private static void requireJudged(List<Judgement> judgements, List<CriterionResult> criteria) {
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < judgements.size(); i++) {
            String code = judgements.get(i).criterion();
            if (criteria.stream()
                    .noneMatch(each ->
                            each.kind() == CriterionKind.JUDGED && each.code().equals(code))) {
                errors.add(InputError.at("/judgements/" + i + "/criterion", "criterion.not-judged", code, code));
            }
        }
        criteria.stream()
                .filter(each -> each.met() == null)
                .forEach(each -> errors.add(
                        InputError.at("/judgements", "criterion.judgement-missing", each.code(), each.code())));
        if (!errors.isEmpty()) {
            throw new Invalid("assessment.incomplete", errors);
        }
    }
}
