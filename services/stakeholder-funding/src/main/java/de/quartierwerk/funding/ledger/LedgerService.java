package de.quartierwerk.funding.ledger;

import de.quartierwerk.funding.ledger.LedgerResponses.AccountTotal;
import de.quartierwerk.funding.ledger.LedgerResponses.Balance;
import de.quartierwerk.funding.ledger.LedgerResponses.LineBalances;
import de.quartierwerk.funding.ledger.LedgerResponses.TrialBalance;
import de.quartierwerk.funding.ledger.LedgerResponses.Verification;
import de.quartierwerk.funding.ledger.LedgerStatements.Filter;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the journal for those who answer for the whole installation. */
@ApplicationScoped
class LedgerService {

    private final LedgerStatements statements;
    private final Caller caller;

    LedgerService(LedgerStatements statements, Caller caller) {
        this.statements = statements;
        this.caller = caller;
    }

    @Transactional
    List<LedgerEntry> entries(Filter filter, long after, int limit) {
        caller.requireEverywhere();
        if (filter.line() != null) {
            requireLine(filter.line());
        }
        return statements.entries(filter, after, limit);
    }

    @Transactional
    LineBalances balances(String line, @Nullable Integer year, Instant recordedAt) {
        caller.requireEverywhere();
        requireLine(line);
        List<Integer> years = year == null ? statements.years(line) : List.of(year);
        Balances balances = statements.balances(
                years.stream().map(each -> new LineYear(line, each)).toList(),
                List.of(Account.values()),
                statements.postingAt(recordedAt));
        return new LineBalances(years.stream()
                .flatMap(each -> Arrays.stream(Account.values())
                        .map(account -> new Balance(line, each, account, balances.of(line, each, account))))
                .toList());
    }

    @Transactional
    TrialBalance trialBalance(Instant recordedAt) {
        caller.requireEverywhere();
        Map<Account, Money> totals = statements.totals(recordedAt);
        return new TrialBalance(
                Arrays.stream(Account.values())
                        .filter(totals::containsKey)
                        .map(account -> new AccountTotal(account, totals.getOrDefault(account, Money.ZERO)))
                        .toList(),
                Money.sum(totals.values()));
    }

    @Transactional
    Verification verify() {
        caller.requireEverywhere();
        return statements.verify();
    }

    private void requireLine(String code) {
        if (!statements.isLine(code)) {
            throw new NotFound("budget-line.unknown", code);
        }
    }
}
