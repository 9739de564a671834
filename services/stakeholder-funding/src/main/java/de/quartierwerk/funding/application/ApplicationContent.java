package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.money.YearAmount;
import de.quartierwerk.funding.programme.Financing;
import de.quartierwerk.funding.programme.ProjectKind;
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
 * What an applicant applies for (Antrag). A draft may be incomplete; the submission asks for the rest.
 *
 * @param programme code of the programme
 * @param applicant key of the applying actor; the caller's own organisation if absent
 * @param title title of the project
 * @param purpose purpose of the grant (Zuwendungszweck)
 * @param kind project or institution
 * @param financing how the grant relates to the costs
 * @param spaces keys of the spaces it is for
 * @param needs codes of the fields of action it answers
 * @param targetGroup whom it is for
 * @param period when it takes place
 * @param amounts amounts applied for by year
 * @param costs cost plan; absent in answers where it is empty, like what others give and the goals
 * @param ownShare what the applicant bears
 * @param otherGrants what others give
 * @param goals what is to be achieved
 * @param onBehalf that it came on paper and is recorded for the applicant; stays as it was at first
 * @param recurring the same amount every year, of which the amounts by year are made
 */
@Schema(name = "ApplicationContent", description = "What an applicant applies for")
public record ApplicationContent(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "quartier")
        String programme,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(examples = "verband-a", description = "The caller's own organisation if absent")
        @Nullable
        String applicant,

        @NotBlank @Size(max = 200) @Schema(examples = "Koordinierungsstelle Familien")
        String title,

        @Size(max = 4000) @Schema(examples = "Beratung von Familien in benachteiligten Räumen") @Nullable
        String purpose,

        @Schema(defaultValue = "project") ProjectKind kind,
        @Schema(defaultValue = "fixed-amount") Financing financing,

        @Schema(defaultValue = "[]", examples = "[\"99001001-01\"]", description = "Spaces it is for")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> spaces,

        @Schema(defaultValue = "[]", examples = "[\"HF3\"]", description = "Fields of action it answers")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> needs,

        @Size(max = 200) @Schema(examples = "Familien mit Kindern unter 6 Jahren") @Nullable
        String targetGroup,

        @Valid @Nullable Period period,

        @Size(max = 100) @Schema(defaultValue = "[]", description = "Amounts applied for by year")
        List<@NotNull @Valid YearAmount> amounts,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "Cost plan; its sum equals what is applied for, borne and given by others")
        @Nullable
        List<@NotNull @Valid CostItem> costs,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Schema(description = "What the applicant bears") @Nullable
        Money ownShare,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "What others give") @Nullable
        List<@NotNull @Valid OtherGrant> otherGrants,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "What is to be achieved") @Nullable
        List<@NotNull @Valid Goal> goals,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Valid
        @Schema(description = "That it came on paper and is recorded for the applicant")
        @Nullable
        OnBehalf onBehalf,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Valid
        @Schema(description = "The same amount every year, instead of `amounts`; answers show both")
        @Nullable
        Recurring recurring) {

    /** Cleans the texts, copies the lists and sets the defaults. */
    public ApplicationContent {
        title = Texts.strip(title);
        purpose = Texts.clean(purpose);
        targetGroup = Texts.clean(targetGroup);
        kind = Objects.requireNonNullElse(kind, ProjectKind.PROJECT);
        financing = Objects.requireNonNullElse(financing, Financing.FIXED_AMOUNT);
        spaces = Texts.copy(spaces);
        needs = Texts.copy(needs);
        amounts =
                recurring != null && (amounts == null || amounts.isEmpty()) ? recurring.amounts() : Texts.copy(amounts);
        costs = Texts.copy(costs);
        otherGrants = Texts.copy(otherGrants);
        goals = Texts.copy(goals);
    }

    /** When a project takes place, both days included. */
    @Schema(name = "ProjectPeriod", description = "When the project takes place")
    public record Period(
            @NotNull @Schema(examples = "2024-01-01") LocalDate from,
            @NotNull @Schema(examples = "2024-12-31") LocalDate to) {}

    /** An item of a cost plan or of a proof of use. */
    @Schema(description = "An item of costs")
    public record CostItem(
            @NotBlank @Size(max = 200) @Schema(examples = "Personal, 0,5 Stellen")
            String item,

            @NotNull @Valid Money amount) {}

    /** What somebody else gives. */
    @Schema(description = "A grant of somebody else")
    public record OtherGrant(
            @NotBlank @Size(max = 200) @Schema(examples = "Land Nordrhein-Westfalen")
            String giver,

            @NotNull @Valid Money amount) {}

    /**
     * What is to be achieved and by what the change is recognised (Ziel).
     *
     * @param outcome what is to be achieved
     * @param indicator by what it is recognised
     * @param baseline value at the beginning
     * @param target value aimed at
     * @param due until when
     */
    @Schema(description = "What is to be achieved and by what it is recognised")
    public record Goal(
            @NotBlank @Size(max = 1000) @Schema(examples = "Mehr Familien werden erreicht")
            String outcome,

            @Size(max = 200) @Schema(examples = "Beratene Familien im Jahr") @Nullable
            String indicator,

            @Size(max = 64) @Schema(examples = "40") @Nullable
            String baseline,

            @Size(max = 64) @Schema(examples = "80") @Nullable
            String target,

            @Schema(examples = "2024-12-31") @Nullable LocalDate due) {}

    /** The amount applied for over all years. */
    public Money requested() {
        return YearAmount.total(amounts);
    }

    /** Whether it says what the project costs. */
    public boolean hasCostPlan() {
        return costs != null && !costs.isEmpty();
    }

    /** All costs: those of the plan, or what all together give where there is none. */
    public Money totalCosts() {
        return hasCostPlan()
                ? Money.sum(requireNonNull(costs).stream().map(CostItem::amount).toList())
                : financed();
    }

    /** What is applied for, borne and given by others. */
    public Money financed() {
        return requested()
                .plus(Money.orZero(ownShare))
                .plus(Money.sum(requireNonNull(otherGrants).stream()
                        .map(OtherGrant::amount)
                        .toList()));
    }

    /** With its applicant, and with how it came, both of which stay. */
    ApplicationContent of(String key, @Nullable OnBehalf recorded) {
        return new ApplicationContent(
                programme,
                key,
                title,
                purpose,
                kind,
                financing,
                spaces,
                needs,
                targetGroup,
                period,
                amounts,
                costs,
                ownShare,
                otherGrants,
                goals,
                recorded,
                recurring);
    }

    /** What everybody may know of a decided grant: all but costs and financing. */
    ApplicationContent publicPart() {
        return new ApplicationContent(
                programme,
                applicant,
                title,
                purpose,
                kind,
                financing,
                spaces,
                needs,
                targetGroup,
                period,
                amounts,
                null,
                null,
                null,
                goals,
                null,
                recurring);
    }
}
