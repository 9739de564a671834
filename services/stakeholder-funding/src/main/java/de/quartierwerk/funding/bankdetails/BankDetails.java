package de.quartierwerk.funding.bankdetails;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account of an actor (Bankverbindung), one row for each change. */
@Entity
class BankDetails {

    @Id
    UUID id;

    String stakeholder;
    String holder;
    String iban;

    @Nullable
    String bic;

    String changedBy;
    Instant changedAt;

    @Nullable
    String confirmedBy;

    @Nullable
    Instant confirmedAt;

    BankAccount account() {
        return new BankAccount(holder, iban, bic);
    }

    BankDetailsResponse.Masked masked() {
        return new BankDetailsResponse.Masked(holder, BankAccount.masked(iban), changedBy, changedAt, confirmedBy);
    }
}
