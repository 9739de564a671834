package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.application.Payment.PaymentState;
import de.quartierwerk.funding.budget.Tranche;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Failure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PaymentRulesTest {

    private static final List<YearAmount> GRANTED =
            List.of(new YearAmount(2024, Money.euro("100")), new YearAmount(2025, Money.euro("50")));
    private static final List<Tranche> COMMITTED =
            List.of(new Tranche("l", 2024, Money.euro("100")), new Tranche("m", 2025, Money.euro("50")));

    @Test
    void aYearsPaymentsUseUpItsGrant() {
        List<Payment> payments = List.of(
                payment(2024, "60", PaymentState.ORDERED),
                payment(2024, "15", PaymentState.CERTIFIED),
                payment(2024, "99", PaymentState.REJECTED),
                payment(2025, "10", PaymentState.ORDERED));

        assertThat(PaymentRules.payable(GRANTED, COMMITTED, payments, 2024)).isEqualTo(Money.euro("25"));
        assertThat(PaymentRules.payable(GRANTED, COMMITTED, payments, 2026)).isEqualTo(Money.ZERO);
        assertThat(PaymentRules.payable(GRANTED, COMMITTED, payments)).isEqualTo(Money.euro("65"));
        assertThat(PaymentRules.paid(payments)).isEqualTo(Money.euro("70"));
        assertThat(PaymentRules.pending(payments)).isTrue();
    }

    @Test
    void nothingIsPaidBeyondTheGrantOfTheYear() {
        List<Payment> payments = List.of(payment(2024, "60", PaymentState.ORDERED));

        PaymentRules.requireWithinGrant(request(2024, "40"), GRANTED, COMMITTED, payments);
        refused(
                "payment.above-grant",
                409,
                () -> PaymentRules.requireWithinGrant(request(2024, "40.01"), GRANTED, COMMITTED, payments));
        refused(
                "payment.above-grant",
                409,
                () -> PaymentRules.requireWithinGrant(request(2026, "0.01"), GRANTED, COMMITTED, payments));
        refused(
                "amount.not-positive",
                422,
                () -> PaymentRules.requireWithinGrant(request(2024, "0"), GRANTED, COMMITTED, payments));
    }

    @Test
    void aYearThatIsNotCommittedIsNotPaid() {
        List<Tranche> first = List.of(COMMITTED.get(0));

        refused(
                "payment.not-committed",
                409,
                () -> PaymentRules.requireWithinGrant(request(2025, "1"), GRANTED, first, List.of()));
        assertThat(PaymentRules.payable(GRANTED, first, List.of())).isEqualTo(Money.euro("100"));
    }

    @Test
    void aSecondPersonOrdersWhatTheFirstCertified() {
        Payment certified = payment(2024, "1", PaymentState.CERTIFIED);
        Actor first = new Actor("first", null, Set.of(Roles.FUNDING_OFFICER));
        Actor second = new Actor("second", null, Set.of(Roles.FUNDING_OFFICER));

        PaymentRules.requireSecondPerson(certified, second);
        refused("duty.separated", 403, () -> PaymentRules.requireSecondPerson(certified, first));
        refused(
                "payment.not-waiting",
                409,
                () -> PaymentRules.requireSecondPerson(payment(2024, "1", PaymentState.ORDERED), second));
    }

    @Test
    void theSameAmountAndCallAgainNeedsItsName() {
        Payment first = Payment.certified(request(2024, "10", "Abruf 1", null), "first", Instant.EPOCH);

        refused(
                "payment.repeated",
                409,
                () -> PaymentRules.requireNotRepeated(request(2024, "10", "Abruf 1", null), List.of(first)));
        PaymentRules.requireNotRepeated(request(2024, "10", "Abruf 1", first.id()), List.of(first));
        PaymentRules.requireNotRepeated(request(2024, "10", "Abruf 2", null), List.of(first));
        Payment second = Payment.certified(request(2024, "10", "Abruf 1", first.id()), "first", Instant.EPOCH);
        PaymentRules.requireNotRepeated(request(2024, "10", "Abruf 1", first.id()), List.of(first, second));
        PaymentRules.requireNotRepeated(
                request(2024, "10", "Abruf 1", null), List.of(first.rejected("second", Instant.EPOCH, "falsch")));
    }

    @Test
    void aPaymentIsDueInItsYearAndAfterTheSignature() {
        Agreement signed = signed(List.of());

        PaymentRules.requireDue(due(LocalDate.of(2024, 7, 1)), signed);
        refused("payment.due-outside-year", 422, () -> PaymentRules.requireDue(due(LocalDate.of(2025, 1, 1)), signed));
        refused("date.before", 422, () -> PaymentRules.requireDue(due(LocalDate.of(2024, 6, 30)), signed));
    }

    @Test
    void aPaymentIsNotDueBeforeItsConditionWasMet() {
        Agreement signed = signed(List.of(
                new PaymentCondition("Stelle besetzt", LocalDate.of(2024, 8, 1), null, "officer", Instant.EPOCH)));

        PaymentRules.requireDue(due(LocalDate.of(2024, 8, 1)), signed);
        refused("date.before", 422, () -> PaymentRules.requireDue(due(LocalDate.of(2024, 7, 31)), signed));
    }

    private static Agreement signed(List<PaymentCondition> beforePayment) {
        return new Agreement(
                Agreement.Kind.NOTICE,
                "B-1",
                LocalDate.of(2024, 7, 1),
                List.of(),
                beforePayment,
                null,
                "officer",
                Instant.EPOCH);
    }

    private static PaymentRequest due(LocalDate day) {
        return new PaymentRequest(2024, Money.euro("1"), null, day, null);
    }

    private static PaymentRequest request(int year, String amount, String call, UUID repeats) {
        return new PaymentRequest(year, Money.euro(amount), call, null, repeats);
    }

    private static void refused(String code, int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.status()).isEqualTo(status);
        });
    }

    private static PaymentRequest request(int year, String amount) {
        return new PaymentRequest(year, Money.euro(amount), null, null, null);
    }

    private static Payment payment(int year, String amount, PaymentState state) {
        return new Payment(
                UUID.randomUUID(),
                year,
                Money.euro(amount),
                null,
                state,
                "first",
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
