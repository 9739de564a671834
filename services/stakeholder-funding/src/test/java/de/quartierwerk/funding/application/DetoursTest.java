package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.APPLICANT;
import static de.quartierwerk.funding.application.ApplicationSteps.CLERK;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER_2;
import static de.quartierwerk.funding.application.ApplicationSteps.PROGRAMME;
import static de.quartierwerk.funding.application.ApplicationSteps.RIVAL;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.agreed;
import static de.quartierwerk.funding.application.ApplicationSteps.allowed;
import static de.quartierwerk.funding.application.ApplicationSteps.assessed;
import static de.quartierwerk.funding.application.ApplicationSteps.consulted;
import static de.quartierwerk.funding.application.ApplicationSteps.content;
import static de.quartierwerk.funding.application.ApplicationSteps.grant;
import static de.quartierwerk.funding.application.ApplicationSteps.granted;
import static de.quartierwerk.funding.application.ApplicationSteps.payment;
import static de.quartierwerk.funding.application.ApplicationSteps.recovery;
import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static de.quartierwerk.funding.application.ApplicationSteps.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps off the straight way, without a container. */
class DetoursTest {

    private static final WithdrawalRequest WITHDRAWAL = new WithdrawalRequest("Entfällt");
    private static final RevocationRequest REVOCATION = new RevocationRequest(TODAY, "Zweckverfehlung", "§ 49 VwVfG");

    @Test
    void whatWasGivenBackIsHandedInAgainWithItsDifference() {
        Application application = submitted();
        Detours.giveBack(application, returned("/amounts"), OFFICER, NOW, TODAY);
        assertThat(allowed(application, APPLICANT)).containsExactly(Action.EDIT, Action.SUBMISSION, Action.WITHDRAWAL);
        assertThat(allowed(application, OFFICER)).containsExactly(Action.REMARK);

        application.edit(content("45000"), APPLICANT);
        Submissions.submit(application, PROGRAMME, Set.of(), APPLICANT, NOW, TODAY);

        assertThat(application.state).isEqualTo(State.SUBMITTED);
        assertThat(application.steps.submission.changes())
                .extracting(Change::pointer, Change::before, Change::after)
                .containsExactly(tuple("/amounts/0/amount/amount", "50000.00", "45000.00"));
        assertThat(application.steps.earlierSubmissions)
                .extracting(each -> each.content().requested())
                .containsExactly(Money.euro("50000"));
    }

    @Test
    void aReturnNamesAPlaceOfTheApplicationAndADeadlineToCome() {
        refused(
                "return.unknown-place",
                422,
                () -> Detours.giveBack(submitted(), returned("/colour"), OFFICER, NOW, TODAY));
        ReturnRequest late = new ReturnRequest(returned("/costs").items(), TODAY.minusDays(1));
        refused("date.before", 422, () -> Detours.giveBack(submitted(), late, OFFICER, NOW, TODAY));
    }

    @Test
    void whatWasNotCompletedInTimeIsAssessedAsItIs() {
        Application application = submitted();
        Detours.giveBack(application, returned("/costs"), OFFICER, NOW, TODAY);

        refused(
                "application.guard",
                409,
                () -> application.assess(grant(), List.of(), OFFICER, NOW, TODAY.plusDays(14)));
        application.assess(grant(), List.of(), OFFICER, NOW, TODAY.plusDays(15));

        assertThat(application.state).isEqualTo(State.ASSESSED);
    }

    @Test
    void whatWasEditedAndNotHandedInAgainIsNotAssessed() {
        Application application = submitted();
        Detours.giveBack(application, returned("/costs"), OFFICER, NOW, TODAY);
        application.edit(content("0.01"), APPLICANT);
        assertThat(application.rowHandedIn().content().requested()).isEqualTo(Money.euro("50000"));

        application.assess(grant(), List.of(), OFFICER, NOW, TODAY.plusDays(15));

        assertThat(application.content.requested()).isEqualTo(Money.euro("50000"));
        assertThat(application.requested).isEqualByComparingTo("50000");
    }

