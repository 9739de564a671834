package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.ADMIN;
import static de.quartierwerk.funding.application.ApplicationSteps.APPLICANT;
import static de.quartierwerk.funding.application.ApplicationSteps.CLERK;
import static de.quartierwerk.funding.application.ApplicationSteps.MAIN;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER_2;
import static de.quartierwerk.funding.application.ApplicationSteps.PROGRAMME;
import static de.quartierwerk.funding.application.ApplicationSteps.REQUESTED;
import static de.quartierwerk.funding.application.ApplicationSteps.SPECIALIST;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.agreed;
import static de.quartierwerk.funding.application.ApplicationSteps.agreement;
import static de.quartierwerk.funding.application.ApplicationSteps.allowed;
import static de.quartierwerk.funding.application.ApplicationSteps.consultation;
import static de.quartierwerk.funding.application.ApplicationSteps.content;
import static de.quartierwerk.funding.application.ApplicationSteps.decision;
import static de.quartierwerk.funding.application.ApplicationSteps.draft;
import static de.quartierwerk.funding.application.ApplicationSteps.grant;
import static de.quartierwerk.funding.application.ApplicationSteps.granted;
import static de.quartierwerk.funding.application.ApplicationSteps.payment;
import static de.quartierwerk.funding.application.ApplicationSteps.proof;
import static de.quartierwerk.funding.application.ApplicationSteps.recovery;
import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static de.quartierwerk.funding.application.ApplicationSteps.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.funding.programme.ProgrammeTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which steps no person takes both of, administrators included. */
class DutiesTest {

    @Test
    void fromAnAmountOnTwoPeopleMustAssessAlike() {
        Application application = draft();
        Submissions.submit(application, twoAssessors("50000.00"), Set.of(), APPLICANT, NOW, TODAY);

        application.assess(grant(), List.of(), OFFICER, NOW, TODAY);
        application.assess(grant(), List.of(), OFFICER, NOW, TODAY);
        assertThat(application.state).isEqualTo(State.SUBMITTED);
        application.assess(refusal(), List.of(), OFFICER_2, NOW, TODAY);
        assertThat(application.state).isEqualTo(State.SUBMITTED);
        application.assess(refusal(), List.of(), OFFICER, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.ASSESSED);
        assertThat(application.row().done()).contains(new Done(Action.ASSESSMENT, OFFICER_2.name()));
        Application small = draft();
        Submissions.submit(small, twoAssessors("50000.01"), Set.of(), APPLICANT, NOW, TODAY);
        small.assess(grant(), List.of(), OFFICER, NOW, TODAY);
        assertThat(small.state).isEqualTo(State.ASSESSED);
    }

    @Test
    void whoseAssessmentWasReplacedHasAssessedAllTheSame() {
        Application application = draft();
        Submissions.submit(application, twoAssessors("50000.00"), Set.of(), APPLICANT, NOW, TODAY.minusDays(10));
        application.assess(grant(), List.of(), ADMIN, NOW, TODAY);
        application.assess(refusal(), List.of(), OFFICER_2, NOW, TODAY);
        application.assess(refusal(), List.of(), OFFICER, NOW, TODAY);
        application.consult(consultation(Consultation.Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        refused(
                "duty.separated",
                403,
                () -> application.decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, ADMIN, NOW, TODAY));
        assertThat(application.steps.response().earlierAssessments())
                .extracting(Assessment::by)
                .containsExactly(ADMIN.name());
    }

    @Test
    void whoAssessedBeforeAReturnHasAssessedAllTheSame() {
        Application application = draft();
        Submissions.submit(application, twoAssessors("50000.00"), Set.of(), APPLICANT, NOW, TODAY);
        application.assess(grant(), List.of(), ADMIN, NOW, TODAY);
        Detours.giveBack(
                application,
                new ReturnRequest(List.of(new Returned.Item("/purpose", "fehlt")), TODAY.plusDays(3)),
                OFFICER,
                NOW,
                TODAY);
        Submissions.submit(application, twoAssessors("50000.00"), Set.of(), APPLICANT, NOW, TODAY);

        assertThat(Duties.earlier(application.row(), Action.DECISION, ADMIN)).contains(Action.ASSESSMENT);
    }

    @Test
    void whoProposedAReviewDoesNotClaimAfterAnothersReview() {
        Application application = agreed();
        Payment payment = PaymentSteps.certify(application, payment("40000"), OFFICER_2, NOW);
        PaymentSteps.order(application, payment.id(), ADMIN, NOW, TODAY);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);
        Actor other = new Actor("officer3", null, OFFICER.roles());
        UseSteps.review(application, new ReviewRequest(Money.euro("36000"), "mehr", "unabweisbar"), ADMIN, NOW);
        UseSteps.review(application, new ReviewRequest(Money.euro("35000"), "geprüft", null), other, NOW);

        assertThat(application.state).isEqualTo(State.REVIEWED);
        refused("duty.separated", 403, () -> UseSteps.recover(application, recovery("5000"), 14, ADMIN, NOW, TODAY));
        UseSteps.recover(application, recovery("5000"), 14, OFFICER, NOW, TODAY);
    }

