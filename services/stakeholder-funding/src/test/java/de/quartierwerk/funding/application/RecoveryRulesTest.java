package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.application.Recovery.InterestTerms;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryRulesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 20);
    private static final Money RECOVERABLE = Money.euro("1000");

    /** 5,000 EUR at 6 percent: 73 days are a fifth of a year; 2024 has 366 days, a year of interest 365. */
    @ParameterizedTest
    @CsvSource({
        "2024-01-01,2024-03-14,6,60.00",
        "2024-01-01,2025-01-01,6,300.82",
        "2024-01-01,2024-01-01,6,0.00",
        "2024-01-01,2024-01-02,7.27,1.00"
    })
    void interestIsSimpleAndByDays(LocalDate from, LocalDate to, BigDecimal percent, String expected) {
        assertThat(RecoveryRules.interest(Money.euro("5000"), new InterestTerms(from, to, percent)))
                .isEqualTo(Money.euro(expected));
    }

    @Test
    void withoutTermsThereIsNoInterest() {
        assertThat(RecoveryRules.interest(Money.euro("5000"), null)).isEqualTo(Money.ZERO);
    }

    @Test
    void claimsNoMoreThanWasPaidBeyondTheUse() {
        RecoveryRules.require(request("1000", DAY.minusDays(1), DAY, null), RECOVERABLE, DAY);
        refused(
                "recovery.above-recoverable",
                409,
                () -> RecoveryRules.require(request("1000.01", DAY, DAY, null), RECOVERABLE, DAY));
        refused(
                "amount.not-positive",
                422,
                () -> RecoveryRules.require(request("0", DAY, DAY, null), RECOVERABLE, DAY));
    }

    @Test
    void hearsThePartyBeforeTheNotice() {
        refused(
                "recovery.not-heard",
                422,
                () -> RecoveryRules.require(request("1", DAY, DAY.minusDays(1), null), RECOVERABLE, DAY));
    }

    @Test
    void refusesDaysThatCannotBe() {
        InterestTerms reversed = new InterestTerms(DAY, DAY.minusDays(1), BigDecimal.ONE);

        refused(
                "date.in-future",
                422,
                () -> RecoveryRules.require(request("1", DAY, DAY.plusDays(1), null), RECOVERABLE, DAY));
        refused(
                "period.reversed",
                422,
                () -> RecoveryRules.require(request("1", DAY, DAY, reversed), RECOVERABLE, DAY));
    }

    private static void refused(String code, int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(code);
            assertThat(failure.status()).isEqualTo(status);
        });
    }

    private static RecoveryRequest request(String amount, LocalDate heard, LocalDate decided, InterestTerms interest) {
        return new RecoveryRequest(Money.euro(amount), interest, heard, null, decided, "Minderausgaben", "§ 49a VwVfG");
    }
}
