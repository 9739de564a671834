package de.quartierwerk.funding.ledger;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal, for the features that move money. */
@ApplicationScoped
public class Ledger {

    private final LedgerStatements statements;
    private final Caller caller;
    private final Clock clock;

    Ledger(LedgerStatements statements, Caller caller, Clock clock) {
        this.statements = statements;
        this.caller = caller;
        this.clock = clock;
    }

    /** Writes an entry of today in the present transaction; nothing where nothing moves. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Movement movement) {
        record(movement, LocalDate.now(clock));
    }

    /** Writes an entry that counts for a day. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Movement movement, LocalDate day) {
        if (!movement.isEmpty()) {
            statements.insert(movement, day, caller.name());
        }
    }

    /** Undoes the entry of this cause and reference; an entry is undone once, and no reversal is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void reverse(Object reference, Cause cause, @Nullable String reason) {
        record(reversal(reference, cause, reason));
    }

    /** What undoes the entry of this cause and reference, to be recorded. */
    public Movement reversal(Object reference, Cause cause, @Nullable String reason) {
        long number = statements
                .entryOf(reference.toString(), cause)
                .orElseThrow(() -> new NotFound("ledger.entry-not-found", reference));
        if (statements.isReversed(number)) {
            throw new Conflict("ledger.reversed", number);
        }
        return Movement.undo(statements.entry(number).orElseThrow()).reason(reason);
    }

    /** What lies on these accounts of the lines' years now. */
    public Balances balances(Collection<LineYear> places, Collection<Account> accounts) {
        return statements.balances(places, accounts, null);
    }

    /** What is free of a line's year. */
    public Money available(LineYear place) {
        return balances(List.of(place), List.of(Account.AVAILABLE)).of(place.line(), place.year(), Account.AVAILABLE);
    }

    /** How an application's money lies on the accounts. */
    public Balances ofApplication(UUID application) {
        return statements.ofApplication(application);
    }

    /** Whether anything but its own plan has been posted to a line's year. */
    public boolean isUsed(LineYear place) {
        return statements.isUsed(place);
    }
}
