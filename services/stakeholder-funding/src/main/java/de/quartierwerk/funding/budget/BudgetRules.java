package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What decisions may commit: in no year more than the lines of the group are authorised for. */
final class BudgetRules {

    private BudgetRules() {}

    /** Years that a line names more than once. */
    static List<InputError> checkYears(List<BudgetYear> years) {
        List<InputError> errors = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < years.size(); i++) {
            int year = years.get(i).year();
            if (!seen.add(year)) {
                errors.add(InputError.at("/years/" + i + "/year", "year.repeated", Integer.toString(year), year));
            }
        }
        return errors;
    }

    /** Authorised money of a group by year. */
    static Map<Integer, Money> authorised(Collection<BudgetYear> yearsOfGroup) {
        Map<Integer, Money> authorised = new TreeMap<>();
        yearsOfGroup.forEach(year -> authorised.merge(year.year(), year.authorised(), Money::plus));
        return authorised;
    }

    /** Free money of a group by year; a year that was never planned has none. */
    static Map<Integer, Money> available(Collection<BudgetYear> yearsOfGroup, Map<Integer, Money> committed) {
        Map<Integer, Money> available = new TreeMap<>(authorised(yearsOfGroup));
        committed.forEach((year, amount) ->
                available.put(year, available.getOrDefault(year, Money.ZERO).minus(amount)));
        return available;
    }

    /**
     * Refuses a commitment for which the money is not authorised (409).
     *
     * @param line code of the line
     * @param amounts what shall be committed
     * @param available free money of the line's group by year
     */
    static void requireAvailable(String line, Collection<YearAmount> amounts, Map<Integer, Money> available) {
        YearAmount.byYear(amounts).forEach((year, amount) -> {
            Money free = available.getOrDefault(year, Money.ZERO);
            if (amount.exceeds(free)) {
                throw new Conflict("budget.exceeded", line, year, amount.value(), free.value());
            }
        });
    }

    /** Refuses new voluntary grants in years whose budget is not adopted yet (409). */
    static void requireAdopted(String line, Collection<YearAmount> amounts, List<BudgetYear> yearsOfLine) {
        Map<Integer, Boolean> provisional = new HashMap<>();
        yearsOfLine.forEach(year -> provisional.put(year.year(), year.provisional()));
        for (YearAmount each : amounts) {
            if (provisional.getOrDefault(each.year(), false)) {
                throw new Conflict("budget.provisional", line, each.year());
            }
        }
    }

    /** Refuses a change of a line that leaves its group with less than is committed (409). */
    static void requireCovered(String line, Map<Integer, Money> available) {
        available.forEach((year, free) -> {
            if (Money.ZERO.exceeds(free)) {
                throw new Conflict(
                        "budget.below-commitments",
                        line,
                        year,
                        Money.ZERO.minus(free).value());
            }
        });
    }
}
