package de.quartierwerk.funding.application;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A hearing as sent; sent again with the statement when that has come.
 *
 * @param sentOn day of the letter
 * @param until last day for a statement
 * @param statementOn day on which the statement came
 * @param statement what the party said
 */
@Schema(description = "A hearing; sent again with the statement when that has come")
public record HearingRequest(
        @NotNull @Schema(examples = "2025-05-02") LocalDate sentOn,
        @NotNull @Schema(examples = "2025-05-16") LocalDate until,
        @Schema(examples = "2025-05-10") @Nullable LocalDate statementOn,

        @Size(max = 4000) @Schema(examples = "Die Minderausgaben werden bestätigt.") @Nullable
        String statement) {

    /** Cleans the text. */
    public HearingRequest {
        statement = Texts.clean(statement);
    }
}
