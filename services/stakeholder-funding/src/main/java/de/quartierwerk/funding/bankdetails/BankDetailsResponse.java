package de.quartierwerk.funding.bankdetails;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An actor's account as the API answers it: masked.
 *
 * @param confirmed the account that counts
 * @param proposed an account that waits for a second person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BankDetails", description = "An actor's account, masked")
public record BankDetailsResponse(
        @Nullable Masked confirmed, @Nullable Masked proposed) {

    /**
     * An account of which only country and last four signs can be read.
     *
     * @param holder who holds it
     * @param iban masked IBAN
     * @param changedBy who wrote it
     * @param changedAt when
     * @param confirmedBy who confirmed it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MaskedAccount")
    public record Masked(
            @Schema(examples = "Verband A e. V.") String holder,
            @Schema(examples = "DE****************2051") String iban,
            @Schema(examples = "supplier") String changedBy,
            Instant changedAt,
            @Schema(examples = "funding-officer") @Nullable String confirmedBy) {}
}
