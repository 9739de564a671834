package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision as sent.
 *
 * @param body code of the body that decided
 * @param decidedOn day of the decision
 * @param result granted or refused; or postponed or referred, which decides nothing
 * @param amounts granted amounts by year; the amounts applied for if absent
 * @param paperNumber number of the paper, or file number of the administration
 * @param votes how the body voted on the drafts, or on the application where there are none; a lost vote refuses it;
 *     only the administration has none, or drafts with votes of their own
 * @param drafts drafts that competed; at most one is adopted, and none refuses the application
 * @param legalBasis legal basis
 * @param subjectToBudget whether the money is yet to be authorised (Haushaltsvorbehalt)
 * @param deviation why it departs from unmet criteria
 * @param note remarks
 * @param lateReason why it is recorded so late; needed where the decision is more than 60 days old
 * @param needsChanged that the body knew that a need went after the assessment
 */
@Schema(description = "A decision")
public record DecisionRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "main-committee")
        String body,

        @NotNull @Schema(examples = "2024-06-17") LocalDate decidedOn,

        @Schema(examples = "granted", description = "What follows from the votes if absent")
        Decision.@Nullable Result result,

        @Schema(defaultValue = "[]", description = "Granted amounts by year; the amounts applied for if absent")
        List<@NotNull @Valid YearAmount> amounts,

        @NotBlank @Size(max = 64) @Schema(examples = "2024/0123")
        String paperNumber,

        @Valid
        @Schema(
                description =
                        "How the body voted; a vote that was lost refuses. Only the administration has none, or drafts with votes")
        @Nullable
        Votes votes,

        @Schema(
                defaultValue = "[]",
                description = "Drafts that competed: at most one is adopted; if none is, the application is refused")
        List<@NotNull @Valid CompetingDraft> drafts,

        @Size(max = 500) @Schema(examples = "§ 10 Hauptsatzung") @Nullable
        String legalBasis,

        @Schema(defaultValue = "false", description = "Money yet to be authorised (Haushaltsvorbehalt)")
        boolean subjectToBudget,

        @Size(max = 2000)
        @Schema(examples = "Modellprojekt", description = "Why it departs from unmet criteria")
        @Nullable
        String deviation,

        @Size(max = 4000) @Schema(examples = "Auf Antrag ergänzt") @Nullable
        String note,

        @Size(max = 2000)
        @Schema(
                examples = "Niederschrift lag erst jetzt vor",
                description = "Needed where the decision is more than 60 days old")
        @Nullable
        String lateReason,

        @Schema(
                defaultValue = "false",
                description = "That the body knew that a need went after the assessment; goes with a deviation")
        boolean needsChanged) {

    /** Cleans the texts and copies the lists. */
    public DecisionRequest {
        amounts = Texts.copy(amounts);
        drafts = Texts.copy(drafts);
        paperNumber = Texts.strip(paperNumber);
        legalBasis = Texts.clean(legalBasis);
        deviation = Texts.clean(deviation);
        note = Texts.clean(note);
        lateReason = Texts.clean(lateReason);
    }

    /**
     * The same with what the votes led to; refuses what contradicts itself with 422.
     *
     * @param known drafts of the paper; empty where it is not kept here
     */
    DecisionRequest counted(List<PaperDraft> known) {
        Ballots ballots = Ballots.count(result, votes, drafts, known);
        return new DecisionRequest(
                body,
                decidedOn,
                ballots.result(),
                amounts.isEmpty() ? ballots.amounts() : amounts,
                paperNumber,
                votes,
                ballots.drafts(),
                legalBasis,
                subjectToBudget,
                deviation,
                note,
                lateReason,
                needsChanged);
    }

    /** The result, which is there once the votes are counted. */
    Decision.Result outcome() {
        return Objects.requireNonNull(result);
    }
}
