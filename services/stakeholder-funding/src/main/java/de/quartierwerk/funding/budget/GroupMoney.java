package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The money of a cover group (Deckungskreis): what decisions have committed and what is free. */
final class GroupMoney {

    private final Map<String, Map<Integer, Money>> committedByLine = new TreeMap<>();
    private final Map<Integer, Money> available;

    /**
     * @param years the years of all lines of the group
     * @param commitments sums by line and year
     */
    GroupMoney(Collection<BudgetYear> years, Collection<Committed> commitments) {
        Map<Integer, Money> committed = new TreeMap<>();
        for (Committed each : commitments) {
            committed.merge(each.year(), each.amount(), Money::plus);
            committedByLine
                    .computeIfAbsent(each.line(), line -> new TreeMap<>())
                    .merge(each.year(), each.amount(), Money::plus);
        }
        available = BudgetRules.available(years, committed);
    }

    /** What decisions have taken from a year of a line. */
    record Committed(String line, String coverGroup, int year, Money amount) {}

    /** Free money by year; below zero where more is committed than authorised. */
    Map<Integer, Money> available() {
        return available;
    }

    /** How the years of a line stand. */
    List<BudgetLineResponse.Balance> balances(String line, List<BudgetYear> years) {
        Map<Integer, Money> committed = committedByLine.getOrDefault(line, Map.of());
        return years.stream()
                .map(year -> new BudgetLineResponse.Balance(
                        year.year(),
                        year.authorised(),
                        committed.getOrDefault(year.year(), Money.ZERO),
                        available.getOrDefault(year.year(), Money.ZERO)))
                .toList();
    }
}
