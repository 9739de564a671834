package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.ledger.Movement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes what a line's document says of its years to the journal: each change by its cause. */
@ApplicationScoped
class PlanEntries {

    private final Ledger ledger;
    private final BudgetClosingRepository closings;

    PlanEntries(Ledger ledger, BudgetClosingRepository closings) {
        this.ledger = ledger;
        this.closings = closings;
    }

    /** Refuses with 409 a change of a year whose money was used, or that there is no money for. */
    void write(String line, List<BudgetYear> before, List<BudgetYear> after) {
        Collection<Integer> years = new TreeSet<>();
        Stream.concat(before.stream(), after.stream()).forEach(each -> years.add(each.year()));
        for (int year : years) {
            Map<Cause, Money> old = find(before, year).amounts();
            Map<Cause, Money> changed = find(after, year).amounts();
            if (!old.equals(changed)) {
                LineYear place = new LineYear(line, year);
                requireUnused(place);
                changed.entrySet().stream()
                        .map(each ->
                                Map.entry(each.getKey(), each.getValue().minus(Money.orZero(old.get(each.getKey())))))
                        .sorted(Comparator.comparing(each -> !gives(each.getKey(), each.getValue())))
                        .forEach(each -> write(place, each.getKey(), each.getValue()));
            }
        }
    }

    /**
     * Refuses with 409 to change the terms under which money was used: a line leaves its cover group in no year that
     * was used, such a year stays in its document, and it is under provisional management until it is adopted.
     *
     * @param moved whether the line changes its cover group
     */
    void requireTerms(String line, List<BudgetYear> before, List<BudgetYear> after, boolean moved) {
        for (BudgetYear old : before) {
            BudgetYear changed = find(after, old.year());
            boolean removed = after.stream().noneMatch(each -> each.year() == old.year());
            boolean freed = old.provisional() && !changed.provisional() && changed.adoption() == null;
            if ((moved || removed || freed) && ledger.isUsed(new LineYear(line, old.year()))) {
                throw new Conflict("budget.locked", line, old.year());
            }
        }
    }

    private void requireUnused(LineYear place) {
        if (closings.isClosed(place.year())) {
            throw new Conflict("budget.closed", place.year());
        }
        if (ledger.isUsed(place)) {
            throw new Conflict("budget.locked", place.line(), place.year());
        }
    }

    /** Whether more is free afterwards; such changes come first. */
    private static boolean gives(Cause cause, Money amount) {
        return amount.positive() != (cause == Cause.BLOCK);
    }

    private void write(LineYear place, Cause cause, Money amount) {
        String line = place.line();
        int year = place.year();
        Movement movement = Movement.of(cause);
        switch (cause) {
            case CARRY_OVER -> {
                requireUnused(new LineYear(line, year - 1));
                if (amount.exceeds(ledger.available(new LineYear(line, year - 1)))) {
                    throw new Conflict(
                            "budget.carry-over-above-rest",
                            line,
                            year - 1,
                            amount.value(),
                            ledger.available(new LineYear(line, year - 1)).value());
                }
                movement.move(line, year - 1, Account.AVAILABLE, line, year, Account.AVAILABLE, amount);
            }
            case BLOCK -> movement.move(line, year, Account.AVAILABLE, Account.BLOCKED, amount);
            default -> movement.move(line, year, Account.PLAN, Account.AVAILABLE, amount);
        }
        Money lacking = (gives(cause, amount) ? Money.ZERO : amount.absolute()).minus(ledger.available(place));
        if (lacking.positive()) {
            throw new Conflict("budget.below-commitments", line, year, lacking.value());
        }
        ledger.record(movement);
    }

    private static BudgetYear find(List<BudgetYear> years, int year) {
        return years.stream().filter(each -> each.year() == year).findFirst().orElse(BudgetYear.none(year));
    }
}
