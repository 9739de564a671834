package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.criteria.Judgement;
import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.funding.money.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The funding office's check (fachliche Prüfung) with the criteria as they stood then.
 *
 * @param recommendation what it recommends
 * @param proposedAmount amount it proposes, or null for the amount applied for
 * @param note its reasons, or null
 * @param earlyStartAllowed whether the project may begin before the grant
 * @param criteria how the application stood to the criteria
 * @param by name of the account
 * @param at instant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The funding office's check")
public record Assessment(
        Recommendation recommendation,
        Money proposedAmount,
        @Schema(examples = "Der Bedarf ist belegt.") String note,
        boolean earlyStartAllowed,
        List<CriterionResult> criteria,
        @Schema(examples = "funding-officer") String by,
        Instant at) {

    /** Copies the list. */
    public Assessment {
        criteria = Texts.copy(criteria);
    }

    /** What the office recommends. */
    @Schema(name = "Recommendation")
    public enum Recommendation {
        /** To grant. */
        @JsonProperty("grant")
        GRANT,
        /** To refuse. */
        @JsonProperty("refuse")
        REFUSE
    }

    /**
     * An assessment as sent.
     *
     * @param recommendation what the office recommends
     * @param proposedAmount amount it proposes, or null
     * @param note its reasons, or null
     * @param earlyStartAllowed whether the project may begin before the grant (vorzeitiger Maßnahmebeginn)
     * @param judgements what it found about the criteria that only people can judge
     */
    @Schema(name = "AssessmentEntry", description = "An assessment")
    public record Entry(
            @NotNull @Schema(examples = "grant") Recommendation recommendation,
            @Valid @Schema(nullable = true) Money proposedAmount,

            @Size(max = 4000) @Schema(nullable = true, examples = "Der Bedarf ist belegt.")
            String note,

            @Schema(defaultValue = "false", description = "Whether the project may begin before the grant")
            boolean earlyStartAllowed,

            @Schema(description = "One for each criterion of the kind judged")
            List<@NotNull @Valid Judgement> judgements) {

        /** Cleans the text and copies the list. */
        public Entry {
            note = Texts.clean(note);
            judgements = Texts.copy(judgements);
        }
    }
}
