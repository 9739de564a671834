package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.funding.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
     * @param value value reached, or null
     * @param note remarks, or null
     */
    @Schema(description = "What was achieved of a goal")
    public record Effect(
            @NotBlank @Size(max = 1000) @Schema(examples = "Mehr Familien werden erreicht")
            String outcome,

            @Size(max = 64) @Schema(nullable = true, examples = "76")
            String value,

            @Size(max = 2000) @Schema(nullable = true, examples = "Ziel knapp verfehlt")
            String note) {}

    /**
     * A proof of use as sent.
     *
     * @param report report on the work and its effect
     * @param costs what was spent
     * @param effects what was achieved
     */
    @Schema(name = "ProofOfUseEntry", description = "A proof of use: report and figures")
    public record Entry(
            @NotBlank @Size(max = 20000) @Schema(examples = "Die Stelle war ganzjährig besetzt.")
            String report,

            @NotEmpty List<@NotNull @Valid CostItem> costs,
            List<@NotNull @Valid Effect> effects) {

        /** Cleans the text and copies the lists. */
        public Entry {
            report = Texts.clean(report);
            costs = Texts.copy(costs);
            effects = Texts.copy(effects);
        }
    }
}
