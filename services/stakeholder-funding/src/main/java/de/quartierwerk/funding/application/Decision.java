package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the competent body decided (Beschluss).
 *
 * @param result granted or refused
 * @param amounts granted amounts by year; none where refused
 * @param total granted amount
 * @param body code of the body
 * @param bodyName its name
 * @param decidedOn day of the decision
 * @param paperNumber number of the paper
 * @param votes how the body voted for the administration
 * @param drafts drafts that competed
 * @param legalBasis legal basis
 * @param budgetLine budget line that pays
 * @param subjectToBudget whether the money is yet to be authorised
 * @param deviation why it departs from unmet criteria
 * @param note remarks
 * @param by name of the account; not public
 * @param at instant of the entry; not public
 * @param lateReason why it was recorded so late; not public
 * @param warnings codes of what is doubtful about the vote, e.g. that fewer than half were present
 * @param needsChanged whether the body knew that a need went after the assessment
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What the competent body decided (Beschluss)")
public record Decision(
        Result result,
        List<YearAmount> amounts,
        Money total,
        @Schema(examples = "main-committee") String body,
        @Schema(examples = "Städteregionsausschuss") String bodyName,
        LocalDate decidedOn,
        @Schema(examples = "2024/0123") String paperNumber,
        @Nullable Votes votes,
        List<CompetingDraft> drafts,
        @Schema(examples = "§ 10 Hauptsatzung") @Nullable String legalBasis,
        @Schema(examples = "wohlfahrt") String budgetLine,
        boolean subjectToBudget,

        @Schema(examples = "Modellprojekt mit überörtlicher Bedeutung") @Nullable
        String deviation,

        @Schema(examples = "Auf Antrag ergänzt") @Nullable String note,
        @Schema(examples = "clerk") @Nullable String by,
        @Nullable Instant at,

        @Schema(examples = "Niederschrift lag erst jetzt vor") @Nullable
        String lateReason,

        @Schema(examples = "[\"votes.few-present\"]", description = "What is doubtful about the vote")
        List<String> warnings,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        @Schema(
                defaultValue = "false",
                description = "Whether the body knew that a need went after the assessment; absent where it did not")
        boolean needsChanged) {

    /** Copies the lists. */
    public Decision {
        amounts = Texts.copy(amounts);
        drafts = Texts.copy(drafts);
        warnings = Texts.copy(warnings);
    }

    /** Outcome of a decision. */
    @Schema(name = "DecisionResult")
    public enum Result {
        /** Granted (bewilligt). */
        @JsonProperty("granted")
        GRANTED,
        /** Refused (abgelehnt). */
        @JsonProperty("refused")
        REFUSED,
        /** Put off to another meeting (vertagt): nothing is decided. */
        @JsonProperty("postponed")
        POSTPONED,
        /** Referred to another body (verwiesen): nothing is decided. */
        @JsonProperty("referred")
        REFERRED;

        /** Whether it ends the matter. */
        public boolean ends() {
            return this == GRANTED || this == REFUSED;
        }
    }

    /**
     * A draft decision that competed with others (Beschlussvorschlag).
     *
     * @param key its key within the paper; the paper then has its words, who brought it in and what it proposes
     * @param broughtInBy who brought it in
     * @param result what it proposed
     * @param text its words
     * @param adopted whether it was adopted
     * @param votes how the body voted on it; absent where the decision has the votes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "A draft decision that competed with others")
    public record CompetingDraft(
            @Pattern(regexp = Keys.PATTERN)
            @Schema(
                    examples = "a",
                    description = "Key within a paper that is kept here; what else describes the draft is the paper's")
            @Nullable
            String key,

            @Size(min = 1, max = 200) @Schema(examples = "Verwaltung") @Nullable
            String broughtInBy,

            @Schema(examples = "refused") @Nullable Result result,

            @Size(max = 4000) @Schema(examples = "Der Antrag wird abgelehnt.") @Nullable
            String text,

            boolean adopted,

            @Valid @Schema(description = "Absent where the decision has the votes") @Nullable
            Votes votes) {

        /** Cleans the text. */
        public CompetingDraft {
            broughtInBy = Texts.clean(broughtInBy);
        }

        CompetingDraft adoptedToo() {
            return new CompetingDraft(key, broughtInBy, result, text, true, votes);
        }
    }

    /** The same with what a correction puts right. */
    Decision corrected(CorrectionRequest correction) {
        return new Decision(
                result,
                amounts,
                total,
                body,
                bodyName,
                requireNonNullElse(correction.date(), decidedOn),
                requireNonNullElse(correction.paperNumber(), paperNumber),
                correction.votes() == null ? votes : correction.votes(),
                drafts,
                correction.legalBasis() == null ? legalBasis : correction.legalBasis(),
                budgetLine,
                subjectToBudget,
                deviation,
                correction.note() == null ? note : correction.note(),
                by,
                at,
                lateReason,
                warnings,
                needsChanged);
    }

    /** Whether it grants something. */
    boolean granted() {
        return result == Result.GRANTED;
    }

    /** What everybody may know: all but who entered it. */
    Decision publicPart() {
        return new Decision(
                result,
                amounts,
                total,
                body,
                bodyName,
                decidedOn,
                paperNumber,
                votes,
                drafts,
                legalBasis,
                budgetLine,
                subjectToBudget,
                deviation,
                null,
                null,
                null,
                null,
                warnings,
                needsChanged);
    }
}
