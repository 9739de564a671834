package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a body voted: unanimously, or by numbers.
 *
 * @param unanimous whether nobody was against it
 * @param yes votes for it
 * @param no votes against it
 * @param abstained abstentions
 * @param excluded members who did not take part because of a conflict of interest (befangen)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "How a body voted: unanimously, or by numbers")
public record Votes(
        @Schema(examples = "false") boolean unanimous,
        @Min(0) @Schema(examples = "12") @Nullable Integer yes,
        @Min(0) @Schema(examples = "3") @Nullable Integer no,
        @Min(0) @Schema(examples = "1") @Nullable Integer abstained,

        @Min(0) @Schema(examples = "1", description = "Excluded for conflict of interest (befangen)") @Nullable
        Integer excluded) {

    /** More for it than against it; with as many against it, it is lost. */
    public boolean carried() {
        return unanimous ? no == null || no == 0 : yes != null && yes > (no == null ? 0 : no);
    }
}
