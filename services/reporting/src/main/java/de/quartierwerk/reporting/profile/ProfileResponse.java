package de.quartierwerk.reporting.profile;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.reporting.classification.NeedOrigin;
import de.quartierwerk.reporting.classification.SchemeVersion;
import de.quartierwerk.reporting.indicator.IndicatorKind;
import de.quartierwerk.reporting.indicator.Polarity;
import de.quartierwerk.reporting.indicator.ValueStatus;
import de.quartierwerk.reporting.text.Mark;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The profile of a social space (Sozialraumprofil): released values and published results only. */
@Schema(description = "What is published about a social space")
record ProfileResponse(
        @Schema(description = "Space key", examples = "99001001-01")
        String key,

        @Schema(description = "Name", examples = "Mühlenviertel")
        String name,

        @Schema(description = "Code of its level", examples = "social-space")
        String level,

        @Schema(description = "Name of its level", examples = "Sozialraum")
        String levelName,

        @Schema(description = "The larger spaces it lies in, the largest first")
        List<Place> within,

        @Schema(description = "Area of its boundary; null without one", examples = "1250000.5") @Nullable
        BigDecimal areaSquareMetres,

        @Schema(description = "First day of its validity") LocalDate validFrom,

        @Schema(description = "Last day of its validity; null while it lasts") @Nullable
        LocalDate validTo,

        @Schema(description = "Period of the profile", examples = "2023")
        String period,

        @Schema(description = "Notes on the data that every reader must see", examples = "Erfundene Region")
        List<String> notices,

        @Schema(description = "Results of the published runs of the period")
        List<Result> results,

        @Schema(description = "Indicators with a value in the period or before, by theme and code")
        List<Figure> indicators,

        @Schema(description = "Published offers in the space")
        List<Offer> offers,

        @Schema(description = "Grants that concern the space, the latest first")
        List<Grant> grants) {

    /** A larger space. */
    @Schema(name = "ProfilePlace", description = "A larger space")
    record Place(
            @Schema(description = "Space key", examples = "99001001")
            String key,

            @Schema(description = "Name", examples = "Musterstadt")
            String name,

            @Schema(description = "Name of its level", examples = "Gemeinde")
            String levelName) {}

    /** Result of a published run. */
    @Schema(name = "ProfileResult", description = "Result of a published run")
    record Result(
            @Schema(description = "Id of the run") UUID run,

            @JsonUnwrapped SchemeVersion classifiedBy,

            @Schema(description = "When the run was published")
            Instant publishedAt,

            @Schema(description = "Reason of the exclusion", examples = "fewer than 300 inhabitants") @Nullable
            String excluded,

            @Schema(description = "Classes, in the scheme's order")
            List<Index> indices,

            @Schema(description = "Code of the group", examples = "2+/-") @Nullable
            String group,

            @Schema(description = "Needs of the space, in the scheme's order")
            List<Need> needs) {}

    /** Class in an index. */
    @Schema(name = "ProfileIndex", description = "Class in an index")
    record Index(
            @Schema(description = "Index code", examples = "burden")
            String code,

            @Schema(description = "Title", examples = "Belastung")
            String title,

            @Schema(description = "Index value; null where a suppressed value took part", examples = "1.234567")
            @Nullable
            BigDecimal value,

            @Schema(description = "Class code", examples = "3") @JsonProperty("class") @Nullable
            String assigned,

            @Schema(description = "Class code under its earlier name; use `class`", examples = "3", deprecated = true)
            @Nullable
            String classCode,

            @Schema(description = "Class label", examples = "hoch") @Nullable
            String label) {
        /** A class under both of its names. */
        Index(
                String code,
                String title,
                @Nullable BigDecimal value,
                @Nullable String classCode,
                @Nullable String label) {
            this(code, title, value, classCode, classCode, label);
        }
    }

    /** Need of the space. */
    @Schema(name = "ProfileNeed", description = "Need of the space")
    record Need(
            @Schema(description = "Code of the field of action", examples = "HF1")
            String code,

            @Schema(description = "Title of the field of action", examples = "Benachteiligte Sozialräume")
            String title,

            @Schema(description = "Found by a rule or stated by people", examples = "rule")
            NeedOrigin origin,

            @Schema(description = "Reason of a stated need", examples = "Hinweise der Schulen") @Nullable
            String reason) {}

    /** An indicator with its values. */
    @Schema(name = "ProfileIndicator", description = "An indicator with its values")
    record Figure(
            @Schema(description = "Indicator code", examples = "unemployed")
            String code,

            @Schema(description = "Name", examples = "Arbeitslose")
            String name,

            @Schema(description = "Unit", examples = "percent")
            String unit,

            @Schema(description = "Kind", examples = "ratio") @Nullable
            IndicatorKind kind,

            @Schema(description = "Polarity", examples = "burden") @Nullable
            Polarity polarity,

            @Schema(description = "Theme", examples = "employment") @Nullable
            String theme,

            @Schema(description = "Source", examples = "Statistikstelle") @Nullable
            String source,

            @Schema(description = "Licence", examples = "dl-de/by-2-0") @Nullable
            String licence,

            @Schema(description = "The value whose reference date lies in the period; null without one") @Nullable
            Value value,

            @Schema(
                    description =
                            "Median of the shown values of all spaces of the level in the same root; null where it is the only one",
                    examples = "6.5")
            @Nullable
            BigDecimal median,

            @Schema(description = "Place among the shown values of the level; null where the value is not shown")
            @Nullable
            Rank rank,

            @Schema(description = "Values of the larger spaces, the largest first")
            List<LargerValue> larger,

            @Schema(description = "All values from the oldest to the latest")
            List<Value> history) {}

    /** Place in the order of values. */
    @Schema(name = "ProfileRank", description = "Place among the shown values of all spaces of the level")
    record Rank(
            @Schema(description = "1 for the highest value; equal values share a rank", examples = "2")
            int rank,

            @Schema(description = "Number of shown values", examples = "93")
            int of) {}

    /** Value of a larger space. */
    @Schema(name = "ProfileLargerValue", description = "Value of a larger space in the period of the profile")
    record LargerValue(
            @Schema(description = "Space key", examples = "99001001")
            String key,

            @Schema(description = "Name", examples = "Musterstadt")
            String name,

            @Schema(
                    description = "As delivered, else made of its spaces; null where one of them is not shown",
                    examples = "6.9")
            @Nullable
            BigDecimal value) {}

    /** A public value. */
    @Schema(name = "ProfileValue", description = "A public value")
    record Value(
            @Schema(description = "Period as delivered", examples = "2023")
            String period,

            @Schema(description = "The value; null where its mark stands for it", examples = "7.25") @Nullable
            BigDecimal value,

            @Schema(description = "Numerator", examples = "290") @Nullable
            BigDecimal numerator,

            @Schema(description = "Denominator", examples = "4000") @Nullable
            BigDecimal denominator,

            @Schema(description = "Status", examples = "normal")
            ValueStatus status,

            @Schema(description = "Disclosure mark", examples = ".") @Nullable
            Mark mark,

            @Schema(description = "Id of its release") UUID release) {}

    /** A published offer. */
    @Schema(name = "ProfileOffer", description = "A published offer")
    record Offer(
            @Schema(description = "Offer key", examples = "familientreff")
            String key,

            @Schema(description = "Name", examples = "Familientreff")
            String name,

            @Schema(description = "Name of the actor", examples = "Verband A")
            String stakeholder,

            @Schema(description = "What is offered", examples = "Offener Treff") @Nullable
            String description,

            @Schema(description = "Whom it is for", examples = "Familien") @Nullable
            String targetGroup,

            @Schema(description = "Fields of action it answers", examples = "HF1")
            List<String> needs) {}

    /** A grant. */
    @Schema(name = "ProfileGrant", description = "A grant")
    record Grant(
            @Schema(description = "Id of the application") UUID application,

            @Schema(description = "Name of the recipient", examples = "Verband A")
            String applicant,

            @Schema(description = "Purpose", examples = "Quartiersarbeit")
            String purpose,

            @Schema(description = "Amount granted", examples = "48000.00")
            String amount,

            @Schema(description = "Amount paid so far", examples = "12000.00")
            String paid,

            @Schema(description = "Currency", examples = "EUR")
            String currency,

            @Schema(description = "Name of the body that decided", examples = "Städteregionsausschuss")
            String body,

            @Schema(description = "Day of the decision") LocalDate decidedOn) {}
}