    private static AssessmentRequest refusal() {
        return new AssessmentRequest(Assessment.Recommendation.REFUSE, null, null, false, null, null);
    }

    private static Programme twoAssessors(String from) {
        return Samples.programme(new ProgrammeTerms(6, null, Money.euro(from), null, null, null, null, null));
    }

    @Test
    void whoAssessedDoesNotRecordTheDecision() {
        Application application = submitted();
        application.assess(grant(), List.of(), ADMIN, NOW, TODAY);
        application.consult(consultation(Consultation.Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        refused(
                "duty.separated",
                403,
                () -> application.decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, ADMIN, NOW, TODAY));
        assertThat(allowed(application, ADMIN)).doesNotContain(Action.DECISION).contains(Action.CONSULTATIONS);
        assertThat(Duties.earlier(application.row(), Action.DECISION, ADMIN)).contains(Action.ASSESSMENT);
    }

    @Test
    void whoAssessedOrCertifiedDoesNotReviewAndWhoReviewedDoesNotClaim() {
        Application application = agreed();
        Payment payment = PaymentSteps.certify(application, payment("40000"), OFFICER_2, NOW);
        PaymentSteps.order(application, payment.id(), ADMIN, NOW, TODAY);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);
        ReviewRequest review = new ReviewRequest(Money.euro("35000"), "Minderausgaben", null);

        refused("duty.separated", 403, () -> UseSteps.review(application, review, OFFICER, NOW));
        refused("duty.separated", 403, () -> UseSteps.review(application, review, OFFICER_2, NOW));
        UseSteps.review(application, review, ADMIN, NOW);
        refused("duty.separated", 403, () -> UseSteps.recover(application, recovery("5000"), 14, ADMIN, NOW, TODAY));
        UseSteps.recover(application, recovery("5000"), 14, OFFICER, NOW, TODAY);
    }

    @Test
    void theApplicantsSideTakesNoStepOfTheAdministrationNorTheOtherWayRound() {
        Application application = Application.draft(content("50000"), APPLICANT, NOW);
        application.edit(content("45000"), ADMIN);
        Submissions.submit(application, PROGRAMME, Set.of(), APPLICANT, NOW, TODAY.minusDays(10));

        refused("duty.separated", 403, () -> application.assess(grant(), List.of(), ADMIN, NOW, TODAY));
        application.assess(grant(), List.of(), OFFICER, NOW, TODAY);
        refused(
                "duty.separated",
                403,
                () -> Detours.withdraw(application, new WithdrawalRequest(null), OFFICER, NOW, TODAY));
    }

    @Test
    void twoOfficersAndOneClerkDoEverything() {
        Application application = granted();
        application.agree(agreement(), OFFICER, NOW, TODAY);
        Payment payment = PaymentSteps.certify(application, payment("40000"), OFFICER, NOW);
        PaymentSteps.order(application, payment.id(), OFFICER_2, NOW, TODAY);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);
        UseSteps.review(application, new ReviewRequest(Money.euro("35000"), "Minderausgaben", null), OFFICER_2, NOW);
        UseSteps.recover(application, recovery("5000"), 14, OFFICER, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.RECOVERED);
    }

    @Test
    void otherStepsGoTogether() {
        assertThat(Duties.earlier(agreed().row(), Action.PAYMENTS, OFFICER)).isEqualTo(Optional.empty());
    }
}
