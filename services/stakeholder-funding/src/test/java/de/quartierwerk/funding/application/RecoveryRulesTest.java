package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.application.Recovery.InterestTerms;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryRulesTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 20);
    private static final LocalDate PAID = LocalDate.of(2024, 1, 1);
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
        assertThat(RecoveryRules.interest(Money.euro("5000"), new InterestTerms(from, to, percent), PAID))
                .isEqualTo(Money.euro(expected));
    }

    @Test
    void fixedInterestBeginsNoEarlierThanTheFirstPayment() {
        InterestTerms early = new InterestTerms(LocalDate.of(1990, 1, 1), PAID.plusDays(73), new BigDecimal(6));
        InterestTerms before = new InterestTerms(LocalDate.of(1990, 1, 1), PAID.minusDays(1), new BigDecimal(6));

        assertThat(RecoveryRules.interest(Money.euro("5000"), early, PAID)).isEqualTo(Money.euro("60.00"));
        assertThat(RecoveryRules.interest(Money.euro("5000"), before, PAID)).isEqualTo(Money.ZERO);
    }

    @Test
    void aRateAboveTenPercentIsRefused() {
        RecoveryRules.require(fixed("10"), null, RECOVERABLE, 14, DAY);
        refused("recovery.percent", 422, () -> RecoveryRules.require(fixed("10.01"), null, RECOVERABLE, 14, DAY));
    }

    private static RecoveryRequest fixed(String percent) {
        return request("1000", DAY.minusDays(14), DAY, new InterestTerms(PAID, DAY, new BigDecimal(percent)));
    }

    @Test
    void withoutTermsThereIsNoInterest() {
        assertThat(RecoveryRules.interest(Money.euro("5000"), null, PAID)).isEqualTo(Money.ZERO);
    }

    @Test
    void claimsAllThatWasPaidBeyondTheUse() {
        RecoveryRules.require(request("1000", DAY.minusDays(14), DAY, null), null, RECOVERABLE, 14, DAY);
        refused(
                "recovery.above-recoverable",
                409,
                () -> RecoveryRules.require(
                        request("1000.01", DAY.minusDays(14), DAY, null), null, RECOVERABLE, 14, DAY));
        refused(
                "recovery.below-recoverable",
                409,
                () -> RecoveryRules.require(
                        request("999.99", DAY.minusDays(14), DAY, null), null, RECOVERABLE, 14, DAY));
        refused(
                "amount.not-positive",
                422,
                () -> RecoveryRules.require(request("0", DAY.minusDays(14), DAY, null), null, RECOVERABLE, 14, DAY));
    }

    @Test
    void hearsThePartyBeforeTheNotice() {
        refused(
                "recovery.not-heard",
                422,
                () -> RecoveryRules.require(request("1", DAY.minusDays(13), DAY, null), null, RECOVERABLE, 14, DAY));
    }

    @Test
    void aStatementEndsTheHearing() {
        RecoveryRequest request = request("1000", null, DAY, null);
        Hearing silent = new Hearing(DAY.minusDays(13), DAY.plusDays(1), null, null, "officer", Instant.EPOCH);
        Hearing answered = new Hearing(DAY.minusDays(13), DAY, DAY.minusDays(1), "Ja", "officer", Instant.EPOCH);

        RecoveryRules.require(request, answered, RECOVERABLE, 14, DAY);
        refused("recovery.not-heard", 422, () -> RecoveryRules.require(request, silent, RECOVERABLE, 14, DAY));
        refused("recovery.not-heard", 422, () -> RecoveryRules.require(request, null, RECOVERABLE, 14, DAY));
    }

    @Test
    void aHearingLeavesTimeForAStatement() {
        RecoveryRules.require(new HearingRequest(DAY, DAY.plusDays(14), null, null), 14, DAY);
        refused(
                "date.before",
                422,
                () -> RecoveryRules.require(new HearingRequest(DAY, DAY.plusDays(13), null, null), 14, DAY));
        refused(
                "date.in-future",
                422,
                () -> RecoveryRules.require(
                        new HearingRequest(DAY.plusDays(1), DAY.plusDays(20), null, null), 14, DAY));
    }

    /** 4.12 percent on 9,000.00 for 90 days, then on 4,000.00 for 92 days. */
    @Test
    void interestGrowsOnWhatIsOutstanding() {
        List<Repayment> paid = repayments("2022-06-30", "5000", "2022-09-30", "4000", "2022-10-15", "132.97");

        assertThat(paid)
                .extracting(Repayment::interest)
                .containsExactly(Money.euro("91.43"), Money.euro("41.54"), Money.ZERO);
        assertThat(paid)
                .extracting(Repayment::outstanding)
                .containsExactly(Money.euro("4091.43"), Money.euro("132.97"), Money.ZERO);
    }

    @Test
    void nobodyPaysBackMoreThanIsOutstanding() {
        refused("repayment.above-claim", 409, () -> repayments("2022-06-30", "9091.44"));
        refused("date.before", 422, () -> repayments("2022-06-30", "1", "2022-06-29", "1"));
        refused("base-rate.missing", 409, () -> repay("2022-06-30", "1", List.of(), new TreeMap<>()));
    }

    /** Half a year at 4.12 percent, then 181 days at 6.62 percent. */
    @Test
    void aChangeOfTheBaseRateCountsFromItsDay() {
        NavigableMap<LocalDate, BigDecimal> rates = rates();
        rates.put(LocalDate.of(2023, 1, 1), new BigDecimal("1.62"));

        assertThat(Interest.of(Money.euro("10000"), LocalDate.of(2022, 7, 1), LocalDate.of(2023, 7, 1), rates))
                .isEqualTo(Money.euro("535.97"));
    }

    private static List<Repayment> repayments(String... daysAndAmounts) {
        List<Repayment> all = new ArrayList<>();
        for (int i = 0; i < daysAndAmounts.length; i += 2) {
            all.add(repay(daysAndAmounts[i], daysAndAmounts[i + 1], all, rates()));
        }
        return all;
    }

    private static Repayment repay(
            String day, String amount, List<Repayment> before, NavigableMap<LocalDate, BigDecimal> rates) {
        Recovery claim = new Recovery(
                Money.euro("9000"),
                Money.ZERO,
                new InterestTerms(LocalDate.of(2022, 4, 1), null, null),
                DAY,
                null,
                DAY,
                "Minderausgaben",
                "§ 49a VwVfG",
                "officer",
                Instant.EPOCH);
        return RecoveryRules.repay(
                new RepaymentRequest(LocalDate.parse(day), Money.euro(amount)),
                claim,
                before,
                LocalDate.of(2021, 9, 1),
                rates,
                new Stamp("officer", Instant.EPOCH, DAY));
    }

    private static NavigableMap<LocalDate, BigDecimal> rates() {
        return new TreeMap<>(Map.of(LocalDate.of(2016, 7, 1), new BigDecimal("-0.88")));
    }

    @Test
    void refusesDaysThatCannotBe() {
        InterestTerms reversed = new InterestTerms(DAY, DAY.minusDays(1), BigDecimal.ONE);

        refused(
                "date.in-future",
                422,
                () -> RecoveryRules.require(request("1", DAY, DAY.plusDays(1), null), null, RECOVERABLE, 14, DAY));
        refused(
                "period.reversed",
                422,
                () -> RecoveryRules.require(
                        request("1", DAY.minusDays(14), DAY, reversed), null, RECOVERABLE, 14, DAY));
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
