package de.quartierwerk.funding.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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
    private final CommitmentRepository commitments;

    CoverGroups(BudgetLineRepository lines, CommitmentRepository commitments) {
        this.lines = lines;
        this.commitments = commitments;
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
        Map<String, List<BudgetYear>> years = new HashMap<>();
        lines.ofGroups(groups)
                .forEach(line -> years.computeIfAbsent(line.coverGroup(), group -> new ArrayList<>())
                        .addAll(line.years()));
        Map<String, List<GroupMoney.Committed>> committed =
                commitments.ofGroups(groups).stream().collect(Collectors.groupingBy(GroupMoney.Committed::coverGroup));
        Map<String, GroupMoney> money = new HashMap<>();
        groups.forEach(group -> money.computeIfAbsent(
                group,
                each -> new GroupMoney(years.getOrDefault(each, List.of()), committed.getOrDefault(each, List.of()))));
        return money;
    }
}
