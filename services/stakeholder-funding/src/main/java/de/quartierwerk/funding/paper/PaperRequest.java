package de.quartierwerk.funding.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.application.Consultation;
import de.quartierwerk.funding.application.PaperDraft;
import de.quartierwerk.funding.body.MatterAmount;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a paper (Vorlage).
 *
 * @param kind proposal, motion or notice
 * @param title title
 * @param originator who brings it in
 * @param datedOn day of the paper
 * @param matters what it is about, with amounts; none for a notice
 * @param applications ids of the applications concerned
 * @param budgetChanges amounts of budget lines concerned
 * @param drafts draft decisions
 * @param path bodies that it shall pass
 * @param open whether it is treated in public
 * @param oparl its address in the council information system
 * @param parts its free parts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A paper of the council")
public record PaperRequest(
        @NotNull @Schema(examples = "proposal") PaperKind kind,

        @NotBlank @Size(max = 300) @Schema(examples = "Fortführung der Sozialplanung")
        String title,

        @NotBlank @Size(max = 200) @Schema(examples = "Verwaltung")
        String originator,

        @Schema(examples = "2018-05-25") @Nullable LocalDate datedOn,

        @Size(max = 10) @Schema(defaultValue = "[]", description = "What it is about")
        List<@NotNull @Valid MatterAmount> matters,

        @Size(max = 50) @Schema(defaultValue = "[]", description = "Applications concerned")
        List<@NotNull UUID> applications,

        @Size(max = 200) @Schema(defaultValue = "[]", description = "Amounts of budget lines concerned")
        List<@NotNull @Valid BudgetChange> budgetChanges,

        @Size(max = 20) @Schema(defaultValue = "[]", description = "Draft decisions")
        List<@NotNull @Valid PaperDraft> drafts,

        @Size(max = 20) @Schema(defaultValue = "[]", description = "Bodies that it shall pass")
        List<@NotNull @Valid Station> path,

        @JsonProperty("public") @Schema(defaultValue = "false", description = "Whether it is treated in public")
        boolean open,

        @Pattern(regexp = "https?://[\\x21-\\x7e]{1,990}")
        @Schema(examples = "https://ris.example/oparl/papers/233", description = "Its address as OParl has it")
        @Nullable
        String oparl,

        @Valid @Nullable Parts parts) {

    /** Cleans the texts and copies the lists. */
    public PaperRequest {
        title = Texts.strip(title);
        originator = Texts.strip(originator);
        matters = Texts.copy(matters);
        applications = Texts.copy(applications);
        budgetChanges = Texts.copy(budgetChanges);
        drafts = Texts.copy(drafts);
        path = Texts.copy(path);
        oparl = Texts.clean(oparl);
    }

    /** The same with other free parts. */
    PaperRequest with(@Nullable Parts others) {
        return new PaperRequest(
                kind,
                title,
                originator,
                datedOn,
                matters,
                applications,
                budgetChanges,
                drafts,
                path,
                open,
                oparl,
                others);
    }

    /**
     * An amount of a budget line that the paper is about (Haushaltsansatz).
     *
     * @param line code of the line
     * @param year budget year
     * @param amount amount in that year
     */
    @Schema(name = "PaperBudgetChange", description = "An amount of a budget line that a paper is about")
    public record BudgetChange(
            @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "sozialplanung-personal")
            String line,

            @Min(1990) @Max(2100) @Schema(examples = "2019") int year,
            @NotNull @Valid Money amount) {}

    /**
     * A body that a paper shall pass (Beratungsfolge), with its role as OParl names it.
     *
     * @param body code of the body
     * @param role hearing, advising, deciding or taking note
     * @param plannedOn day of the meeting
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PaperStation", description = "A body that a paper shall pass")
    public record Station(
            @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "council")
            String body,

            @NotNull @Schema(examples = "deciding") Consultation.Role role,
            @Schema(examples = "2018-06-28") @Nullable LocalDate plannedOn) {}

    /**
     * The free parts of a paper; they are added to what the platform knows.
     *
     * @param facts Sachlage
     * @param law Rechtslage
     * @param staff personelle Auswirkungen
     * @param finance finanzielle Auswirkungen, also follow-up costs
     * @param social soziale Auswirkungen
     * @param climate Auswirkungen auf das Klima
     * @param inclusion Auswirkungen auf die Inklusion
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PaperParts", description = "The free parts of a paper")
    public record Parts(
            @Size(max = 20000) @Schema(examples = "93 Sozialräume, 59 davon mit Handlungsbedarf.") @Nullable
            String facts,

            @Size(max = 20000) @Schema(examples = "§ 26 KrO NRW") @Nullable
            String law,

            @Size(max = 20000) @Schema(examples = "1,5 Stellen") @Nullable
            String staff,

            @Size(max = 20000) @Schema(examples = "Folgekosten in gleicher Höhe") @Nullable
            String finance,

            @Size(max = 20000) @Schema(examples = "Wirkt in allen Sozialräumen.") @Nullable
            String social,

            @Size(max = 20000) @Schema(examples = "Keine.") @Nullable
            String climate,

            @Size(max = 20000) @Schema(examples = "Die Berichterstattung wird um Inklusion erweitert.") @Nullable
            String inclusion) {

        /** Cleans the texts. */
        public Parts {
            facts = Texts.clean(facts);
            law = Texts.clean(law);
            staff = Texts.clean(staff);
            finance = Texts.clean(finance);
            social = Texts.clean(social);
            climate = Texts.clean(climate);
            inclusion = Texts.clean(inclusion);
        }
    }
}
