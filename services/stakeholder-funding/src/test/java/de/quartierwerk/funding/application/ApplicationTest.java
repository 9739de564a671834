package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.APPLICANT;
import static de.quartierwerk.funding.application.ApplicationSteps.CLERK;
import static de.quartierwerk.funding.application.ApplicationSteps.MAIN;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER_2;
import static de.quartierwerk.funding.application.ApplicationSteps.PROGRAMME;
import static de.quartierwerk.funding.application.ApplicationSteps.REQUESTED;
import static de.quartierwerk.funding.application.ApplicationSteps.RIVAL;
import static de.quartierwerk.funding.application.ApplicationSteps.SPECIALIST;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.agreement;
import static de.quartierwerk.funding.application.ApplicationSteps.allowed;
import static de.quartierwerk.funding.application.ApplicationSteps.assessed;
import static de.quartierwerk.funding.application.ApplicationSteps.consultation;
import static de.quartierwerk.funding.application.ApplicationSteps.consulted;
import static de.quartierwerk.funding.application.ApplicationSteps.decision;
import static de.quartierwerk.funding.application.ApplicationSteps.draft;
import static de.quartierwerk.funding.application.ApplicationSteps.grant;
import static de.quartierwerk.funding.application.ApplicationSteps.granted;
import static de.quartierwerk.funding.application.ApplicationSteps.payment;
import static de.quartierwerk.funding.application.ApplicationSteps.proof;
import static de.quartierwerk.funding.application.ApplicationSteps.recovery;
import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static de.quartierwerk.funding.application.ApplicationSteps.situation;
import static de.quartierwerk.funding.application.ApplicationSteps.submitted;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import de.quartierwerk.funding.application.Consultation.Role;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.paymentorder.OrderState;
import de.quartierwerk.funding.programme.Programme;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Failure;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The way of an application, without a container. */
class ApplicationTest {

    @Test
    void goesTheWholeWay() {
        Application application = granted();
        application.agree(agreement(), OFFICER, NOW, TODAY);
        Payment first = PaymentSteps.certify(application, payment("40000"), OFFICER, NOW);
        PaymentSteps.order(application, first.id(), OFFICER_2, NOW, TODAY);
        PaymentSteps.orderEnded(application, first.id(), OrderState.CONFIRMED, LocalDate.of(2024, 1, 1), null);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);
        UseSteps.review(application, new ReviewRequest(Money.euro("35000"), "Minderausgaben", null), OFFICER_2, NOW);
        UseSteps.recover(application, recovery("5000"), 14, OFFICER, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.RECOVERED);
        assertThat(application.steps.paid()).isEqualTo(Money.euro("40000"));
        assertThat(application.steps.review.recoverable()).isEqualTo(Money.euro("5000"));
        assertThat(application.steps.recovery.interest()).isEqualTo(Money.euro("60.00"));
    }

    @Test
    void aDraftMayBeIncompleteButIsNotHandedIn() {
        Application application = Application.draft(
                new ApplicationContent(
                        "p",
                        "verband-a",
                        "T",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                APPLICANT,
                NOW);

        assertThatThrownBy(() -> Submissions.submit(application, PROGRAMME, Set.of(), APPLICANT, NOW, TODAY))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly("/purpose", "/spaces", "/amounts", "/period"));
        assertThat(application.state).isEqualTo(State.DRAFT);
    }

    @Test
    void isHandedInByItsApplicantOnly() {
        refused("organisation.foreign", 403, () -> Submissions.submit(draft(), PROGRAMME, Set.of(), RIVAL, NOW, TODAY));
        refused(
                "organisation.foreign",
                403,
                () -> Submissions.submit(draft(), PROGRAMME, Set.of(), OFFICER, NOW, TODAY));
    }

    @Test
    void isNotHandedInOutsideOfTheProgrammesTime() {
        Programme over = Samples.programme(new Programme.Window(true, null, TODAY.minusDays(1)));

        refused("programme.closed", 409, () -> Submissions.submit(draft(), over, Set.of(), APPLICANT, NOW, TODAY));
    }

    @Test
    void submissionIsOfferedWithinTheProgrammesTimeOnly() {
        Programme soon = Samples.programme(new Programme.Window(true, TODAY.plusDays(1), null));
        ApplicationRow draft = draft().row();

        assertThat(Workflow.allowed(new Situation(draft, soon, MAIN, TODAY), APPLICANT))
                .containsExactly(Action.EDIT, Action.DELETION);
        assertThat(Workflow.allowed(new Situation(draft, soon, MAIN, TODAY.plusDays(1)), APPLICANT))
                .containsExactly(Action.EDIT, Action.SUBMISSION, Action.DELETION);
    }

    @Test
    void aRefusalSaysWhoMayDoWhatNow() {
        assertThatThrownBy(() -> Workflow.requireState(situation(consulted()), Action.PAYMENTS, CLERK))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.members())
                                .containsEntry(
                                        "allowedActions",
                                        List.of(
                                                Action.CONSULTATIONS,
                                                Action.DECISION,
                                                Action.CORRECTION,
                                                Action.REMARK))
                                .extractingByKey("next", as(LIST))
                                .contains(
                                        new Workflow.Next(Action.DECISION, Roles.CLERK),
                                        new Workflow.Next(Action.WITHDRAWAL, Roles.SUPPLIER)));
    }

    @Test
    void staysUnderTheProgrammeThatItWasHandedInUnder() {
        Application application = submitted();
        Detours.giveBack(
                application,
                new ReturnRequest(List.of(new Returned.Item("/costs", "fehlt")), TODAY.plusDays(14)),
                OFFICER,
                NOW,
                TODAY);
        ApplicationContent other = Samples.content("50000", LocalDate.of(2024, 7, 1), "other");

        assertThat(application.rules).isEqualTo(PROGRAMME);
        refused("application.programme-fixed", 422, () -> application.edit(other, APPLICANT));
    }

    @Test
    void noStepIsSkipped() {
        refused("application.state", 409, () -> draft().assess(grant(), List.of(), OFFICER, NOW, TODAY));
        refused(
                "application.state",
                409,
                () -> submitted().decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
        refused("application.state", 409, () -> PaymentSteps.certify(granted(), payment("1"), OFFICER, NOW));
        refused(
                "application.state",
                409,
                () -> granted().decide(decision(), MAIN, REQUESTED, List.of(), PROGRAMME, CLERK, NOW, TODAY));
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
    void showsEachPersonItsOwnSteps() {
        Application application = consulted();

        assertThat(allowed(application, CLERK))
                .containsExactly(Action.CONSULTATIONS, Action.DECISION, Action.CORRECTION, Action.REMARK);
        assertThat(allowed(application, OFFICER)).containsExactly(Action.REMARK);
        assertThat(allowed(draft(), APPLICANT)).containsExactly(Action.EDIT, Action.SUBMISSION, Action.DELETION);
        assertThat(allowed(draft(), RIVAL)).isEmpty();
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
                null,
                null,
                null);

        assertThat(SubmissionRules.check(unbalanced, PROGRAMME, Set.of()))
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/amounts/1/year year.outside-period", "/costs application.unbalanced");
    }
}
