package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.application.ProofOfUse.Effect;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A proof of use as sent.
 *
 * @param report report on the work and its effect
 * @param costs what was spent
 * @param effects what was achieved
 */
@Schema(description = "A proof of use: report and figures")
public record ProofOfUseRequest(
        @NotBlank @Size(max = 20000) @Schema(examples = "Die Stelle war ganzjährig besetzt.")
        String report,

        @NotEmpty List<@NotNull @Valid CostItem> costs,
        @Schema(defaultValue = "[]") List<@NotNull @Valid Effect> effects) {

    /** Cleans the text and copies the lists. */
    public ProofOfUseRequest {
        report = Texts.strip(report);
        costs = Texts.copy(costs);
        effects = Texts.copy(effects);
    }
}
