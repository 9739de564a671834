package de.quartierwerk.funding.application;

import static de.quartierwerk.funding.application.ApplicationSteps.APPLICANT;
import static de.quartierwerk.funding.application.ApplicationSteps.NOW;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER;
import static de.quartierwerk.funding.application.ApplicationSteps.OFFICER_2;
import static de.quartierwerk.funding.application.ApplicationSteps.TODAY;
import static de.quartierwerk.funding.application.ApplicationSteps.agreed;
import static de.quartierwerk.funding.application.ApplicationSteps.allowed;
import static de.quartierwerk.funding.application.ApplicationSteps.payment;
import static de.quartierwerk.funding.application.ApplicationSteps.proof;
import static de.quartierwerk.funding.application.ApplicationSteps.refused;
import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import org.junit.jupiter.api.Test;

/** 40 percent of a grant of 50,000 are paid after the review only; 35,000 are proven. */
class RetentionTest {

    @Test
    void theRetainedShareIsNotPaidBeforeTheReview() {
        Application application = retaining();

        refused("payment.retained", 409, () -> PaymentSteps.certify(application, payment("30000.01"), OFFICER, NOW));
        pay(application, "30000.00");

        assertThat(allowed(application, OFFICER)).doesNotContain(Action.PAYMENTS);
        assertThat(Retention.payable(application.situation(TODAY))).isEqualTo(Money.ZERO);
    }

    @Test
    void whatWasFoundEligibleIsPaidAfterTheReview() {
        Application application = retaining();
        pay(application, "30000.00");
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);
        refused("review.above-paid", 409, () -> review(application, "50000.01"));

        review(application, "35000.00");

        assertThat(application.steps.recoverable()).isEqualTo(Money.ZERO);
        assertThat(Retention.free(application.steps)).containsExactly(new YearAmount(2024, Money.euro("15000")));
        assertThat(allowed(application, OFFICER)).contains(Action.PAYMENTS, Action.CLOSURE);
        refused(
                "payment.above-eligible",
                409,
                () -> PaymentSteps.certify(application, payment("5000.01"), OFFICER, NOW));
        Payment rest = PaymentSteps.certify(application, payment("5000.00"), OFFICER, NOW);
        assertThat(allowed(application, OFFICER_2))
                .contains(Action.PAYMENT_ORDER)
                .doesNotContain(Action.CLOSURE, Action.REVOCATION, Action.PAYMENTS);
        PaymentSteps.order(application, rest.id(), OFFICER_2, NOW, TODAY);
        assertThat(allowed(application, OFFICER)).contains(Action.CLOSURE).doesNotContain(Action.PAYMENTS);
    }

    @Test
    void whereMoneyIsToComeBackNothingIsPaid() {
        Application application = retaining();
        pay(application, "30000.00");
        UseSteps.prove(application, proof(), APPLICANT, NOW, TODAY);

        review(application, "20000.00");

        assertThat(application.steps.recoverable()).isEqualTo(Money.euro("10000"));
        assertThat(Retention.free(application.steps)).containsExactly(new YearAmount(2024, Money.euro("20000")));
        assertThat(allowed(application, OFFICER)).doesNotContain(Action.PAYMENTS);
    }

    private static Application retaining() {
        Application application = agreed();
        application.rules = Samples.retaining(Samples.programme(), "40");
        return application;
    }

    private static void pay(Application application, String amount) {
        Payment payment = PaymentSteps.certify(application, payment(amount), OFFICER, NOW);
        PaymentSteps.order(application, payment.id(), OFFICER_2, NOW, TODAY);
    }

    private static void review(Application application, String eligible) {
        UseSteps.review(application, new ReviewRequest(Money.euro(eligible), "geprüft", null), OFFICER_2, NOW);
    }
}
