package de.quartierwerk.funding.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal (Buchung) as it was written.
 *
 * @param entry number of the entry
 * @param recordedAt instant of the entry
 * @param bookedOn day that it counts for
 * @param cause why money moved
 * @param application application whose money it is
 * @param reference id of the payment, authorisation or repayment
 * @param reverses entry that this one undoes
 * @param paperNumber number of the council paper
 * @param reason why, in words
 * @param by name of the account
 * @param postings its rows, zero in sum
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An entry of the journal")
public record LedgerEntry(
        @Schema(examples = "17") long entry,
        Instant recordedAt,
        LocalDate bookedOn,
        @Schema(examples = "decision") Cause cause,
        @Nullable UUID application,

        @Schema(examples = "4b1c4f0e-4a9f-4b5e-9a57-0d8a2d0c7d11") @Nullable
        String reference,

        @Schema(examples = "12") @Nullable Long reverses,
        @Schema(examples = "2024/0123") @Nullable String paperNumber,
        @Schema(examples = "Zahlendreher") @Nullable String reason,
        @Schema(examples = "clerk") String by,
        List<Posting> postings) {

    /** Copies the list. */
    public LedgerEntry {
        postings = List.copyOf(postings);
    }

    LedgerEntry with(List<Posting> all) {
        return new LedgerEntry(
                entry, recordedAt, bookedOn, cause, application, reference, reverses, paperNumber, reason, by, all);
    }

    /**
     * A row of an entry.
     *
     * @param posting number of the row
     * @param line code of the budget line
     * @param year budget year
     * @param account account
     * @param amount what came in; below zero what went out
     * @param balance balance of the account after it
     */
    @Schema(name = "LedgerPosting", description = "A row of an entry")
    public record Posting(
            @Schema(examples = "35") long posting,
            @Schema(examples = "wohlfahrt") String line,
            @Schema(examples = "2024") int year,
            @Schema(examples = "committed") Account account,
            Money amount,
            Money balance) {}
}
