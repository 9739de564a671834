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
        Balances balances =
                ledger.balances(found.stream().flatMap(BudgetLineRow::places).toList(), GroupMoney.SHOWN);
        Map<String, List<BudgetLineRow>> byGroup =
                found.stream().collect(Collectors.groupingBy(BudgetLineRow::coverGroup));
        Map<String, GroupMoney> money = new HashMap<>();
        groups.forEach(group -> money.put(group, new GroupMoney(byGroup.getOrDefault(group, List.of()), balances)));
        return money;
    }
}
