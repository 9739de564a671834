package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reverses changes of budget lines that were mistakes: once, and by two people. */
@ApplicationScoped
class ReversalService {

    private final BudgetAuthorisationRepository authorisations;
    private final BudgetLineRepository lines;
    private final BudgetGroupRepository groups;
    private final BudgetClosingRepository closings;
    private final Ledger ledger;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    ReversalService(
            BudgetAuthorisationRepository authorisations,
            BudgetLineRepository lines,
            BudgetGroupRepository groups,
            BudgetClosingRepository closings,
            Ledger ledger,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.authorisations = authorisations;
        this.lines = lines;
        this.groups = groups;
        this.closings = closings;
        this.ledger = ledger;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    AuthorisationResponse propose(String code, UUID id, ReversalRequest request) {
        BudgetAuthorisation authorisation = reversible(code, id);
        requirePossible(authorisation);
        AuthorisationResponse before = authorisation.response();
        authorisation.reversalReason = request.reason();
        authorisation.reversalProposedBy = caller.name();
        authorisations.flush();
        audit.record("budget-reversal-proposed", "budget-lines/" + code, before, authorisation.response());
        return authorisation.response();
    }

    /** Moves the money back by an entry that names the first. */
    @Transactional
    AuthorisationResponse confirm(String code, UUID id) {
        BudgetAuthorisation authorisation = reversible(code, id);
        if (authorisation.reversalProposedBy == null) {
            throw new NotFound("reversal.not-found", id);
        }
        if (authorisation.reversalProposedBy.equals(caller.name())) {
            throw new Forbidden("duty.separated", MessageText.of("duty.proposal"), MessageText.of("duty.confirmation"));
        }
        lockGroups(authorisation);
        requirePossible(authorisation);
        AuthorisationResponse before = authorisation.response();
        authorisation.reversedBy = caller.name();
        authorisation.reversedAt = clock.instant();
        authorisations.flush();
        audit.record("budget-reversal-confirmed", "budget-lines/" + code, before, authorisation.response());
        ledger.reverse(authorisation.id, authorisation.kind.cause(), authorisation.reversalReason);
        return authorisation.response();
    }

    private BudgetAuthorisation reversible(String code, UUID id) {
        caller.requireEverywhere();
        BudgetAuthorisation authorisation = authorisations.lock(id);
        if (authorisation == null || !authorisation.line.equals(code)) {
            throw new NotFound("authorisation.not-found", id);
        }
        if (authorisation.confirmedBy == null) {
            throw new Conflict("reversal.not-confirmed", id);
        }
        if (authorisation.reversedBy != null) {
            throw new Conflict("reversal.done", id);
        }
        return authorisation;
    }

    private void lockGroups(BudgetAuthorisation authorisation) {
        List<String> all = new ArrayList<>(List.of(group(authorisation.line)));
        if (authorisation.source != null) {
            all.add(group(authorisation.source));
        }
        groups.lock(all);
    }

    private String group(String code) {
        return Objects.requireNonNull(lines.hold(code)).coverGroup;
    }

    /** Refuses with 409 where the year is closed, or where the money is not there any more. */
    private void requirePossible(BudgetAuthorisation authorisation) {
        int year = authorisation.year;
        if (closings.isClosed(year)) {
            throw new Conflict("budget.closed", year);
        }
        if (authorisation.kind == AuthorisationKind.CARRY_OVER && closings.isClosed(year - 1)) {
            throw new Conflict("budget.closed", year - 1);
        }
        Account account = authorisation.kind == AuthorisationKind.BLOCK ? Account.BLOCKED : Account.AVAILABLE;
        Money there = ledger.balances(List.of(new LineYear(authorisation.line, year)), List.of(account))
                .of(authorisation.line, year, account);
        Money amount = Money.of(authorisation.amount);
        if (amount.exceeds(there)) {
            throw new Conflict("budget.exceeded", authorisation.line, year, amount.value(), there.value());
        }
    }
}
