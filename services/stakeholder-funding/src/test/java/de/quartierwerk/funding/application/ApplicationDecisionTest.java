package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.ADMIN;
import static de.quartierwerk.funding.application.ApplicationSteps.APPLICANT;
import static de.quartierwerk.funding.application.ApplicationSteps.CLERK;
import static de.quartierwerk.funding.application.ApplicationSteps.MAIN;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.PROGRAMME;
import static de.quartierwerk.funding.application.ApplicationSteps.REQUESTED;
import static de.quartierwerk.funding.application.ApplicationSteps.SPECIALIST;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.agreement;
import static de.quartierwerk.funding.application.ApplicationSteps.assessed;
import static de.quartierwerk.funding.application.ApplicationSteps.consultation;
import static de.quartierwerk.funding.application.ApplicationSteps.consulted;
import static de.quartierwerk.funding.application.ApplicationSteps.content;
import static de.quartierwerk.funding.application.ApplicationSteps.decision;
import static de.quartierwerk.funding.application.ApplicationSteps.grant;
import static de.quartierwerk.funding.application.ApplicationSteps.granted;
import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static de.quartierwerk.funding.application.ApplicationSteps.situation;
import static de.quartierwerk.funding.application.ApplicationSteps.submitted;
import static de.quartierwerk.funding.application.ApplicationSteps.unanimous;
import static de.quartierwerk.funding.application.ApplicationSteps.unmet;
import static de.quartierwerk.funding.application.ApplicationSteps.voted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.quartierwerk.funding.application.Consultation.Role;
import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.identity.Roles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decisions about applications, without a container. */
class ApplicationDecisionTest {

