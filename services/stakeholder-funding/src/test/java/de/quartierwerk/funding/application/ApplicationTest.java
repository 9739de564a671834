package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.application.Consultation.Advice;
import de.quartierwerk.funding.application.Consultation.Role;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The state machine without a container. */
class ApplicationTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 20);
    private static final Instant NOW = Instant.parse("2024-06-20T10:00:00Z");

    private static final Actor APPLICANT = new Actor("supplier", "verband-a", Set.of(Roles.SUPPLIER));
    private static final Actor RIVAL = new Actor("supplier2", "verband-b", Set.of(Roles.SUPPLIER));
    private static final Actor OFFICER = new Actor("funding-officer", null, Set.of(Roles.FUNDING_OFFICER));
    private static final Actor OFFICER_2 = new Actor("funding-officer2", null, Set.of(Roles.FUNDING_OFFICER));
    private static final Actor CLERK = new Actor("clerk", null, Set.of(Roles.CLERK));
    private static final Actor ADMIN = new Actor("admin", null, Set.of(Roles.ADMIN));

    private static final CompetentBody MAIN =
            new CompetentBody("main", "Hauptausschuss", BodyKind.COMMITTEE, null, List.of("specialist"), "§ 10");
    private static final Body SPECIALIST =
            new Body("specialist", "Fachausschuss", BodyKind.COMMITTEE, null, null, null, List.of());
    private static final Programme PROGRAMME = Samples.programme(new Programme.Window(true, null, null));

    @Test
    void goesTheWholeWay() {
        Application application = granted();
        application.agree(agreement(), OFFICER, NOW);
        Payment first = application.certify(payment("40000"), OFFICER, NOW);
        application.order(first.id(), OFFICER_2, NOW, TODAY);
        application.prove(proof(), APPLICANT, NOW);
        application.review(new ReviewRequest(Money.euro("35000"), "Minderausgaben"), OFFICER, NOW);
        application.recover(recovery("5000"), OFFICER, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.RECOVERED);
        assertThat(application.steps.paid()).isEqualTo(Money.euro("40000"));
        assertThat(application.steps.review.recoverable()).isEqualTo(Money.euro("5000"));
        assertThat(application.steps.recovery.interest()).isEqualTo(Money.euro("60.00"));
    }

    @Test
    void aDraftMayBeIncompleteButIsNotHandedIn() {
        Application application = Application.draft(
                new ApplicationContent(
                        "p", "verband-a", "T", null, null, null, null, null, null, null, null, null, null, null, null),
                APPLICANT,
                NOW);

        assertThatThrownBy(() -> application.submit(PROGRAMME, APPLICANT, NOW, TODAY))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/purpose", "/spaces", "/amounts", "/period"));
        assertThat(application.state).isEqualTo(State.DRAFT);
    }

    @Test
    void isHandedInByItsApplicantOnly() {
        refused("organisation.foreign", 403, () -> draft().submit(PROGRAMME, RIVAL, NOW, TODAY));
        refused("organisation.foreign", 403, () -> draft().submit(PROGRAMME, OFFICER, NOW, TODAY));
    }

    @Test
    void isNotHandedInOutsideOfTheProgrammesTime() {
        Programme over = Samples.programme(new Programme.Window(true, null, TODAY.minusDays(1)));

        refused("programme.closed", 409, () -> draft().submit(over, APPLICANT, NOW, TODAY));
    }

    @Test
    void noStepIsSkipped() {
        refused("application.state", 409, () -> draft().assess(grant(), List.of(), OFFICER, NOW));
        refused("application.state", 409, () -> submitted().decide(decision(), MAIN, PROGRAMME, CLERK, NOW, TODAY));
        refused("application.state", 409, () -> granted().certify(payment("1"), OFFICER, NOW));
        refused("application.state", 409, () -> granted().decide(decision(), MAIN, PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void becomesConsultedWhenAllAdvisedThatMust() {
        Application application = assessed();
        application.consult(consultation(Role.TAKING_NOTE), SPECIALIST, MAIN, CLERK, NOW, TODAY);
        assertThat(application.state).isEqualTo(State.ASSESSED);

        application.consult(consultation(Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.CONSULTED);
    }

    @Test
    void isNotDecidedBeforeTheConsultation() {
        refused("decision.not-consulted", 409, () -> assessed().decide(decision(), MAIN, PROGRAMME, CLERK, NOW, TODAY));
        refused(
                "decision.not-consulted",
                409,
                () -> consulted()
                        .decide(decision(TODAY.minusDays(5), "50000", null), MAIN, PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void isDecidedByTheCompetentBodyOnly() {
        CompetentBody council =
                new CompetentBody("council", "Vertretung", BodyKind.COUNCIL, null, List.of("specialist"), null);

        refused(
                "decision.not-competent",
                409,
                () -> consulted().decide(decision(), council, PROGRAMME, CLERK, NOW, TODAY));
        refused(
                "decision.nobody-competent",
                409,
                () -> consulted().decide(decision(), null, PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void isNeverDecidedByItsOwnApplicant() {
        Actor clerkOfTheApplicant = new Actor("clerk9", "verband-a", Set.of(Roles.CLERK));
        CompetentBody own =
                new CompetentBody("main", "M", BodyKind.COMMITTEE, "verband-a", List.of("specialist"), null);
        Application byAdmin = Application.draft(content("50000"), ADMIN, NOW);
        byAdmin.submit(PROGRAMME, ADMIN, NOW, TODAY);

        refused(
                "application.own",
                403,
                () -> consulted().decide(decision(), MAIN, PROGRAMME, clerkOfTheApplicant, NOW, TODAY));
        refused("decision.own-body", 409, () -> consulted().decide(decision(), own, PROGRAMME, CLERK, NOW, TODAY));
        refused("application.own", 403, () -> byAdmin.assess(grant(), List.of(), ADMIN, NOW));
    }

    @Test
    void neverGrantsMoreThanWasAppliedFor() {
        refused(
                "decision.above-request",
                422,
                () -> consulted().decide(decision(TODAY, "50000.01", null), MAIN, PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void grantsLessWhereTheBodySaysSo() {
        Application application = consulted();

        application.decide(decision(TODAY, "30000", null), MAIN, PROGRAMME, CLERK, NOW, TODAY);

        assertThat(application.granted).isEqualByComparingTo(new BigDecimal("30000"));
    }

    @Test
    void aYearWithoutMoneyIsNotGranted() {
        Application application = consulted();
        List<YearAmount> amounts = List.of(new YearAmount(2024, Money.euro("10000")), new YearAmount(2024, Money.ZERO));

        application.decide(
                new DecisionRequest(
                        "main",
                        TODAY,
                        Decision.Result.GRANTED,
                        amounts,
                        "1",
                        unanimous(),
                        null,
                        null,
                        false,
                        null,
                        null),
                MAIN,
                PROGRAMME,
                CLERK,
                NOW,
                TODAY);

        assertThat(application.decision().amounts()).containsExactly(amounts.get(0));
    }

    @Test
    void needsAMajority() {
        Votes tie = new Votes(false, 7, 7, 0, 1);

        refused("decision.no-majority", 422, () -> consulted().decide(voted(tie), MAIN, PROGRAMME, CLERK, NOW, TODAY));
        refused(
                "decision.votes-missing",
                422,
                () -> consulted().decide(voted(null), MAIN, PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void competingDraftsHaveOneThatWasAdopted() {
        Decision.CompetingDraft refuse = new Decision.CompetingDraft("Verwaltung", Decision.Result.REFUSED, null, true);
        DecisionRequest contradictory = new DecisionRequest(
                "main",
                TODAY,
                Decision.Result.GRANTED,
                null,
                "1",
                unanimous(),
                List.of(refuse),
                null,
                false,
                null,
                null);

        refused(
                "decision.drafts-contradict",
                422,
                () -> consulted().decide(contradictory, MAIN, PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void unmetCriteriaNeedAReason() {
        Application application = submitted();
        application.assess(grant(), List.of(unmet()), OFFICER, NOW);
        application.consult(consultation(Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        refused(
                "decision.criteria-unmet",
                409,
                () -> application.decide(decision(), MAIN, PROGRAMME, CLERK, NOW, TODAY));
        application.decide(decision(TODAY, "50000", "Modellprojekt"), MAIN, PROGRAMME, CLERK, NOW, TODAY);
        assertThat(application.state).isEqualTo(State.DECIDED);
    }

    @Test
    void doesNotBeginBeforeTheGrantUnlessAllowed() {
        ApplicationContent early = Samples.content("50000", TODAY.minusDays(1));
        Application application = Application.draft(early, APPLICANT, NOW);
        application.submit(PROGRAMME, APPLICANT, NOW, TODAY);
        application.assess(grant(), List.of(), OFFICER, NOW);
        application.consult(consultation(Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        refused(
                "decision.started-early",
                409,
                () -> application.decide(decision(), MAIN, PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void aRefusalEndsTheWay() {
        Application application = consulted();

        application.decide(
                new DecisionRequest(
                        "main", TODAY, Decision.Result.REFUSED, null, "1", unanimous(), null, null, false, null, null),
                MAIN,
                PROGRAMME,
                CLERK,
                NOW,
                TODAY);

        assertThat(application.granted).isNull();
        assertThat(Workflow.possible(application.row(), MAIN, TODAY)).isEmpty();
        refused("agreement.refused", 409, () -> application.agree(agreement(), OFFICER, NOW));
    }

    @Test
    void paysNeverMoreThanTheGrant() {
        Application application = agreed();
        application.certify(payment("30000"), OFFICER, NOW);

        refused("payment.above-grant", 409, () -> application.certify(payment("20000.01"), OFFICER, NOW));
        refused(
                "payment.above-grant",
                409,
                () -> application.certify(new PaymentRequest(2025, Money.euro("1"), null), OFFICER, NOW));
        application.certify(payment("20000.00"), OFFICER, NOW);
        assertThat(Workflow.possible(application.row(), MAIN, TODAY)).doesNotContain(Action.PAYMENTS);
    }

    @Test
    void aRejectedPaymentIsFreeAgain() {
        Application application = agreed();
        Payment wrong = application.certify(payment("50000"), OFFICER, NOW);

        application.reject(wrong.id(), "vertauscht", OFFICER_2, NOW);

        assertThat(PaymentRules.remaining(application.decision().amounts(), application.steps.payments))
                .isEqualTo(Money.euro("50000"));
        refused("payment.not-waiting", 409, () -> application.order(wrong.id(), OFFICER_2, NOW, TODAY));
    }

    @Test
    void onePersonAloneNeverPays() {
        Application application = agreed();
        Payment payment = application.certify(payment("10"), OFFICER, NOW);

        refused("payment.same-person", 403, () -> application.order(payment.id(), OFFICER, NOW, TODAY));
        assertThat(Workflow.allowed(application.row(), OFFICER, MAIN, TODAY)).containsExactly(Action.PAYMENTS);
        assertThat(Workflow.allowed(application.row(), OFFICER_2, MAIN, TODAY))
                .containsExactly(Action.PAYMENTS, Action.PAYMENT_ORDER);
    }

    @Test
    void claimsBackNoMoreThanWasPaidBeyondTheUse() {
        Application application = agreed();
        Payment payment = application.certify(payment("10000"), OFFICER, NOW);
        application.order(payment.id(), OFFICER_2, NOW, TODAY);
        application.prove(proof(), APPLICANT, NOW);

        refused(
                "review.above-paid",
                409,
                () -> application.review(new ReviewRequest(Money.euro("10000.01"), "x"), OFFICER, NOW));
        application.review(new ReviewRequest(Money.euro("9000"), "x"), OFFICER, NOW);
        refused("recovery.above-recoverable", 409, () -> application.recover(recovery("1000.01"), OFFICER, NOW, TODAY));
    }

    @Test
    void aProofIsNotReviewedWhileAPaymentWaits() {
        Application application = agreed();
        application.certify(payment("10000"), OFFICER, NOW);
        application.prove(proof(), APPLICANT, NOW);

        refused(
                "review.payments-pending",
                409,
                () -> application.review(new ReviewRequest(Money.ZERO, "x"), OFFICER, NOW));
    }

    @Test
    void showsEachPersonItsOwnSteps() {
        Application application = consulted();

        assertThat(Workflow.allowed(application.row(), CLERK, MAIN, TODAY))
                .containsExactly(Action.CONSULTATIONS, Action.DECISION);
        assertThat(Workflow.allowed(application.row(), OFFICER, MAIN, TODAY)).isEmpty();
        assertThat(Workflow.allowed(draft().row(), APPLICANT, MAIN, TODAY))
                .containsExactly(Action.EDIT, Action.SUBMISSION);
        assertThat(Workflow.allowed(draft().row(), RIVAL, MAIN, TODAY)).isEmpty();
    }

    @Test
    void costsAndFinancingAreEqual() {
        ApplicationContent unbalanced = new ApplicationContent(
                "p",
                "verband-a",
                "T",
                "Z",
                null,
                null,
                List.of("s"),
                null,
                null,
                new ApplicationContent.Period(LocalDate.of(2024, 7, 1), LocalDate.of(2024, 12, 31)),
                List.of(new YearAmount(2024, Money.euro("100")), new YearAmount(2025, Money.euro("1"))),
                List.of(new ApplicationContent.CostItem("Personal", Money.euro("120"))),
                Money.euro("10"),
                null,
                null);

        assertThat(SubmissionRules.check(unbalanced, PROGRAMME))
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/amounts/1/year year.outside-period", "/costs application.unbalanced");
    }

    private static void refused(String code, int status, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.status()).isEqualTo(status);
        });
    }

    private static Application draft() {
        return Application.draft(content("50000"), APPLICANT, NOW);
    }

    private static Application submitted() {
        Application application = draft();
        application.submit(PROGRAMME, APPLICANT, NOW, TODAY);
        return application;
    }

    private static Application assessed() {
        Application application = submitted();
        application.assess(grant(), List.of(), OFFICER, NOW);
        return application;
    }

    private static Application consulted() {
        Application application = assessed();
        application.consult(consultation(Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);
        return application;
    }

    private static Application granted() {
        Application application = consulted();
        application.decide(decision(), MAIN, PROGRAMME, CLERK, NOW, TODAY);
        return application;
    }

    private static Application agreed() {
        Application application = granted();
        application.agree(agreement(), OFFICER, NOW);
        return application;
    }

    private static ApplicationContent content(String amount) {
        return Samples.content(amount, LocalDate.of(2024, 7, 1));
    }

    private static AssessmentRequest grant() {
        return new AssessmentRequest(Assessment.Recommendation.GRANT, null, null, false, null);
    }

    private static ConsultationRequest consultation(Role role) {
        return new ConsultationRequest(
                "specialist", TODAY.minusDays(4), role, Advice.RECOMMENDED, null, "2024/1", null);
    }

    private static DecisionRequest decision() {
        return decision(TODAY, "50000", null);
    }

    private static DecisionRequest decision(LocalDate day, String amount, String deviation) {
        return new DecisionRequest(
                "main",
                day,
                Decision.Result.GRANTED,
                List.of(new YearAmount(2024, Money.euro(amount))),
                "2024/1",
                unanimous(),
                null,
                null,
                false,
                deviation,
                null);
    }

    private static DecisionRequest voted(Votes votes) {
        return new DecisionRequest(
                "main", TODAY, Decision.Result.GRANTED, null, "2024/1", votes, null, null, false, null, null);
    }

    private static Votes unanimous() {
        return new Votes(true, null, null, null, null);
    }

    private static CriterionResult unmet() {
        return new CriterionResult("need", "Need", CriterionKind.PUBLISHED_NEED, true, false, null, null, null);
    }

    private static AgreementRequest agreement() {
        return new AgreementRequest(Agreement.Kind.AGREEMENT, "ZV-1", TODAY, null, null);
    }

    private static PaymentRequest payment(String amount) {
        return new PaymentRequest(2024, Money.euro(amount), null);
    }

    private static ProofOfUseRequest proof() {
        return new ProofOfUseRequest(
                "Bericht", List.of(new ApplicationContent.CostItem("Personal", Money.euro("35000"))), null);
    }

    /** 5,000 EUR at 6 percent for 73 days, a fifth of a year. */
    private static RecoveryRequest recovery(String amount) {
        return new RecoveryRequest(
                Money.euro(amount),
                new Recovery.InterestTerms(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 3, 14), new BigDecimal("6")),
                TODAY.minusDays(2),
                null,
                TODAY,
                "Minderausgaben",
                "§ 49a VwVfG");
    }
}
