package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.criteria.Score;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An application (Antrag) and the state machine of its way. It refuses a step with 409 where the state does not allow
 * it, with 403 where this person must not take it, and with 422 where the step does not hold in itself. What a state
 * allows stands in {@link Workflow}, what a person must not take beside an earlier step in {@link Duties}.
 */
@Entity
class Application {

    @Id
    UUID id;

    @Version
    long version = 1;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    State state;

    String programme;
    String applicant;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> spaces;

    BigDecimal requested;

    @Nullable
    BigDecimal granted;

    String createdBy;
    Instant createdAt;

    /** Names of the accounts that wrote what is applied for. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    List<String> writers;

    @JdbcTypeCode(SqlTypes.JSON)
    ApplicationContent content;

    /** The programme as it was when the application was handed in first; null before that. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Programme rules;

    @Embedded
    Steps steps;

    /** A new draft; the content names its applicant. */
    static Application draft(ApplicationContent content, Actor actor, Instant now) {
        Application application = new Application();
        application.id = UUID.randomUUID();
        application.state = State.DRAFT;
        application.applicant = requireNonNull(content.applicant());
        application.createdBy = actor.name();
        application.createdAt = now;
        application.writers = List.of(actor.name());
        application.steps = new Steps();
        application.set(content);
        return application;
    }

    /** Changes a draft; the applicant stays. */
    void edit(ApplicationContent changed, Actor actor) {
        begin(Action.EDIT, actor);
        if (rules != null && !rules.code().equals(changed.programme())) {
            throw new Invalid(
                    "application.programme-fixed",
                    List.of(InputError.at("/programme", "application.programme-fixed", changed.programme())));
        }
        if (!writers.contains(actor.name())) {
            writers = Detours.with(writers, actor.name());
        }
        set(changed);
    }

    /**
     * Records the funding office's check with the criteria as they stand now. What was given back and not handed in
     * again is checked as it was handed in last. Where the programme asks for two people, the state stays until the
     * second has recommended the same as the first.
     */
    void assess(AssessmentRequest request, List<CriterionResult> criteria, Actor actor, Instant now, LocalDate today) {
        begin(Action.ASSESSMENT, actor).guard().require(situation(today));
        set(contentHandedIn());
        if (request.assessedOn() != null) {
            Days.requirePast("/assessedOn", request.assessedOn(), today);
            Days.requireOrder("/assessedOn", receivedOn(), request.assessedOn());
        }
        AssessmentRules.require(request, criteria, content.requested());
        Assessment made = new Assessment(
                request.recommendation(),
                request.proposedAmount(),
                request.note(),
                request.earlyStartAllowed(),
                criteria,
                actor.name(),
                now,
                request.assessedOn(),
                Score.of(criteria));
        if (situation(today).terms().needsSecondAssessor(content.requested())) {
            Assessment first = steps.firstAssessment;
            if (first == null || first.by().equals(actor.name()) || !first.agrees(made)) {
                steps.setFirstAssessment(made);
                return;
            }
        }
        steps.assessment = made;
        enter(State.ASSESSED);
    }

    /** Records a body's advice; when all have advised that must, the state is {@code CONSULTED}. */
    void consult(
            ConsultationRequest request,
            Body body,
            @Nullable CompetentBody competent,
            Actor actor,
            Instant now,
            LocalDate today) {
        begin(Action.CONSULTATIONS, actor);
        request.require();
        Days.requirePast("/heldOn", request.heldOn(), today);
        Days.requireOrder("/heldOn", checkedOn(), request.heldOn());
        if (applicant.equals(body.stakeholder())) {
            throw new Conflict("decision.own-body", body.name());
        }
        if (request.votes() != null) {
            request.votes().requireWithin("/votes", body.votingMembersOn(request.heldOn()));
        }
        add(request.by(body, actor.name(), now));
        boolean complete = competent != null
                && DecisionRules.outstanding(competent, steps.consultations, today)
                        .isEmpty();
        enter(complete ? State.CONSULTED : State.ASSESSED);
    }

    private void add(Consultation consultation) {
        List<Consultation> all = new ArrayList<>(steps.consultations);
        all.add(consultation);
        steps.consultations = List.copyOf(all);
    }

