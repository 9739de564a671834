package de.quartierwerk.funding.body;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many members of a body may vote in a period (stimmberechtigte Mitglieder).
 *
 * @param number how many
 * @param validFrom first day; null for ever before
 * @param validTo last day; null while it lasts
 */
@Schema(description = "How many members of a body may vote in a period")
public record VotingMembers(
        @Min(1) @Max(1000) @Schema(examples = "17") int number,
        @Schema(examples = "2020-11-01") @Nullable LocalDate validFrom,
        @Schema(examples = "2025-10-31") @Nullable LocalDate validTo) {

    boolean validOn(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }

    boolean meets(VotingMembers other) {
        return Validity.meet(validFrom, validTo, other.validFrom, other.validTo);
    }
}
