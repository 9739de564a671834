package de.quartierwerk.funding.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.application.Decision.Result;
import de.quartierwerk.funding.application.Votes;
import de.quartierwerk.funding.support.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the competent body decided on a paper (Beschluss).
 *
 * @param result what came of it
 * @param body code of the body
 * @param bodyName its name
 * @param decidedOn day of the decision
 * @param votes how it voted
 * @param drafts drafts of the paper with their votes
 * @param legalBasis legal basis
 * @param note remarks
 * @param warnings codes of what is doubtful about the vote
 * @param by name of the account
 * @param at instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the competent body decided on a paper")
public record PaperDecision(
        Result result,
        @Schema(examples = "council") String body,
        @Schema(examples = "Städteregionstag") String bodyName,
        LocalDate decidedOn,
        @Nullable Votes votes,
        List<CompetingDraft> drafts,
        @Schema(examples = "§ 26 KrO NRW") @Nullable String legalBasis,
        @Schema(examples = "Ohne Aussprache") @Nullable String note,

        @Schema(examples = "[\"votes.few-present\"]", description = "What is doubtful about the vote")
        List<String> warnings,

        @Schema(examples = "clerk") String by,
        Instant at) {

    /** Copies the lists. */
    public PaperDecision {
        drafts = Texts.copy(drafts);
        warnings = Texts.copy(warnings);
    }
}
