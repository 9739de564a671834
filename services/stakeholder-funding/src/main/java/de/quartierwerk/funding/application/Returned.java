package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application was given back to be completed (Rückgabe zur Vervollständigung).
 *
 * @param items what is lacking
 * @param deadline until when to hand it in again
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The application was given back to be completed")
public record Returned(
        List<Item> items,
        LocalDate deadline,
        @Schema(examples = "funding-officer") String by,
        Instant at) {

    /** Copies the list. */
    public Returned {
        items = Texts.copy(items);
    }

    /**
     * Something that is lacking or wrong.
     *
     * @param pointer JSON pointer of the place in the application
     * @param reason what is lacking or wrong there
     */
    @Schema(name = "ReturnItem", description = "Something that is lacking or wrong")
    public record Item(
            @NotNull @Pattern(regexp = "(/[^/]{1,64}){1,8}") @Schema(examples = "/costs")
            String pointer,

            @NotBlank @Size(max = 2000) @Schema(examples = "Der Kostenplan fehlt.")
            String reason) {}
}
