package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.problem.Conflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The money of a cover group (Deckungskreis). A line's own money is taken first, then that of the group's other lines;
 * adopted budgets come before those that are not adopted yet, which voluntary grants never touch.
 */
final class GroupMoney {

    /** What the lists of budget lines show. */
    static final List<Account> SHOWN =
            List.of(Account.PLAN, Account.AVAILABLE, Account.BLOCKED, Account.COMMITTED, Account.ORDERED, Account.PAID);

    private static final List<Account> TAKEN = List.of(Account.COMMITTED, Account.ORDERED, Account.PAID);

    private final List<BudgetLineRow> lines;
    private final Balances balances;

    /**
     * @param lines all lines of the group
     * @param balances at least of the accounts that are shown, in all years of the lines
     */
    GroupMoney(List<BudgetLineRow> lines, Balances balances) {
        this.lines = List.copyOf(lines);
        this.balances = balances;
    }

    /** Free money of the group in a year. */
    Money available(int year) {
        return Money.sum(lines.stream()
                .map(line -> balances.of(line.code(), year, Account.AVAILABLE))
                .toList());
    }

    /** Whether there are years from this one on, and nothing is free in any of them. */
    boolean isExhausted(int from) {
        List<Integer> years = lines.stream()
                .flatMap(line -> line.years().stream())
                .map(BudgetYear::year)
                .filter(year -> year >= from)
                .distinct()
                .toList();
        return !years.isEmpty()
                && years.stream().noneMatch(year -> available(year).positive());
    }

    /** How the years of a line stand. */
    List<BudgetLineResponse.Balance> balances(String line, List<BudgetYear> years) {
        return years.stream()
                .map(year -> new BudgetLineResponse.Balance(
                        year.year(),
                        authorised(line, year.year()),
                        balances.of(line, year.year(), TAKEN),
                        available(year.year())))
                .toList();
    }

    /** What a line's plan authorises, without the blocked part. */
    private Money authorised(String line, int year) {
        return Money.ZERO.minus(balances.of(line, year, Account.PLAN)).minus(balances.of(line, year, Account.BLOCKED));
    }

    /**
     * Where the money of a grant comes from, line by line. The first year must be covered; a later one whose budget is
     * not adopted yet is left out, since its money is subject to the budget. Refuses with 409 what is not authorised.
     *
     * @param line the line of the grant's programme
     * @param amounts what the grant needs
     * @param voluntary whether only adopted budgets may pay
     */
    List<Tranche> take(String line, List<YearAmount> amounts, boolean voluntary) {
        List<Tranche> taken = new ArrayList<>();
        boolean first = true;
        for (Map.Entry<Integer, Money> each : YearAmount.byYear(amounts).entrySet()) {
            if (first || isAdopted(each.getKey(), voluntary)) {
                taken.addAll(take(line, each.getKey(), each.getValue(), voluntary));
            }
            first = false;
        }
        return taken;
    }

    /** Whether {@link #take} gives the money of a grant. */
    boolean covers(String line, List<YearAmount> amounts, boolean voluntary) {
        Map<Integer, Money> byYear = YearAmount.byYear(amounts);
        int first = byYear.keySet().stream().findFirst().orElse(0);
        return byYear.entrySet().stream()
                .filter(each -> each.getKey() == first || isAdopted(each.getKey(), voluntary))
                .noneMatch(each -> lacking(each.getValue(), parts(line, each.getKey(), each.getValue(), voluntary))
                        .positive());
    }

    private List<Tranche> parts(String line, int year, Money amount, boolean voluntary) {
        List<Tranche> taken = new ArrayList<>();
        for (String source : sources(line, year, voluntary)) {
            Money part = balances.of(source, year, Account.AVAILABLE).atMost(lacking(amount, taken));
            if (part.positive()) {
                taken.add(new Tranche(source, year, part));
            }
        }
        return taken;
    }

    private static Money lacking(Money amount, List<Tranche> taken) {
        return amount.minus(Money.sum(taken.stream().map(Tranche::amount).toList()));
    }

    private List<Tranche> take(String line, int year, Money amount, boolean voluntary) {
        List<Tranche> taken = parts(line, year, amount, voluntary);
        Money lacking = lacking(amount, taken);
        if (lacking.positive()) {
            boolean later = voluntary && !amount.exceeds(available(year));
            boolean open = lines.stream()
                    .anyMatch(each -> each.code().equals(line)
                            && each.year(year).map(BudgetYear::provisional).orElse(false));
            if (voluntary && (later || open)) {
                throw new Conflict("budget.provisional", line, year);
            }
            throw new Conflict(
                    "budget.exceeded",
                    line,
                    year,
                    amount.value(),
                    amount.minus(lacking).value());
        }
        return taken;
    }

    private boolean isAdopted(int year, boolean voluntary) {
        return lines.stream()
                .flatMap(each -> each.year(year).stream())
                .anyMatch(each -> !voluntary || !each.provisional());
    }

    /** Codes of the lines that may pay, in the order in which they do. */
    private List<String> sources(String line, int year, boolean voluntary) {
        return lines.stream()
                .flatMap(each -> each.year(year).map(found -> new Source(each.code(), found.provisional())).stream())
                .filter(each -> !voluntary || !each.provisional())
                .sorted(Comparator.comparing(Source::provisional)
                        .thenComparing(each -> !each.code().equals(line))
                        .thenComparing(Source::code))
                .map(Source::code)
                .toList();
    }

    private record Source(String code, boolean provisional) {}
}
