package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.ledger.Account;
import de.quartierwerk.funding.ledger.Ledger;
import de.quartierwerk.funding.ledger.LineYear;
import de.quartierwerk.funding.ledger.Movement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of budget lines whose money is in use: one person proposes, another confirms, then money moves. */
@ApplicationScoped
class AuthorisationService {

    private final BudgetAuthorisationRepository authorisations;
    private final BudgetLineRepository lines;
    private final BudgetGroupRepository groups;
    private final BudgetClosingRepository closings;
    private final Ledger ledger;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    AuthorisationService(
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
    AuthorisationResponse propose(String code, AuthorisationRequest request) {
        caller.requireEverywhere();
        BudgetLine line = require(code);
        List<InputError> errors = check(line, request);
        if (!errors.isEmpty()) {
            throw new Invalid("authorisation.invalid", errors);
        }
        BudgetAuthorisation authorisation = BudgetAuthorisation.of(code, request, caller.name(), clock.instant());
        requirePossible(line, authorisation);
        authorisations.persistAndFlush(authorisation);
        AuthorisationResponse response = authorisation.response();
        audit.record("budget-authorisation-proposed", "budget-lines/" + code, null, response);
        return response;
    }

    /** Moves the money; what was possible when it was proposed must be so still. */
    @Transactional
    AuthorisationResponse confirm(String code, UUID id) {
        caller.requireEverywhere();
        BudgetAuthorisation authorisation = authorisations.lock(id);
        if (authorisation == null || !authorisation.line.equals(code)) {
            throw new NotFound("authorisation.not-found", id);
        }
        if (authorisation.confirmedBy != null) {
            throw new Conflict("authorisation.confirmed", id);
        }
        if (authorisation.proposedBy.equals(caller.name())) {
            throw new Forbidden("duty.separated", MessageText.of("duty.proposal"), MessageText.of("duty.confirmation"));
        }
        BudgetLine line = require(code);
        lockGroups(line, authorisation.source);
        checkYear(line, authorisation.year).ifPresent(error -> {
            throw new Invalid("authorisation.invalid", List.of(error));
        });
        requirePossible(line, authorisation);
        AuthorisationResponse before = authorisation.response();
        authorisation.confirmedBy = caller.name();
        authorisation.confirmedAt = clock.instant();
        authorisations.flush();
        AuthorisationResponse after = authorisation.response();
        audit.record("budget-authorisation-confirmed", "budget-lines/" + code, before, after);
        ledger.record(movement(authorisation));
        return after;
    }

    @Transactional
    List<AuthorisationResponse> list(String code) {
        caller.requireEverywhere();
        require(code);
        return authorisations.ofLine(code).stream()
                .map(BudgetAuthorisation::response)
                .toList();
    }

    private void lockGroups(BudgetLine line, @Nullable String source) {
        List<String> all = new ArrayList<>(List.of(line.coverGroup));
        if (source != null) {
            all.add(require(source).coverGroup);
        }
        groups.lock(all);
    }

    private List<InputError> check(BudgetLine line, AuthorisationRequest request) {
        List<InputError> errors = new ArrayList<>();
        if (!request.amount().positive()) {
            errors.add(InputError.at(
                    "/amount", "amount.not-positive", request.amount().amount()));
        }
        if (request.decidedOn().isAfter(LocalDate.now(clock))) {
            errors.add(InputError.at(
                    "/decidedOn", "date.in-future", request.decidedOn().toString(), request.decidedOn()));
        }
        String from = request.from();
        if ((request.kind() == AuthorisationKind.TRANSFER) != (from != null)) {
            errors.add(InputError.at("/from", "authorisation.from", from));
        } else if (from != null
                && (from.equals(line.code) || lines.findByIdOptional(from).isEmpty())) {
            errors.add(InputError.at("/from", "budget-line.unknown", from, from));
        }
        checkYear(line, request.year()).ifPresent(errors::add);
        return errors;
    }

    private static Optional<InputError> checkYear(BudgetLine line, int year) {
        return line.row().year(year).isPresent()
                ? Optional.empty()
                : Optional.of(InputError.at("/year", "authorisation.no-year", Integer.toString(year), year));
    }

    /** Refuses with 409 what the plan, the year or the money there do not allow. */
    private void requirePossible(BudgetLine line, BudgetAuthorisation authorisation) {
        int year = authorisation.year;
        if (closings.isClosed(year)) {
            throw new Conflict("budget.closed", year);
        }
        Money planned = line.row().year(year).map(BudgetYear::planned).orElse(Money.ZERO);
        if (authorisation.kind == AuthorisationKind.ABOVE_PLAN && !planned.positive()) {
            throw new Conflict("budget.nothing-planned", year);
        }
        if (authorisation.kind == AuthorisationKind.OUTSIDE_PLAN && planned.positive()) {
            throw new Conflict("budget.planned", year);
        }
        Money amount = Money.of(authorisation.amount);
        LineYear giver = switch (authorisation.kind) {
            case SUPPLEMENTARY, ABOVE_PLAN, OUTSIDE_PLAN -> null;
            case CARRY_OVER -> new LineYear(line.code, year - 1);
            case TRANSFER -> new LineYear(Objects.requireNonNull(authorisation.source), year);
            case BLOCK, UNBLOCK -> new LineYear(line.code, year);
        };
        if (giver == null) {
            return;
        }
        Account account = authorisation.kind == AuthorisationKind.UNBLOCK ? Account.BLOCKED : Account.AVAILABLE;
        Money there = ledger.balances(List.of(giver), List.of(account)).of(giver.line(), giver.year(), account);
        if (amount.exceeds(there)) {
            throw new Conflict(
                    authorisation.kind == AuthorisationKind.CARRY_OVER
                            ? "budget.carry-over-above-rest"
                            : "budget.exceeded",
                    giver.line(),
                    giver.year(),
                    amount.value(),
                    there.value());
        }
    }

    private static Movement movement(BudgetAuthorisation each) {
        Movement movement = Movement.of(each.kind.cause())
                .reference(each.id)
                .paper(each.paperNumber)
                .reason(each.reason);
        Money amount = Money.of(each.amount);
        String line = each.line;
        int year = each.year;
        return switch (each.kind) {
            case SUPPLEMENTARY, ABOVE_PLAN, OUTSIDE_PLAN ->
                movement.move(line, year, Account.PLAN, Account.AVAILABLE, amount);
            case CARRY_OVER -> movement.move(line, year - 1, Account.AVAILABLE, line, year, Account.AVAILABLE, amount);
            case TRANSFER ->
                movement.move(
                        Objects.requireNonNull(each.source),
                        year,
                        Account.AVAILABLE,
                        line,
                        year,
                        Account.AVAILABLE,
                        amount);
            case BLOCK -> movement.move(line, year, Account.AVAILABLE, Account.BLOCKED, amount);
            case UNBLOCK -> movement.move(line, year, Account.BLOCKED, Account.AVAILABLE, amount);
        };
    }

    private BudgetLine require(String code) {
        BudgetLine line = lines.hold(code);
        if (line == null) {
            throw new NotFound("budget-line.not-found", code);
        }
        return line;
    }
}
