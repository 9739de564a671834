package de.quartierwerk.funding.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void writesTwoDecimalsSoThatEqualAmountsAreEqual() {
        assertThat(new Money("50000", "EUR")).isEqualTo(Money.euro("50000.00"));
        assertThat(new Money("0.5", "EUR").amount()).isEqualTo("0.50");
    }

    @Test
    void leavesWhatIsNoNumberToTheValidation() {
        assertThat(new Money("50.000,00", "EUR").amount()).isEqualTo("50.000,00");
    }

    @Test
    void addsAndComparesExactly() {
        Money sum = Money.sum(List.of(Money.euro("0.10"), Money.euro("0.20")));

        assertThat(sum).isEqualTo(Money.euro("0.30"));
        assertThat(sum.exceeds(Money.euro("0.29"))).isTrue();
        assertThat(sum.exceeds(Money.euro("0.30"))).isFalse();
        assertThat(Money.of(new BigDecimal("0.005"))).isEqualTo(Money.euro("0.01"));
    }
}
