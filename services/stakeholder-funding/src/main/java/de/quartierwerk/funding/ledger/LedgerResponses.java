package de.quartierwerk.funding.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the journal's addresses answer beside entries. */
final class LedgerResponses {

    private LedgerResponses() {}

    /**
     * What lies on an account.
     *
     * @param line code of the budget line
     * @param year budget year
     * @param account account
     * @param balance balance
     */
    @Schema(name = "LedgerBalance", description = "What lies on an account of a line's year")
    record Balance(
            @Schema(examples = "wohlfahrt") String line,
            @Schema(examples = "2024") int year,
            Account account,
            Money balance) {}

    /** Balances of a line, year by year. */
    @Schema(name = "LedgerBalances")
    record LineBalances(List<Balance> items) {}

    /**
     * Sum of an account over all lines and years.
     *
     * @param account account
     * @param balance sum of its postings
     */
    @Schema(name = "LedgerAccountTotal")
    record AccountTotal(Account account, Money balance) {}

    /**
     * Sums of all accounts (Summenprobe).
     *
     * @param accounts accounts that were posted to
     * @param total sum over all accounts, always zero
     */
    @Schema(name = "TrialBalance", description = "Sums of all accounts; their total is zero")
    record TrialBalance(List<AccountTotal> accounts, Money total) {}

    /**
     * Whether the chain of hashes holds. Who notes the head can later tell that nothing before it was changed.
     *
     * @param entries number of entries
     * @param postings number of postings
     * @param head hash of the last posting; null where there is none
     * @param ok whether every posting is as it was written
     * @param fault the first posting that is not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LedgerVerification", description = "Whether the journal is as it was written")
    record Verification(
            @Schema(examples = "812") long entries,
            @Schema(examples = "1730") long postings,

            @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08") @Nullable
            String head,

            boolean ok,
            @Nullable Fault fault) {}

    /**
     * A posting that is not as it was written.
     *
     * @param entry number of the entry
     * @param posting number of the posting
     */
    @Schema(name = "LedgerFault")
    record Fault(
            @Schema(examples = "17") long entry,
            @Schema(examples = "35") long posting) {}
}
