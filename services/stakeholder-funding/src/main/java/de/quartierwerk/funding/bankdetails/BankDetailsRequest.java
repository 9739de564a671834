package de.quartierwerk.funding.bankdetails;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as sent.
 *
 * @param holder who holds it
 * @param iban IBAN, with spaces or without
 * @param bic BIC; not needed within the SEPA
 */
@Schema(name = "BankDetailsRequest", description = "An account; it counts when another person has confirmed it")
public record BankDetailsRequest(
        @NotBlank @Size(max = 70) @Schema(examples = "Verband A e. V.")
        String holder,

        @NotNull @Schema(examples = "DE02 1203 0000 0000 2020 51")
        String iban,

        @Schema(examples = "BYLADEM1001") @Nullable String bic) {

    /** Cleans the texts. */
    public BankDetailsRequest {
        holder = Texts.strip(holder);
        iban = iban == null ? iban : iban.replace(" ", "").toUpperCase(Locale.ROOT);
        bic = Texts.clean(bic);
    }

    /** Never shows the account. */
    @Override
    public String toString() {
        return "BankDetailsRequest[" + Integer.toHexString(hashCode()) + "]";
    }
}
