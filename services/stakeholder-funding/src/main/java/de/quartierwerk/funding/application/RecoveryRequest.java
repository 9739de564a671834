package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A recovery as sent.
 *
 * @param amount amount claimed back
 * @param interest terms of the interest; none without
 * @param heardOn day on which the party was heard
 * @param statement what the party said
 * @param decidedOn day of the notice
 * @param reason why
 * @param legalBasis legal basis
 */
@Schema(description = "A claim of money back")
public record RecoveryRequest(
        @NotNull @Valid Money amount,
        @Valid Recovery.@Nullable InterestTerms interest,

        @Schema(examples = "2025-05-02", description = "Needed where no hearing was recorded") @Nullable
        LocalDate heardOn,

        @Size(max = 4000) @Schema(examples = "Die Minderausgaben werden bestätigt.") @Nullable
        String statement,

        @NotNull @Schema(examples = "2025-05-20") LocalDate decidedOn,

        @NotBlank @Size(max = 2000) @Schema(examples = "Nicht verbrauchte Mittel")
        String reason,

        @NotBlank @Size(max = 500) @Schema(examples = "§ 49a VwVfG")
        String legalBasis) {

    /** Cleans the texts. */
    public RecoveryRequest {
        statement = Texts.clean(statement);
        reason = Texts.strip(reason);
        legalBasis = Texts.strip(legalBasis);
    }
}
