package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
 * @param votes how the body voted, or null for the administration
 * @param drafts drafts that competed
 * @param legalBasis legal basis, or null
 * @param budgetLine budget line that pays
 * @param subjectToBudget whether the money is yet to be authorised
 * @param deviation why it departs from unmet criteria, or null
 * @param note remarks, or null
 * @param by name of the account
 * @param at instant of the entry
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
        Votes votes,
        List<CompetingDraft> drafts,
        @Schema(examples = "§ 10 Hauptsatzung") String legalBasis,
        @Schema(examples = "wohlfahrt") String budgetLine,
        boolean subjectToBudget,

        @Schema(examples = "Modellprojekt mit überörtlicher Bedeutung")
        String deviation,

        @Schema(examples = "Auf Antrag ergänzt") String note,
        @Schema(examples = "clerk") String by,
        Instant at) {

    /** Copies the lists. */
    public Decision {
        amounts = Texts.copy(amounts);
        drafts = Texts.copy(drafts);
    }

    /** Outcome of a decision. */
    @Schema(name = "DecisionResult")
    public enum Result {
        /** Granted (bewilligt). */
        @JsonProperty("granted")
        GRANTED,
        /** Refused (abgelehnt). */
        @JsonProperty("refused")
        REFUSED
    }

    /**
     * A draft decision that competed with others (Beschlussvorschlag).
     *
     * @param broughtInBy who brought it in
     * @param result what it proposed
     * @param text its words, or null
     * @param adopted whether it was adopted
     */
    @Schema(description = "A draft decision that competed with others")
    public record CompetingDraft(
            @NotBlank @Size(max = 200) @Schema(examples = "Verwaltung")
            String broughtInBy,

            @NotNull @Schema(examples = "refused") Result result,

            @Size(max = 4000) @Schema(nullable = true, examples = "Der Antrag wird abgelehnt.")
            String text,

            boolean adopted) {}

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
                null);
    }

    /**
     * A decision as sent.
     *
     * @param body code of the body that decided
     * @param decidedOn day of the decision
     * @param result granted or refused
     * @param amounts granted amounts by year; the amounts applied for if absent
     * @param paperNumber number of the paper, or file number of the administration
     * @param votes how the body voted; only the administration has none
     * @param drafts drafts that competed; if there are any, exactly one is adopted
     * @param legalBasis legal basis, or null
     * @param subjectToBudget whether the money is yet to be authorised (Haushaltsvorbehalt)
     * @param deviation why it departs from unmet criteria, or null
     * @param note remarks, or null
     */
    @Schema(name = "DecisionEntry", description = "A decision")
    public record Entry(
            @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "main-committee")
            String body,

            @NotNull @Schema(examples = "2024-06-17") LocalDate decidedOn,
            @NotNull @Schema(examples = "granted") Result result,

            @Schema(description = "Granted amounts by year; the amounts applied for if absent")
            List<@NotNull @Valid YearAmount> amounts,

            @NotBlank @Size(max = 64) @Schema(examples = "2024/0123")
            String paperNumber,

            @Valid @Schema(nullable = true, description = "Only the administration has none")
            Votes votes,

            @Schema(description = "Drafts that competed; if there are any, exactly one is adopted")
            List<@NotNull @Valid CompetingDraft> drafts,

            @Size(max = 500) @Schema(nullable = true, examples = "§ 10 Hauptsatzung")
            String legalBasis,

            @Schema(defaultValue = "false", description = "Money yet to be authorised (Haushaltsvorbehalt)")
            boolean subjectToBudget,

            @Size(max = 2000)
            @Schema(nullable = true, examples = "Modellprojekt", description = "Why it departs from unmet criteria")
            String deviation,

            @Size(max = 4000) @Schema(nullable = true, examples = "Auf Antrag ergänzt")
            String note) {

        /** Cleans the texts and copies the lists. */
        public Entry {
            amounts = Texts.copy(amounts);
            drafts = Texts.copy(drafts);
            paperNumber = Texts.clean(paperNumber);
            legalBasis = Texts.clean(legalBasis);
            deviation = Texts.clean(deviation);
            note = Texts.clean(note);
        }
    }
}
