package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
        @Min(0) @Schema(nullable = true, examples = "12") Integer yes,
        @Min(0) @Schema(nullable = true, examples = "3") Integer no,
        @Min(0) @Schema(nullable = true, examples = "1") Integer abstained,

        @Min(0) @Schema(nullable = true, examples = "1", description = "Excluded for conflict of interest (befangen)")
        Integer excluded) {

    /** More for it than against it; with as many against it, it is lost. */
    public boolean carried() {
        return unanimous ? no == null || no == 0 : yes != null && yes > (no == null ? 0 : no);
    }
}
