package de.quartierwerk.funding.application;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.programme.Financing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseOfMoneyTest {

    /** A grant of 6,000 of 10,000, paid in full. */
    @ParameterizedTest
    @CsvSource({
        "SHARE,5000,0,3000.00,3000.00",
        "SHARE,10000,0,6000.00,0.00",
        "SHARE,12000,0,6000.00,0.00",
        "SHARE,3333.33,0,2000.00,4000.00",
        "SHORTFALL,5000,4000,1000.00,5000.00",
        "SHORTFALL,5000,6000,0.00,6000.00",
        "SHORTFALL,10000,3000,6000.00,0.00",
        "FIXED_AMOUNT,5000,4000,5000.00,1000.00",
        "FULL,10,0,10.00,5990.00",
        ",5999.99,0,5999.99,0.01"
    })
    void whatIsEligibleFollowsFromTheFinancing(
            Financing financing, String spent, String others, String eligible, String recoverable) {
        UseOfMoney computed = UseOfMoney.of(new UseOfMoney.Basis(
                financing,
                Money.euro("6000"),
                Money.euro("6000"),
                Money.euro("10000"),
                Money.euro(spent),
                Money.euro(others),
                Money.euro("6000")));

        assertThat(computed.eligible()).isEqualTo(Money.euro(eligible));
        assertThat(computed.recoverable()).isEqualTo(Money.euro(recoverable));
        assertThat(computed.formula()).startsWith("min(6000.00, ");
    }

    /** 60 percent of 10,000 were decided on; the recipient did without 1,200 and got the other 4,800. */
    @Test
    void aWaiverCapsAShareAndDoesNotLowerIt() {
        UseOfMoney computed = UseOfMoney.of(new UseOfMoney.Basis(
                Financing.SHARE,
                Money.euro("6000"),
                Money.euro("4800"),
                Money.euro("10000"),
                Money.euro("8000"),
                Money.ZERO,
                Money.euro("4800")));

        assertThat(computed)
                .isEqualTo(
                        new UseOfMoney(Money.euro("4800"), Money.ZERO, "min(4800.00, 8000.00 × 6000.00 / 10000.00)"));
    }
}
