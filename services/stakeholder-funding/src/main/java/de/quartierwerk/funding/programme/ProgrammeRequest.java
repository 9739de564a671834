package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.body.Matter;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client says about a programme (Förderprogramm).
 *
 * @param name name for people
 * @param description what it is for
 * @param budgetLine code of the budget line that pays
 * @param area key of the space whose subtree it is for; null for the whole installation
 * @param matter what is decided, by which the competent body is found
 * @param open whether applications may be submitted
 * @param openFrom first day of submission
 * @param openTo last day of submission
 * @param voluntary whether it is a voluntary task
 * @param earlyStartAllowed whether a project may begin before the grant
 * @param kinds kinds of projects; none stands for all
 * @param financings kinds of financing; none stands for all
 * @param criteria criteria that applications are checked against
 * @param proofDueMonths months after the period of the project until when the proof of use is due
 * @param pettyLimit up to which amount nothing needs to be claimed back
 * @param secondAssessorFrom from which amount applied for on two people must assess alike
 * @param retentionPercent percent of a grant that is paid after the review only
 * @param documentsRequired kinds of files that an application must have when it is handed in
 * @param guideline words of the guideline
 * @param predecessor code of the programme that it follows
 * @param transition until when the rules of before hold
 */
@Schema(description = "A programme (Förderprogramm)")
public record ProgrammeRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Quartiersförderung")
        String name,

        @Size(max = 4000) @Schema(examples = "Projekte in Räumen mit Handlungsbedarf") @Nullable
        String description,

        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "wohlfahrt")
        String budgetLine,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(examples = "99001", description = "Space whose subtree it is for; the whole installation if absent")
        @Nullable
        String area,

        @Schema(defaultValue = "grant") Matter matter,

        @Schema(defaultValue = "true", description = "Whether applications may be submitted")
        Boolean open,

        @Schema(examples = "2024-01-01") @Nullable LocalDate openFrom,
        @Schema(examples = "2024-12-31") @Nullable LocalDate openTo,

        @Schema(defaultValue = "true", description = "Whether it is a voluntary task")
        Boolean voluntary,

        @Schema(defaultValue = "false", description = "Whether a project may begin before the grant")
        boolean earlyStartAllowed,

        @Schema(defaultValue = "[]", description = "Kinds of projects; all if empty")
        List<@NotNull ProjectKind> kinds,

        @Schema(defaultValue = "[]", description = "Kinds of financing; all if empty")
        List<@NotNull Financing> financings,

        @Schema(defaultValue = "[]", description = "Criteria that applications are checked against")
        List<@NotNull @Valid Criterion> criteria,

        @Min(0)
        @Max(120)
        @Schema(
                defaultValue = "6",
                examples = "6",
                description = "Months after the period of the project until when the proof of use is due")
        Integer proofDueMonths,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Valid
        @Schema(description = "Up to which amount nothing needs to be claimed back (Bagatellgrenze)")
        @Nullable
        Money pettyLimit,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Valid
        @Schema(description = "From which amount applied for on two people must assess alike")
        @Nullable
        Money secondAssessorFrom,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @DecimalMin("0")
        @DecimalMax("100")
        @Digits(integer = 3, fraction = 2)
        @Schema(examples = "10", description = "Percent of a grant that is paid after the review only (Einbehalt)")
        @Nullable
        BigDecimal retentionPercent,

        @Schema(
                defaultValue = "[]",
                examples = "[\"concept\",\"cost-plan\"]",
                description = "Kinds of attachments that an application must have when it is handed in")
        List<@NotNull AttachmentKind> documentsRequired,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Size(max = 100000)
        @Schema(examples = "1. Zweck der Förderung …", description = "Words of the guideline")
        @Nullable
        String guideline,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Pattern(regexp = Keys.PATTERN)
        @Schema(examples = "quartier-2017", description = "Programme that it follows")
        @Nullable
        String predecessor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
        Transition transition) {

    /** Cleans the texts, copies the lists and sets the defaults. */
    public ProgrammeRequest {
        name = Texts.strip(name);
        description = Texts.clean(description);
        matter = Objects.requireNonNullElse(matter, Matter.GRANT);
        open = Objects.requireNonNullElse(open, true);
        voluntary = Objects.requireNonNullElse(voluntary, true);
        kinds = Texts.copy(kinds);
        financings = Texts.copy(financings);
        criteria = Texts.copy(criteria);
        proofDueMonths = Objects.requireNonNullElse(proofDueMonths, ProgrammeTerms.USUAL_MONTHS);
        retentionPercent = retentionPercent == null ? null : Texts.plain(retentionPercent);
        documentsRequired = Texts.copy(documentsRequired);
        guideline = Texts.clean(guideline);
    }

    /** From the columns of its row, where terms may be missing. */
    ProgrammeRequest(
            String name,
            @Nullable String description,
            String budgetLine,
            @Nullable String area,
            Matter matter,
            Boolean open,
            @Nullable LocalDate openFrom,
            @Nullable LocalDate openTo,
            Boolean voluntary,
            boolean earlyStartAllowed,
            List<ProjectKind> kinds,
            List<Financing> financings,
            List<Criterion> criteria,
            @Nullable ProgrammeTerms terms) {
        this(
                name,
                description,
                budgetLine,
                area,
                matter,
                open,
                openFrom,
                openTo,
                voluntary,
                earlyStartAllowed,
                kinds,
                financings,
                criteria,
                ProgrammeTerms.of(terms).proofDueMonths(),
                ProgrammeTerms.of(terms).pettyLimit(),
                ProgrammeTerms.of(terms).secondAssessorFrom(),
                ProgrammeTerms.of(terms).retentionPercent(),
                ProgrammeTerms.of(terms).documentsRequired(),
                ProgrammeTerms.of(terms).guideline(),
                ProgrammeTerms.of(terms).predecessor(),
                ProgrammeTerms.of(terms).transition());
    }

    ProgrammeTerms terms() {
        return new ProgrammeTerms(
                proofDueMonths,
                pettyLimit,
                secondAssessorFrom,
                retentionPercent,
                documentsRequired,
                guideline,
                predecessor,
                transition);
    }
}
