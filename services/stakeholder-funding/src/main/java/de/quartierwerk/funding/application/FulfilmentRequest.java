package de.quartierwerk.funding.application;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a condition is met, as sent.
 *
 * @param metOn day since when it is
 * @param note by what it was seen
 */
@Schema(description = "That a condition is met")
public record FulfilmentRequest(
        @NotNull @Schema(examples = "2024-07-15") LocalDate metOn,

        @Size(max = 2000) @Schema(examples = "Arbeitsvertrag lag vor") @Nullable
        String note) {

    /** Cleans the text. */
    public FulfilmentRequest {
        note = Texts.clean(note);
    }
}
