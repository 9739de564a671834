package de.quartierwerk.funding.bankdetails;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account in full (Bankverbindung), for orders only.
 *
 * @param holder who holds it
 * @param iban IBAN without spaces
 * @param bic BIC
 */
public record BankAccount(
        @Schema(examples = "Verband A e. V.") String holder,
        @Schema(examples = "DE02120300000000202051") String iban,
        @Schema(examples = "BYLADEM1001") @Nullable String bic) {

    /** An IBAN of which only country and last four signs can be read. */
    public static String masked(String iban) {
        return iban.substring(0, 2) + "*".repeat(iban.length() - 6) + iban.substring(iban.length() - 4);
    }

    /** Never shows the account. */
    @Override
    public String toString() {
        return "BankAccount[" + masked(iban) + "]";
    }
}