    /**
     * Records the decision of the body that is competent on its day; the budget is checked beside it. A body that put
     * the matter off or referred it has decided nothing: that is kept as a consultation, and the state stays.
     */
    void decide(
            DecisionRequest request,
            @Nullable CompetentBody competent,
            Money basis,
            List<CriterionNow> criteria,
            Programme programme,
            Actor actor,
            Instant now,
            LocalDate today) {
        Transition step = begin(Action.DECISION, actor);
        DecisionRules.requireDay(request, checkedOn(), today);
        CompetentBody body = DecisionRules.requireCompetent(request, competent, applicant, basis);
        if (!request.outcome().ends()) {
            add(DecisionRules.putOff(request, body, actor, now));
            return;
        }
        step.guard().require(new Situation(row(), programme, body, request.decidedOn()));
        DecisionRules.requireNeeds(request, criteria);
        List<YearAmount> amounts = DecisionRules.require(request, body, basis(programme));
        Money total = YearAmount.total(amounts);
        Decision decision = new Decision(
                request.outcome(),
                amounts,
                total,
                body.code(),
                body.name(),
                request.decidedOn(),
                request.paperNumber(),
                request.votes(),
                request.drafts(),
                request.legalBasis() == null ? body.legalBasis() : request.legalBasis(),
                programme.budgetLine(),
                request.subjectToBudget() && !amounts.isEmpty(),
                request.deviation(),
                request.note(),
                actor.name(),
                now,
                request.lateReason(),
                Votes.warnings(request.votes(), body.votingMembers()),
                request.needsChanged());
        steps.decision = decision;
        granted = decision.granted() ? total.value() : null;
        enter(State.DECIDED);
    }

    /** Records what binds the recipient; from here on money may be paid. */
    void agree(AgreementRequest request, Actor actor, Instant now, LocalDate today) {
        begin(Action.AGREEMENT, actor).guard().require(situation(today));
        Days.requirePast("/signedOn", request.signedOn(), today);
        Days.requireOrder("/signedOn", decision().decidedOn(), request.signedOn());
        Days.requireOrder("/proofOfUseDue", request.signedOn(), request.proofOfUseDue());
        steps.agreement = new Agreement(
                request.kind(),
                request.number(),
                request.signedOn(),
                request.conditions(),
                request.beforePayment().stream().map(PaymentCondition::open).toList(),
                request.proofOfUseDue() == null
                        ? situation(today)
                                .terms()
                                .proofDue(requireNonNull(content.period()).to())
                        : request.proofOfUseDue(),
                actor.name(),
                now);
        enter(State.AGREED);
    }

    /** What a year of the grant lacks, whose money was subject to the budget. */
    List<YearAmount> uncommitted(int year, Actor actor) {
        begin(Action.COMMITMENT, actor);
        List<YearAmount> due = PaymentRules.uncommitted(steps.grant(), steps.tranches).stream()
                .filter(each -> each.year() == year)
                .toList();
        if (due.isEmpty()) {
            throw new Conflict("commitment.nothing-due", year);
        }
        return due;
    }

    /** The application as it stands. */
    ApplicationRow row() {
        return new ApplicationRow(
                id, state, programme, applicant, createdBy, createdAt, granted, writers, content, rules, steps);
    }

    /** The application as it was handed in last. */
    ApplicationRow rowHandedIn() {
        return new ApplicationRow(
                id,
                state,
                programme,
                applicant,
                createdBy,
                createdAt,
                granted,
                writers,
                contentHandedIn(),
                rules,
                steps);
    }

    private ApplicationContent contentHandedIn() {
        return state == State.RETURNED
                ? steps.earlierSubmissions
                        .get(steps.earlierSubmissions.size() - 1)
                        .content()
                : content;
    }

    /** The decision, which is there from {@link State#DECIDED} on. */
    Decision decision() {
        return requireNonNull(steps.decision);
    }

    /** Day on which the application was received; on paper, the day of the paper. */
    LocalDate receivedOn() {
        Submission submission = requireNonNull(steps.submission);
        return submission.receivedOn() == null
                ? LocalDate.ofInstant(submission.at(), ZoneOffset.UTC)
                : submission.receivedOn();
    }

    /** Day of the check, if it was told; else that of the receipt. */
    LocalDate checkedOn() {
        LocalDate assessed = requireNonNull(steps.assessment).assessedOn();
        return assessed == null ? receivedOn() : assessed;
    }

    /** Day on which the treasury first paid; as long as it has confirmed nothing, that of the decision. */
    LocalDate paidFrom() {
        LocalDate paid = PaymentRules.firstPaid(steps.payments);
        return paid == null ? decision().decidedOn() : paid;
    }

    private DecisionRules.Basis basis(Programme programme) {
        return new DecisionRules.Basis(content, requireNonNull(steps.assessment), steps.consultations, programme);
    }

    private void set(ApplicationContent changed) {
        content = changed;
        programme = changed.programme();
        spaces = changed.spaces();
        requested = changed.requested().value();
    }

    void enter(State next) {
        state = next;
    }

    /** The table's row for a step that this person may take; a refusal with 409 or 403 if there is none. */
    Transition begin(Action action, Actor actor) {
        ApplicationRow application = row();
        Transition row = Workflow.require(application, action);
        Duties.require(application, action, actor);
        if (action.applicants()) {
            requireApplicant(actor);
        } else if (actor.speaksFor(applicant)) {
            throw new Forbidden("application.own");
        }
        return row;
    }

    Situation situation(LocalDate day) {
        return new Situation(row(), null, null, day);
    }

    private void requireApplicant(Actor actor) {
        if (!row().mayApply(actor)) {
            throw new Forbidden("organisation.foreign");
        }
    }
}
