package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.APPLICANT;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER_2;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.agreed;
import static de.quartierwerk.funding.application.ApplicationSteps.allowed;
import static de.quartierwerk.funding.application.ApplicationSteps.granted;
import static de.quartierwerk.funding.application.ApplicationSteps.payment;
import static de.quartierwerk.funding.application.ApplicationSteps.proof;
import static de.quartierwerk.funding.application.ApplicationSteps.recovery;
import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.paymentorder.OrderState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payments, proof of use and recovery, without a container. */
class ApplicationPaymentTest {

    @Test
    void paysNeverMoreThanTheGrant() {
        Application application = agreed();
        PaymentSteps.certify(application, payment("30000"), OFFICER, NOW);

        refused("payment.above-grant", 409, () -> PaymentSteps.certify(application, payment("20000.01"), OFFICER, NOW));
        refused(
                "payment.above-grant",
                409,
                () -> PaymentSteps.certify(
                        application, new PaymentRequest(2025, Money.euro("1"), null, null, null), OFFICER, NOW));
        PaymentSteps.certify(application, payment("20000.00"), OFFICER, NOW);
        assertThat(allowed(application, OFFICER)).doesNotContain(Action.PAYMENTS);
    }

    @Test
    void aRejectedPaymentIsFreeAgain() {
        Application application = agreed();
        Payment wrong = PaymentSteps.certify(application, payment("50000"), OFFICER, NOW);

        PaymentSteps.reject(application, wrong.id(), "vertauscht", OFFICER_2, NOW);

        assertThat(PaymentRules.payable(
                        application.steps.grant(), application.steps.tranches, application.steps.payments))
                .isEqualTo(Money.euro("50000"));
        refused("payment.not-waiting", 409, () -> PaymentSteps.order(application, wrong.id(), OFFICER_2, NOW, TODAY));
    }

    @Test
    void onePersonAloneNeverPays() {
        Application application = agreed();
        Payment payment = PaymentSteps.certify(application, payment("10"), OFFICER, NOW);

        refused("duty.separated", 403, () -> PaymentSteps.order(application, payment.id(), OFFICER, NOW, TODAY));
        assertThat(allowed(application, OFFICER)).containsExactly(Action.PAYMENTS, Action.REMARK);
        assertThat(allowed(application, OFFICER_2))
                .containsExactly(Action.PAYMENTS, Action.PAYMENT_ORDER, Action.REMARK);
    }

    @Test
    void claimsBackNoMoreThanWasPaidBeyondTheUse() {
        Application application = agreed();
        Payment payment = PaymentSteps.certify(application, payment("10000"), OFFICER, NOW);
        PaymentSteps.order(application, payment.id(), OFFICER_2, NOW, TODAY);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);

        refused(
                "review.above-paid",
                409,
                () -> UseSteps.review(
                        application, new ReviewRequest(Money.euro("10000.01"), "x", null), OFFICER_2, NOW));
        UseSteps.review(application, new ReviewRequest(Money.euro("9000"), "x", null), OFFICER_2, NOW);
        refused(
                "recovery.above-recoverable",
                409,
                () -> UseSteps.recover(application, recovery("1000.01"), 14, OFFICER, NOW, TODAY));
    }

    @Test
    void whatTheTreasuryCouldNotPayIsPaidAnewAfterTheProof() {
        Application application = agreed();
        Payment payment = PaymentSteps.certify(application, payment("10000"), OFFICER, NOW);
        PaymentSteps.order(application, payment.id(), OFFICER_2, NOW, TODAY);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);
        PaymentSteps.orderEnded(application, payment.id(), OrderState.CANCELLED, null, "Konto erloschen");

        Payment again = PaymentSteps.certify(application, payment("10000"), OFFICER, NOW);
        PaymentSteps.order(application, again.id(), OFFICER_2, NOW, TODAY);

        assertThat(application.steps.paid()).isEqualTo(Money.euro("10000"));
    }

    @Test
    void conditionsAreMetAndLaterYearsCommittedAfterTheProof() {
        Application application = granted();
        application.steps.tranches = List.of();
        application.agree(
                new AgreementRequest(Agreement.Kind.AGREEMENT, "ZV-1", TODAY, null, List.of("Besetzt"), null),
                OFFICER,
                NOW,
                TODAY);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);

        assertThat(allowed(application, OFFICER)).contains(Action.CONDITION, Action.COMMITMENT);
        Detours.meet(application, 1, new FulfilmentRequest(TODAY, null), OFFICER, NOW, TODAY);
        assertThat(application.uncommitted(2024, OFFICER)).isEqualTo(application.steps.grant());
    }

    @Test
    void aProofIsNotReviewedWhileAPaymentWaits() {
        Application application = agreed();
        PaymentSteps.certify(application, payment("10000"), OFFICER, NOW);
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);

        refused(
                "review.payments-pending",
                409,
                () -> UseSteps.review(application, new ReviewRequest(Money.ZERO, "x", null), OFFICER_2, NOW));
    }
}
