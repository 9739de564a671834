package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of the money (Verwendungsnachweis): a report and figures.
 *
 * @param report report on the work and its effect
 * @param costs what was spent
 * @param spent sum of the costs
 * @param effects what was achieved
 * @param by name of the account
 * @param at instant of the delivery
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of the money (Verwendungsnachweis)")
public record ProofOfUse(
        @Schema(examples = "Die Stelle war ganzjährig besetzt.")
        String report,

        List<CostItem> costs,
        Money spent,
        List<Effect> effects,
        @Schema(examples = "supplier") String by,
        Instant at) {

    /** Copies the lists. */
    public ProofOfUse {
        costs = Texts.copy(costs);
        effects = Texts.copy(effects);
    }

    /**
     * What was achieved of a goal.
     *
     * @param outcome what was to be achieved
     * @param value value reached
     * @param note remarks
     */
    @Schema(description = "What was achieved of a goal")
    public record Effect(
            @NotBlank @Size(max = 1000) @Schema(examples = "Mehr Familien werden erreicht")
            String outcome,

            @Size(max = 64) @Schema(examples = "76") @Nullable
            String value,

            @Size(max = 2000) @Schema(examples = "Ziel knapp verfehlt") @Nullable
            String note) {}
}
