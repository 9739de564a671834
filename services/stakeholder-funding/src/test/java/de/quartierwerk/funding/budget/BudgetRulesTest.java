package de.quartierwerk.funding.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BudgetRulesTest {

    private static final Authorisation MORE = new Authorisation(
            Authorisation.Kind.ABOVE_PLAN, Money.euro("300"), "Mehrbedarf", "2024/1", LocalDate.of(2024, 3, 1));

    @Test
    void authorisesPlannedCarriedOverAndAdditionalMoneyLessWhatIsBlocked() {
        BudgetYear year =
                new BudgetYear(2024, Money.euro("1000"), Money.euro("50"), Money.euro("200"), false, List.of(MORE));

        assertThat(year.authorised()).isEqualTo(Money.euro("1150"));
    }

    @Test
    void linesOfAGroupCoverEachOtherYearByYear() {
        Map<Integer, Money> available = BudgetRules.available(
                List.of(plain(2024, "1000"), plain(2024, "500"), plain(2025, "10")),
                Map.of(2024, Money.euro("1200"), 2026, Money.euro("1")));

        assertThat(available)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(2024, Money.euro("300"), 2025, Money.euro("10"), 2026, Money.euro("-1")));
    }

    @Test
    void commitsUpToTheLastCentAndNotOneMore() {
        Map<Integer, Money> available = Map.of(2024, Money.euro("300"));

        assertThatCode(() -> BudgetRules.requireAvailable("l", years("300.00"), available))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> BudgetRules.requireAvailable("l", years("300.01"), available))
                .isInstanceOfSatisfying(Conflict.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("budget.exceeded");
                    assertThat(refusal.arguments())
                            .containsExactly("l", 2024, new BigDecimal("300.01"), new BigDecimal("300.00"));
                });
    }

    @Test
    void aYearThatWasNeverPlannedHasNoMoney() {
        assertThatThrownBy(() -> BudgetRules.requireAvailable("l", years("0.01"), Map.of()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void twoAmountsOfOneYearCountTogether() {
        List<YearAmount> twice = List.of(years("200").get(0), years("200").get(0));

        assertThatThrownBy(() -> BudgetRules.requireAvailable("l", twice, Map.of(2024, Money.euro("300"))))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void refusesNewVoluntaryGrantsUnderProvisionalManagement() {
        BudgetYear provisional = new BudgetYear(2024, Money.euro("1000"), null, null, true, List.of());

        assertThatThrownBy(() -> BudgetRules.requireAdopted("l", years("1"), List.of(provisional)))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("budget.provisional"));
    }

    @Test
    void refusesAChangeThatLeavesLessThanCommitted() {
        assertThatThrownBy(() -> BudgetRules.requireCovered("l", Map.of(2024, Money.euro("-0.01"))))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("l", 2024, new BigDecimal("0.01")));
    }

    private static BudgetYear plain(int year, String planned) {
        return new BudgetYear(year, Money.euro(planned), null, null, false, List.of());
    }

    private static List<YearAmount> years(String amount) {
        return List.of(new YearAmount(2024, Money.euro(amount)));
    }
}
