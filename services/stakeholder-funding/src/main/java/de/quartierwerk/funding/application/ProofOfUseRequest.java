package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.application.ProofOfUse.Effect;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A proof of use as sent.
 *
 * @param report report on the work and its effect
 * @param costs what was spent
 * @param effects what was achieved
 * @param kind interim or final
 * @param early whether a final proof comes before the end of the period
 * @param reason why it comes early
 * @param ownShare own share as it came
 * @param otherGrants other grants as they came
 * @param income income of the project
 */
@Schema(description = "A proof of use: report and figures")
public record ProofOfUseRequest(
        @NotBlank @Size(max = 20000) @Schema(examples = "Die Stelle war ganzjährig besetzt.")
        String report,

        @NotEmpty List<@NotNull @Valid CostItem> costs,
        @Schema(defaultValue = "[]") List<@NotNull @Valid Effect> effects,

        @Schema(description = "Interim or final; final where it is left out", examples = "final")
        ProofOfUse.@Nullable Kind kind,

        @Schema(description = "A final proof before the end of the period", defaultValue = "false")
        boolean early,

        @Size(max = 2000)
        @Schema(description = "Why it comes early", examples = "Das Vorhaben endete vorzeitig")
        @Nullable
        String reason,

        @Valid @Schema(description = "Own share as it came; as planned where it is left out") @Nullable
        Money ownShare,

        @Valid @Schema(description = "Other grants as they came; as planned where it is left out") @Nullable
        Money otherGrants,

        @Valid @Schema(description = "Income of the project") @Nullable
        Money income) {

    /** Cleans the text and copies the lists. */
    public ProofOfUseRequest {
        report = Texts.strip(report);
        costs = Texts.copy(costs);
        effects = Texts.copy(effects);
        reason = Texts.clean(reason);
    }
}
