package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A closure as sent.
 *
 * @param note remarks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A closure")
public record ClosureRequest(
        @Size(max = 4000) @Schema(examples = "Verwendung geprüft, nichts offen") @Nullable
        String note) {

    /** Cleans the text. */
    public ClosureRequest {
        note = Texts.clean(note);
    }
}
