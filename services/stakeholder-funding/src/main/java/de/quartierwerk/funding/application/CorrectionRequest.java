package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A correction as sent; what is absent stays as it is.
 *
 * @param record what is corrected
 * @param index which of the consultations, from 0
 * @param paperNumber number of the paper
 * @param date day of the meeting
 * @param votes how the body voted
 * @param note remarks
 * @param legalBasis legal basis of a decision
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A correction of a record; what is absent stays as it is")
public record CorrectionRequest(
        @NotNull Correction.Kind record,

        @Min(0) @Schema(examples = "0", description = "Which of the consultations, from 0") @Nullable
        Integer index,

        @Size(max = 64) @Schema(examples = "2026/0123") @Nullable
        String paperNumber,

        @Schema(examples = "2026-06-17") @Nullable LocalDate date,
        @Valid @Nullable Votes votes,

        @Size(max = 4000) @Schema(examples = "Ohne Aussprache") @Nullable
        String note,

        @Size(max = 500) @Schema(examples = "§ 10 Hauptsatzung") @Nullable
        String legalBasis,

        @NotBlank @Size(max = 2000) @Schema(examples = "Zahlendreher in der Niederschrift")
        String reason) {

    /** Cleans the texts. */
    public CorrectionRequest {
        paperNumber = Texts.clean(paperNumber);
        note = Texts.clean(note);
        legalBasis = Texts.clean(legalBasis);
        reason = Texts.strip(reason);
    }
}
