package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change of a line's year as sent (Bewilligung).
 *
 * @param year budget year
 * @param kind how it changes the year
 * @param amount by how much
 * @param from line that gives the money, for a transfer
 * @param paperNumber number of the council paper
 * @param body code of the body that decided
 * @param decidedOn day of the decision
 * @param reason why
 */
@Schema(description = "A change of a line's year")
public record AuthorisationRequest(
        @Min(1990) @Max(2100) @Schema(examples = "2024") int year,
        @NotNull @Schema(examples = "above-plan") AuthorisationKind kind,
        @NotNull @Valid Money amount,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(description = "The line that gives the money, for a transfer", examples = "jugend")
        @Nullable
        String from,

        @NotBlank @Size(max = 64) @Schema(examples = "2024/0123")
        String paperNumber,

        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "council")
        String body,

        @NotNull @Schema(examples = "2024-06-17") LocalDate decidedOn,

        @NotBlank @Size(max = 1000) @Schema(examples = "Mehrbedarf nach dem Sozialbericht")
        String reason) {

    /** Cleans the texts. */
    public AuthorisationRequest {
        paperNumber = Texts.strip(paperNumber);
        reason = Texts.strip(reason);
    }
}
