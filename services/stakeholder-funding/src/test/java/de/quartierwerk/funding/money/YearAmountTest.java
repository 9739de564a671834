package de.quartierwerk.funding.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YearAmountTest {

    private static final List<YearAmount> AMOUNTS = List.of(
            new YearAmount(2025, Money.euro("1.50")),
            new YearAmount(2024, Money.euro("2")),
            new YearAmount(2025, Money.euro("0.25")));

    @Test
    void amountsOfOneYearAreAdded() {
        assertThat(YearAmount.byYear(AMOUNTS)).isEqualTo(Map.of(2024, Money.euro("2.00"), 2025, Money.euro("1.75")));
        assertThat(YearAmount.total(AMOUNTS)).isEqualTo(Money.euro("3.75"));
        assertThat(YearAmount.total(List.of())).isEqualTo(Money.ZERO);
    }
}
