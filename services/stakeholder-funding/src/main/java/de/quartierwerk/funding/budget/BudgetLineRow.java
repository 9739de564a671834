package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.LineYear;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The line's money of a year; empty where it has none. */
    Optional<BudgetYear> year(int year) {
        return years.stream().filter(each -> each.year() == year).findFirst();
    }

    /** Its years as places of the journal. */
    Stream<LineYear> places() {
        return years.stream().map(each -> new LineYear(code, each.year()));
    }

    /** The answer, with the balances of the line's years. */
    BudgetLineResponse response(GroupMoney money) {
        return new BudgetLineResponse(
                code, name, product, account, BudgetLine.shared(coverGroup), years, money.balances(code, years));
    }
}
