package de.quartierwerk.funding.budget;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A budget line as lists read it: all but its version. */
record BudgetLineRow(
        String code,
        String name,
        @Nullable String product,
        @Nullable String account,
        String coverGroup,
        List<BudgetYear> years) {

    BudgetLineRow {
        years = List.copyOf(years);
    }

    /** The answer, with the balances of the line's years. */
    BudgetLineResponse response(GroupMoney money) {
        return new BudgetLineResponse(
                code, name, product, account, BudgetLine.shared(coverGroup), years, money.balances(code, years));
    }
}
