package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.application.Returned.Item;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A return as sent.
 *
 * @param items what is lacking
 * @param deadline until when to hand it in again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What is lacking, and until when")
public record ReturnRequest(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items,
        @NotNull @Schema(examples = "2027-01-31") LocalDate deadline) {

    /** Copies the list. */
    public ReturnRequest {
        items = Texts.copy(items);
    }
}