    @Test
    void theApplicantTakesItBackUntilTheAgreement() {
        for (Application application : List.of(submitted(), assessed(), consulted(), granted())) {
            Detours.withdraw(application, WITHDRAWAL, APPLICANT, NOW, TODAY);
            assertThat(application.state).isEqualTo(State.WITHDRAWN);
        }
        refused("application.state", 409, () -> Detours.withdraw(agreed(), WITHDRAWAL, APPLICANT, NOW, TODAY));
        refused("organisation.foreign", 403, () -> Detours.withdraw(submitted(), WITHDRAWAL, RIVAL, NOW, TODAY));
    }

    @Test
    void aWithdrawnGrantFreesItsMoney() {
        Application application = granted();

        assertThat(Detours.withdraw(application, WITHDRAWAL, APPLICANT, NOW, TODAY))
                .containsExactly(year("50000"));
        assertThat(application.granted).isZero();
        assertThat(application.steps.grant()).isEmpty();
    }

    @Test
    void aWaiverFreesWhatIsNeitherPaidNorCertified() {
        Application application = agreed();
        PaymentSteps.certify(application, payment("30000"), OFFICER, NOW);

        refused("waiver.above-rest", 409, () -> Detours.waive(application, waiver("20000.01"), APPLICANT, NOW, TODAY));
        assertThat(Detours.waive(application, waiver("5000"), APPLICANT, NOW, TODAY))
                .containsExactly(year("5000"));

        assertThat(application.granted).isEqualByComparingTo("45000");
        assertThat(application.steps.unpaid()).containsExactly(year("15000"));
        refused("payment.above-grant", 409, () -> PaymentSteps.certify(application, payment("15000.01"), OFFICER, NOW));
    }

    @Test
    void aGrantThatIsWaivedWhollyIsClosed() {
        Application application = agreed();
        assertThat(allowed(application, OFFICER)).doesNotContain(Action.CLOSURE);

        Detours.waive(application, new WaiverRequest(null, "Entfällt"), APPLICANT, NOW, TODAY);

        assertThat(allowed(application, OFFICER)).contains(Action.CLOSURE).doesNotContain(Action.PAYMENTS);
        assertThat(Detours.close(application, new ClosureRequest(null), OFFICER, NOW, TODAY))
                .isEmpty();
        assertThat(application.state).isEqualTo(State.CLOSED);
    }

    @Test
    void ofARevokedGrantThePaidPartIsClaimedBackAndTheRestIsFree() {
        Application application = agreed();
        Payment payment = PaymentSteps.certify(application, payment("30000"), OFFICER, NOW);
        refused("review.payments-pending", 409, () -> Detours.revoke(application, REVOCATION, OFFICER, NOW, TODAY));
        PaymentSteps.order(application, payment.id(), OFFICER_2, NOW, TODAY);

        assertThat(Detours.revoke(application, REVOCATION, OFFICER, NOW, TODAY)).containsExactly(year("20000"));

        assertThat(application.state).isEqualTo(State.REVOKED);
        assertThat(allowed(application, OFFICER)).containsExactly(Action.HEARING, Action.RECOVERY, Action.REMARK);
        refused(
                "application.guard",
                409,
                () -> Detours.close(application, new ClosureRequest(null), OFFICER, NOW, TODAY));
        refused(
                "recovery.above-recoverable",
                409,
                () -> UseSteps.recover(application, recovery("30000.01"), 14, OFFICER, NOW, TODAY));
        UseSteps.recover(application, recovery("30000"), 14, OFFICER, NOW, TODAY);
        assertThat(application.state).isEqualTo(State.RECOVERED);
    }

    @Test
    void theApplicantSeesARemarkOnlyWhereItSaysSo() {
        Application application = submitted();
        Detours.remark(application, new RemarkRequest("intern", false), CLERK, NOW);
        Detours.remark(application, new RemarkRequest("offen", true), OFFICER, NOW);

        assertThat(application.steps.applicantsPart().remarks())
                .extracting(Remark::text)
                .containsExactly("offen");
        assertThat(application.steps.response().remarks()).hasSize(2);
        refused("duty.separated", 403, () -> Detours.remark(application, new RemarkRequest("x", true), APPLICANT, NOW));
    }

    private static ReturnRequest returned(String pointer) {
        return new ReturnRequest(List.of(new Returned.Item(pointer, "fehlt")), TODAY.plusDays(14));
    }

    private static WaiverRequest waiver(String amount) {
        return new WaiverRequest(List.of(year(amount)), "günstiger");
    }

    private static YearAmount year(String amount) {
        return new YearAmount(2024, Money.euro(amount));
    }
}
