package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.application.Decision.Result;
import de.quartierwerk.funding.application.Votes;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a body decided on a paper, as sent.
 *
 * @param body code of the body
 * @param decidedOn day of the decision
 * @param result what came of it; what follows from the votes if absent
 * @param votes how it voted
 * @param drafts drafts of the paper, by their keys, with votes of their own
 * @param legalBasis legal basis
 * @param note remarks
 */
@Schema(description = "What a body decided on a paper")
public record PaperDecisionRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "council")
        String body,

        @NotNull @Schema(examples = "2018-06-28") LocalDate decidedOn,

        @Schema(examples = "granted", description = "What follows from the votes if absent") @Nullable
        Result result,

        @Valid @Nullable Votes votes,

        @Size(max = 20) @Schema(defaultValue = "[]", description = "Drafts with votes of their own")
        List<@NotNull @Valid CompetingDraft> drafts,

        @Size(max = 500) @Schema(examples = "§ 26 KrO NRW") @Nullable
        String legalBasis,

        @Size(max = 4000) @Schema(examples = "Ohne Aussprache") @Nullable
        String note) {

    /** Cleans the texts and copies the list. */
    public PaperDecisionRequest {
        drafts = Texts.copy(drafts);
        legalBasis = Texts.clean(legalBasis);
        note = Texts.clean(note);
    }
}
