package de.quartierwerk.funding.budget;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.budget.BudgetLineResponse.Balance;
import de.quartierwerk.funding.budget.GroupMoney.Committed;
import de.quartierwerk.funding.money.Money;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupMoneyTest {

    private static final BudgetYear SOUTH = year(2024, "100");
    private static final BudgetYear NORTH = year(2024, "50");

    private final GroupMoney money = new GroupMoney(
            List.of(SOUTH, NORTH, year(2025, "10")),
            List.of(
                    new Committed("south", "g", 2024, Money.euro("70")),
                    new Committed("north", "g", 2024, Money.euro("60")),
                    new Committed("north", "g", 2026, Money.euro("1"))));

    @Test
    void theLinesOfAGroupShareWhatIsFree() {
        assertThat(money.available())
                .isEqualTo(Map.of(
                        2024,
                        Money.euro("20"),
                        2025,
                        Money.euro("10"),
                        2026,
                        Money.of(Money.ZERO.value().subtract(Money.euro("1").value()))));
    }

    @Test
    void aLineShowsItsOwnCommitmentsAndTheGroupsFreeMoney() {
        assertThat(money.balances("south", List.of(SOUTH)))
                .containsExactly(new Balance(2024, Money.euro("100"), Money.euro("70"), Money.euro("20")));
        assertThat(money.balances("new", List.of(year(2030, "5"))))
                .containsExactly(new Balance(2030, Money.euro("5"), Money.ZERO, Money.ZERO));
    }

    @Test
    void aLineWithoutAGroupHasItsOwn() {
        assertThat(BudgetLine.groupOf("south", null)).isEqualTo("line=south");
        assertThat(BudgetLine.groupOf("south", "social")).isEqualTo("social");
        assertThat(BudgetLine.shared("line=south")).isNull();
        assertThat(BudgetLine.shared("social")).isEqualTo("social");
    }

    @Test
    void eachYearStandsOnce() {
        assertThat(BudgetRules.checkYears(List.of(SOUTH, year(2025, "1"), NORTH)))
                .extracting(error -> error.pointer() + " " + error.code() + " " + error.value())
                .containsExactly("/years/2/year year.repeated 2024");
    }

    private static BudgetYear year(int year, String planned) {
        return new BudgetYear(year, Money.euro(planned), null, null, false, null);
    }
}
