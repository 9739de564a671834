package de.quartierwerk.funding.budget;

import static org.assertj.core.api.Assertions.assertThat;

import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.InputError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 6, 20);

    @Test
    void aYearHasMoneyByItsCauses() {
        BudgetYear year = new BudgetYear(
                2024,
                Money.euro("1000"),
                Money.euro("50"),
                Money.euro("200"),
                false,
                List.of(more(Authorisation.Kind.ABOVE_PLAN, TODAY), more(Authorisation.Kind.ABOVE_PLAN, TODAY)),
                null);

        assertThat(year.amounts())
                .containsEntry(Cause.PLAN, Money.euro("1000"))
                .containsEntry(Cause.CARRY_OVER, Money.euro("50"))
                .containsEntry(Cause.ABOVE_PLAN, Money.euro("600"))
                .containsEntry(Cause.OUTSIDE_PLAN, Money.ZERO)
                .containsEntry(Cause.BLOCK, Money.euro("200"));
    }

    @Test
    void namesAYearOnce() {
        assertThat(found(year("1", List.of()), year("2", List.of()))).containsExactly("/years/1/year year.repeated");
    }

    @Test
    void abovePlanNeedsAPlanAndOutsideOfItNone() {
        assertThat(found(year("0", List.of(more(Authorisation.Kind.ABOVE_PLAN, TODAY)))))
                .containsExactly("/years/0/additional/0/kind budget.nothing-planned");
        assertThat(found(year("1", List.of(more(Authorisation.Kind.OUTSIDE_PLAN, TODAY)))))
                .containsExactly("/years/0/additional/0/kind budget.planned");
        assertThat(found(year("0", List.of(more(Authorisation.Kind.OUTSIDE_PLAN, TODAY)))))
                .isEmpty();
    }

    @Test
    void nothingWasDecidedInTheFuture() {
        Authorisation later = more(Authorisation.Kind.ABOVE_PLAN, TODAY.plusDays(1));
        BudgetYear adopted = new BudgetYear(
                2025, Money.ZERO, null, null, false, null, new Adoption("1", "council", TODAY.plusDays(1)));

        assertThat(found(year("1", List.of(later)), adopted))
                .containsExactly(
                        "/years/0/additional/0/decidedOn date.in-future", "/years/1/adoption/decidedOn date.in-future");
    }

    private static List<String> found(BudgetYear... years) {
        return BudgetRules.check(List.of(years), TODAY).stream()
                .map(BudgetRulesTest::text)
                .toList();
    }

    private static String text(InputError error) {
        return error.pointer() + " " + error.code();
    }

    private static BudgetYear year(String planned, List<Authorisation> additional) {
        return new BudgetYear(2024, Money.euro(planned), null, null, false, additional, null);
    }

    private static Authorisation more(Authorisation.Kind kind, LocalDate day) {
        return new Authorisation(kind, Money.euro("300"), "Mehrbedarf", "2024/1", day);
    }
}
