package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A remark as sent.
 *
 * @param text the remark
 * @param visible whether the applicant sees it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A remark")
public record RemarkRequest(
        @NotBlank @Size(max = 4000) @Schema(examples = "Telefonat mit dem Verband am Vormittag")
        String text,

        @Schema(defaultValue = "false", description = "Whether the applicant sees it")
        boolean visible) {

    /** Cleans the text. */
    public RemarkRequest {
        text = Texts.strip(text);
    }
}
