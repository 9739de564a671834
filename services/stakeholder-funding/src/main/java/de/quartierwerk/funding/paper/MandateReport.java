package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far a mandate is, as reported back to the body.
 *
 * @param state open, done or dropped
 * @param report what was done, or why it was not
 */
@Schema(description = "How far a mandate is, as reported back")
public record MandateReport(
        @NotNull @Schema(examples = "done") MandateState state,

        @NotBlank @Size(max = 4000) @Schema(examples = "Vereinbarung am 01.07.2021 geschlossen")
        String report) {

    /** Cleans the text. */
    public MandateReport {
        report = Texts.strip(report);
    }
}
