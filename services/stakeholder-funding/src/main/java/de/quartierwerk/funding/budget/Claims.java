package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.ledger.Movement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.problem.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Money that is claimed back (Rückforderungen). Every call runs in the transaction of the step. */
@ApplicationScoped
public class Claims {

    private final BudgetClosingRepository closings;
    private final Ledger ledger;

    Claims(BudgetClosingRepository closings, Ledger ledger) {
        this.closings = closings;
        this.ledger = ledger;
    }

    /** Claims paid money back; what the treasury has not confirmed counts as paid too. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void claim(UUID application, Money amount, String reason) {
        Movement movement = Movement.of(Cause.CLAIM).application(application).reason(reason);
        Balances balances = ledger.ofApplication(application);
        Money rest = amount;
        for (Account account : List.of(Account.PAID, Account.ORDERED)) {
            rest = take(movement, balances, account, rest, Account.CLAIMED);
        }
        requireGiven(application, rest);
        ledger.record(movement);
    }

    /** Adds interest to a claim, in the books of the first line and year that is claimed from. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void charge(UUID application, Money interest) {
        LineYear[] first = new LineYear[1];
        ledger.ofApplication(application).each(Account.CLAIMED, (place, there) -> {
            first[0] = first[0] == null ? place : first[0];
        });
        if (first[0] != null && interest.positive()) {
            ledger.record(Movement.of(Cause.INTEREST)
                    .application(application)
                    .move(first[0].line(), first[0].year(), Account.INTEREST, Account.CLAIMED, interest));
        }
    }

    /**
     * Takes in money that was paid back. What was paid out is free again within its own year, later it is income;
     * interest is always income.
     *
     * @param principal what of it pays the claim; the rest is interest
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void repay(UUID application, UUID repayment, Money amount, Money principal, LocalDate paidOn) {
        Movement movement =
                Movement.of(Cause.REPAYMENT).application(application).reference(repayment);
        Balances balances = ledger.ofApplication(application);
        Balances left = new Balances();
        Money[] claim = {principal};
        balances.each(Account.CLAIMED, (place, there) -> {
            Money part = withoutInterest(place, there, balances).atMost(claim[0]);
            boolean free = place.year() == paidOn.getYear() && !closings.isClosed(place.year());
            movement.move(
                    place.line(), place.year(), Account.CLAIMED, free ? Account.AVAILABLE : Account.RETURNED, part);
            claim[0] = claim[0].minus(part);
            left.put(place.line(), place.year(), Account.CLAIMED, there.minus(part));
        });
        Money interest = amount.minus(principal).plus(claim[0]);
        requireGiven(application, take(movement, left, Account.CLAIMED, interest, Account.RETURNED));
        ledger.record(movement, paidOn);
    }

    /** What of a claim was paid out; interest lies below zero on its own account, and is paid last. */
    private static Money withoutInterest(LineYear place, Money claimed, Balances balances) {
        Money without = claimed.plus(balances.of(place.line(), place.year(), Account.INTEREST));
        return without.positive() ? without : Money.ZERO;
    }

    /** Writes off what is not claimed any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeOff(UUID application, UUID waiver, Money amount, String reason) {
        Movement movement = Movement.of(Cause.CLAIM_WAIVER)
                .application(application)
                .reference(waiver)
                .reason(reason);
        Balances balances = ledger.ofApplication(application);
        requireGiven(application, take(movement, balances, Account.CLAIMED, amount, Account.EXPIRED));
        ledger.record(movement);
    }

    /** Refuses with 409 what the books cannot give. */
    private static void requireGiven(UUID application, Money rest) {
        if (rest.positive()) {
            throw new Conflict("claim.not-in-books", application, rest.value());
        }
    }

    private static Money take(Movement movement, Balances balances, Account from, Money amount, Account to) {
        Money[] rest = {amount};
        balances.each(from, (place, there) -> {
            Money part = there.atMost(rest[0]);
            movement.move(place.line(), place.year(), from, to, part);
            rest[0] = rest[0].minus(part);
        });
        return rest[0];
    }
}
