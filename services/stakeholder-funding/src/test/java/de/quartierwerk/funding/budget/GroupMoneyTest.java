package de.quartierwerk.funding.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.budget.BudgetLineResponse.Balance;
import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupMoneyTest {

    private static final BudgetLineRow SOUTH = line("south", year(2024, false), year(2025, true));
    private static final BudgetLineRow NORTH = line("north", year(2024, false));
    private static final BudgetLineRow DRAFT = line("draft", year(2024, true));

    private final Balances balances = new Balances()
            .put("south", 2024, Account.PLAN, Money.euro("-100"))
            .put("south", 2024, Account.BLOCKED, Money.euro("10"))
            .put("south", 2024, Account.COMMITTED, Money.euro("20"))
            .put("south", 2024, Account.PAID, Money.euro("40"))
            .put("south", 2024, Account.AVAILABLE, Money.euro("30"))
            .put("north", 2024, Account.AVAILABLE, Money.euro("50"))
            .put("draft", 2024, Account.AVAILABLE, Money.euro("1000"))
            .put("south", 2025, Account.AVAILABLE, Money.euro("7"));

    @Test
    void isExhaustedWhereNothingIsFreeFromAYearOn() {
        GroupMoney money = new GroupMoney(List.of(SOUTH, NORTH), balances);
        GroupMoney used = new GroupMoney(List.of(SOUTH, NORTH), new Balances());

        assertThat(money.isExhausted(2024)).isFalse();
        assertThat(money.isExhausted(2025)).isFalse();
        assertThat(used.isExhausted(2024)).isTrue();
        assertThat(used.isExhausted(2026)).as("no year from there on").isFalse();
    }

    @Test
    void showsWhatTheLineHasAndWhatIsFreeInItsGroup() {
        GroupMoney money = new GroupMoney(List.of(SOUTH, NORTH), balances);

        assertThat(money.balances("south", List.of(year(2024, false))))
                .containsExactly(new Balance(2024, Money.euro("90"), Money.euro("60"), Money.euro("80")));
    }

    @Test
    void takesItsOwnMoneyFirstAndNamesEachLine() {
        GroupMoney money = new GroupMoney(List.of(NORTH, SOUTH, DRAFT), balances);

        assertThat(money.take("south", amounts(2024, "50"), true))
                .containsExactly(tranche("south", 2024, "30"), tranche("north", 2024, "20"));
    }

    @Test
    void commitsUpToTheLastCentAndNotOneMore() {
        GroupMoney money = new GroupMoney(List.of(SOUTH, NORTH), balances);

        assertThat(money.take("south", amounts(2024, "80"), true)).hasSize(2);
        refused("budget.exceeded", () -> money.take("south", amounts(2024, "80.01"), true));
        refused("budget.exceeded", () -> money.take("south", amounts(2026, "0.01"), true));
    }

    @Test
    void amountsOfOneYearCountTogether() {
        GroupMoney money = new GroupMoney(List.of(NORTH), balances);
        YearAmount half = new YearAmount(2024, Money.euro("25.01"));

        refused("budget.exceeded", () -> money.take("north", List.of(half, half), true));
    }

    @Test
    void aVoluntaryGrantNeverTakesWhatIsNotAdopted() {
        GroupMoney money = new GroupMoney(List.of(SOUTH, NORTH, DRAFT), balances);

        refused("budget.provisional", () -> money.take("south", amounts(2024, "80.01"), true));
        refused("budget.provisional", () -> money.take("south", amounts(2025, "1"), true));
        assertThat(money.take("draft", amounts(2024, "60"), true))
                .containsExactly(tranche("north", 2024, "50"), tranche("south", 2024, "10"));
    }

    @Test
    void adoptedMoneyComesFirstForDutiesToo() {
        GroupMoney money = new GroupMoney(List.of(NORTH, DRAFT), balances);

        assertThat(money.take("draft", amounts(2024, "60"), false))
                .containsExactly(tranche("north", 2024, "50"), tranche("draft", 2024, "10"));
    }

    @Test
    void aLaterYearThatIsNotAdoptedIsSubjectToTheBudget() {
        GroupMoney money = new GroupMoney(List.of(SOUTH), balances);

        assertThat(money.take("south", amounts(2024, "1", 2025, "2", 2026, "3"), true))
                .containsExactly(tranche("south", 2024, "1"));
        assertThat(money.take("south", amounts(2024, "1", 2025, "2", 2026, "3"), false))
                .containsExactly(tranche("south", 2024, "1"), tranche("south", 2025, "2"));
        refused("budget.exceeded", () -> money.take("south", amounts(2024, "1", 2025, "7.01"), false));
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<YearAmount> amounts(Object... yearsAndAmounts) {
        return IntStream.range(0, yearsAndAmounts.length / 2)
                .mapToObj(i ->
                        new YearAmount((int) yearsAndAmounts[2 * i], Money.euro((String) yearsAndAmounts[2 * i + 1])))
                .toList();
    }

    private static Tranche tranche(String line, int year, String amount) {
        return new Tranche(line, year, Money.euro(amount));
    }

    private static BudgetYear year(int year, boolean provisional) {
        return new BudgetYear(year, Money.euro("1"), null, null, provisional, null, null);
    }

    private static BudgetLineRow line(String code, BudgetYear... years) {
        return new BudgetLineRow(code, code, null, null, "g", Arrays.asList(years));
    }
}
