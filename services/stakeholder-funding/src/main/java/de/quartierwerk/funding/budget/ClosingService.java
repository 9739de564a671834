package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.ledger.Movement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Ends budget years: what is free or blocked then expires; what is committed can still be ordered. */
@ApplicationScoped
class ClosingService {

    private static final List<Account> EXPIRING = List.of(Account.AVAILABLE, Account.BLOCKED);

    private final BudgetClosingRepository closings;
    private final BudgetLineRepository lines;
    private final BudgetGroupRepository groups;
    private final Ledger ledger;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    ClosingService(
            BudgetClosingRepository closings,
            BudgetLineRepository lines,
            BudgetGroupRepository groups,
            Ledger ledger,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.closings = closings;
        this.lines = lines;
        this.groups = groups;
        this.ledger = ledger;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Closes a year that is over, in one entry for all lines. */
    @Transactional
    ClosingResponse close(int year, String paperNumber) {
        caller.requireEverywhere();
        if (year >= LocalDate.now(clock).getYear()) {
            throw new Conflict("budget.not-over", year);
        }
        if (closings.isClosed(year)) {
            throw new Conflict("budget.closed", year);
        }
        List<BudgetLine> all = lines.listAll();
        groups.lock(all.stream().map(line -> line.coverGroup).toList());
        BudgetClosing closing = new BudgetClosing();
        closing.year = year;
        closing.paperNumber = paperNumber;
        closing.closedBy = caller.name();
        closing.closedAt = clock.instant();
        closings.persistAndFlush(closing);
        List<LineYear> places = all.stream()
                .filter(line -> line.row().year(year).isPresent())
                .map(line -> new LineYear(line.code, year))
                .toList();
        Balances balances = ledger.balances(places, EXPIRING);
        Movement movement = Movement.of(Cause.YEAR_END).reference(year).paper(paperNumber);
        for (Account account : EXPIRING) {
            balances.each(
                    account, (place, amount) -> movement.move(place.line(), year, account, Account.EXPIRED, amount));
        }
        Money expired = balances.total(Account.AVAILABLE).plus(balances.total(Account.BLOCKED));
        ClosingResponse response = new ClosingResponse(year, paperNumber, expired, closing.closedBy, closing.closedAt);
        audit.record("budget-year-closed", "budget-years/" + year, null, response);
        ledger.record(movement);
        return response;
    }
}
