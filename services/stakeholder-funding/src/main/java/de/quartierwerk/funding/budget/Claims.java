package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Balances;
import de.quartierwerk.funding.ledger.Cause;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.ledger.Movement;
import de.quartierwerk.funding.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

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
            rest = take(movement, balances, account, rest, place -> Account.CLAIMED);
        }
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

    /** Takes in money that was paid back; within its own year it is free again, later it is income. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void repay(UUID application, UUID repayment, Money amount, LocalDate paidOn) {
        Movement movement =
                Movement.of(Cause.REPAYMENT).application(application).reference(repayment);
        take(
                movement,
                ledger.ofApplication(application),
                Account.CLAIMED,
                amount,
                place -> place.year() == paidOn.getYear() && !closings.isClosed(place.year())
                        ? Account.AVAILABLE
                        : Account.RETURNED);
        ledger.record(movement, paidOn);
    }

    /** Writes off what is not claimed any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void writeOff(UUID application, UUID waiver, Money amount, String reason) {
        Movement movement = Movement.of(Cause.CLAIM_WAIVER)
                .application(application)
                .reference(waiver)
                .reason(reason);
        take(movement, ledger.ofApplication(application), Account.CLAIMED, amount, place -> Account.EXPIRED);
        ledger.record(movement);
    }

    private static Money take(
            Movement movement, Balances balances, Account from, Money amount, Function<LineYear, Account> to) {
        Money[] rest = {amount};
        balances.each(from, (place, there) -> {
            Money part = there.atMost(rest[0]);
            movement.move(place.line(), place.year(), from, to.apply(place), part);
            rest[0] = rest[0].minus(part);
        });
        return rest[0];
    }
}
