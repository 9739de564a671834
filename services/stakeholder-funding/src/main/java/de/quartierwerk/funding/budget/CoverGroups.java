package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the cover groups of budget lines have, read with two statements for any number of groups. */
@ApplicationScoped
class CoverGroups {

    private final BudgetLineRepository lines;
    private final Ledger ledger;

    CoverGroups(BudgetLineRepository lines, Ledger ledger) {
        this.lines = lines;
        this.ledger = ledger;
    }

    /** The money of one group. */
    GroupMoney money(String group) {
        return Objects.requireNonNull(money(Set.of(group)).get(group));
    }

    /** The money of the groups, by group. */
    Map<String, GroupMoney> money(Collection<String> groups) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        List<BudgetLineRow> found = lines.ofGroups(groups);
        Map<String, GroupMoney> money = new HashMap<>(byGroup(found));
        groups.forEach(group -> money.computeIfAbsent(group, none -> new GroupMoney(List.of(), new Balances())));
        return money;
    }

    /**
     * Those of the lines whose money is used up: their groups have nothing free in this year and all that follow.
     *
     * @param year the first year that counts; a line without one from there on is not used up
     */
    Set<String> exhausted(Collection<String> codes, int year) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        List<BudgetLineRow> found = lines.aroundLines(codes);
        Map<String, GroupMoney> money = byGroup(found);
        return found.stream()
                .filter(line -> codes.contains(line.code()))
                .filter(line ->
                        Objects.requireNonNull(money.get(line.coverGroup())).isExhausted(year))
                .map(BudgetLineRow::code)
                .collect(Collectors.toSet());
    }

    /** The money of the groups of some lines, by line. */
    Map<String, GroupMoney> aroundLines(Collection<String> codes) {
        List<BudgetLineRow> found = codes.isEmpty() ? List.of() : lines.aroundLines(codes);
        Map<String, GroupMoney> money = byGroup(found);
        Map<String, GroupMoney> byLine = new HashMap<>();
        found.forEach(line -> byLine.put(line.code(), Objects.requireNonNull(money.get(line.coverGroup()))));
        return byLine;
    }

    private Map<String, GroupMoney> byGroup(List<BudgetLineRow> found) {
        Balances balances =
                ledger.balances(found.stream().flatMap(BudgetLineRow::places).toList(), GroupMoney.SHOWN);
        return found.stream()
                .collect(Collectors.groupingBy(
                        BudgetLineRow::coverGroup,
                        Collectors.collectingAndThen(Collectors.toList(), rows -> new GroupMoney(rows, balances))));
    }
}