    @Test
    void isNotDecidedBeforeTheConsultation() {
        refused(
                "decision.not-consulted",
                409,
                () -> assessed().decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
        refused(
                "decision.not-consulted",
                409,
                () -> consulted()
                        .decide(
                                decision(TODAY.minusDays(5), "50000", null),
                                MAIN,
                                REQUESTED,
                                List.of(),
                                PROGRAMME,
                                CLERK,
                                NOW,
                                TODAY));
    }

    @Test
    void isDecidedByTheCompetentBodyOnly() {
        CompetentBody council = new CompetentBody(
                "council", "Vertretung", BodyKind.COUNCIL, null, List.of("specialist"), null, null, Map.of());

        refused(
                "decision.not-competent",
                409,
                () -> consulted().decide(decision(), council, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
        refused(
                "decision.nobody-competent",
                409,
                () -> consulted().decide(decision(), null, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void isNeverDecidedByItsOwnApplicant() {
        Actor clerkOfTheApplicant = new Actor("clerk9", "verband-a", Set.of(Roles.CLERK));
        CompetentBody own = new CompetentBody(
                "main", "M", BodyKind.COMMITTEE, "verband-a", List.of("specialist"), null, null, Map.of());
        Application byAdmin = Application.draft(content("50000"), ADMIN, NOW);
        Submissions.submit(byAdmin, PROGRAMME, Set.of(), ADMIN, NOW, TODAY);

        refused(
                "application.own",
                403,
                () -> consulted()
                        .decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, clerkOfTheApplicant, NOW, TODAY));
        refused(
                "decision.own-body",
                409,
                () -> consulted().decide(decision(), own, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
        refused("duty.separated", 403, () -> byAdmin.assess(grant(), List.of(), ADMIN, NOW, TODAY));
    }

    @Test
    void neverGrantsMoreThanWasAppliedFor() {
        refused(
                "decision.above-request",
                422,
                () -> consulted()
                        .decide(
                                decision(TODAY, "50000.01", null),
                                MAIN,
                                REQUESTED,
                                List.of(),
                                PROGRAMME,
                                CLERK,
                                NOW,
                                TODAY));
    }

    @Test
    void grantsLessWhereTheBodySaysSo() {
        Application application = consulted();

        application.decide(decision(TODAY, "30000", null), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY);

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
                        null,
                        null,
                        false),
                MAIN,
                REQUESTED,
                List.of(),
                PROGRAMME,
                CLERK,
                NOW,
                TODAY);

        assertThat(application.decision().amounts()).containsExactly(amounts.get(0));
    }

    @Test
    void needsAMajority() {
        Votes tie = new Votes(null, null, false, 7, 7, 0, 1, null);

        refused(
                "votes.contradict",
                422,
                () -> consulted().decide(voted(tie), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
        refused(
                "decision.votes-missing",
                422,
                () -> consulted().decide(voted(null), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void competingDraftsHaveOneThatWasAdopted() {
        Decision.CompetingDraft refuse =
                new Decision.CompetingDraft(null, "Verwaltung", Decision.Result.REFUSED, null, true, null);
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
                null,
                null,
                false);

        refused(
                "decision.drafts-contradict",
                422,
                () -> consulted().decide(contradictory, MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void unmetCriteriaNeedAReason() {
        Application application = submitted();
        application.assess(grant(), List.of(unmet()), OFFICER, NOW, TODAY);
        application.consult(consultation(Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        refused(
                "decision.criteria-unmet",
                409,
                () -> application.decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
        application.decide(
                decision(TODAY, "50000", "Modellprojekt"), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY);
        assertThat(application.state).isEqualTo(State.DECIDED);
    }

    @Test
    void doesNotBeginBeforeTheGrantUnlessAllowed() {
        ApplicationContent early = Samples.content("50000", TODAY.minusDays(1));
        Application application = Application.draft(early, APPLICANT, NOW);
        Submissions.submit(application, PROGRAMME, Set.of(), APPLICANT, NOW, TODAY.minusDays(10));
        application.assess(grant(), List.of(), OFFICER, NOW, TODAY);
        application.consult(consultation(Role.ADVISING), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        refused(
                "decision.started-early",
                409,
                () -> application.decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
    }

    @Test
    void aRefusalEndsTheWay() {
        Application application = consulted();

        application.decide(
                new DecisionRequest(
                        "main",
                        TODAY,
                        Decision.Result.REFUSED,
                        null,
                        "1",
                        unanimous(),
                        null,
                        null,
                        false,
                        null,
                        null,
                        null,
                        false),
                MAIN,
                REQUESTED,
                List.of(),
                PROGRAMME,
                CLERK,
                NOW,
                TODAY);

        assertThat(application.granted).isNull();
        assertThat(Workflow.next(situation(application)))
                .extracting(Workflow.Next::action)
                .containsOnly(Action.CORRECTION, Action.REMARK);
        refused("agreement.refused", 409, () -> application.agree(agreement(), OFFICER, NOW, TODAY));
    }

    @Test
    void whatIsPutOffIsKeptAndStaysUndecided() {
        Application application = consulted();
        DecisionRequest postponed = new DecisionRequest(
                "main",
                TODAY,
                Decision.Result.POSTPONED,
                null,
                "2024/1",
                unanimous(),
                null,
                null,
                false,
                null,
                "Bis zur nächsten Sitzung",
                null,
                false);

        application.decide(postponed, MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY);
        application.decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.DECIDED);
        assertThat(application.steps.consultations)
                .extracting(Consultation::role, Consultation::result)
                .contains(tuple(Role.DECIDING, Consultation.Advice.POSTPONED));
    }

    @Test
    void adviceThatWasPutOffIsNoAdvice() {
        Application application = assessed();

        application.consult(advice(Consultation.Advice.REFERRED, null), SPECIALIST, MAIN, CLERK, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.ASSESSED);
        refused(
                "votes.contradict",
                422,
                () -> application.consult(
                        advice(Consultation.Advice.RECOMMENDED, new Votes(null, null, false, 0, 12, null, null, null)),
                        SPECIALIST,
                        MAIN,
                        CLERK,
                        NOW,
                        TODAY));
    }

    @Test
    void anAgreementIsNotSignedBeforeTheDecision() {
        AgreementRequest early =
                new AgreementRequest(Agreement.Kind.AGREEMENT, "ZV-1", LocalDate.of(1950, 1, 1), null, null, null);
        AgreementRequest due =
                new AgreementRequest(Agreement.Kind.AGREEMENT, "ZV-1", TODAY, null, null, TODAY.minusDays(1));

        refused("date.before", 422, () -> granted().agree(early, OFFICER, NOW, TODAY));
        refused("date.before", 422, () -> granted().agree(due, OFFICER, NOW, TODAY));
    }

    private static ConsultationRequest advice(Consultation.Advice result, Votes votes) {
        return new ConsultationRequest("specialist", TODAY.minusDays(4), Role.ADVISING, result, votes, "2024/1", null);
    }
}
