package de.quartierwerk.funding.application;

import de.quartierwerk.funding.criteria.Judgement;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as sent.
 *
 * @param recommendation what the office recommends
 * @param proposedAmount amount it proposes
 * @param note its reasons
 * @param earlyStartAllowed whether the project may begin before the grant (vorzeitiger Maßnahmebeginn)
 * @param judgements what it found about the criteria that only people can judge
 * @param assessedOn day of the check, if it is told
 */
@Schema(description = "An assessment")
public record AssessmentRequest(
        @NotNull @Schema(examples = "grant") Assessment.Recommendation recommendation,
        @Valid @Nullable Money proposedAmount,

        @Size(max = 4000) @Schema(examples = "Der Bedarf ist belegt.") @Nullable
        String note,

        @Schema(defaultValue = "false", description = "Whether the project may begin before the grant")
        boolean earlyStartAllowed,

        @Schema(defaultValue = "[]", description = "One for each criterion of the kind judged")
        List<@NotNull @Valid Judgement> judgements,

        @Schema(examples = "2026-11-20", description = "Day of the check; not told if absent") @Nullable
        LocalDate assessedOn) {

    /** Cleans the text and copies the list. */
    public AssessmentRequest {
        note = Texts.clean(note);
        judgements = Texts.copy(judgements);
    }
}
