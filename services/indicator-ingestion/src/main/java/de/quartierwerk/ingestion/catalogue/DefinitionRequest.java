package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition as it is written in JSON. Only Jackson makes one, by the names of its fields; all else works with
 * {@link #definition()}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "DefinitionRequest",
        description = "An indicator; all but name, unit and kind may be left out",
        examples = """
            {"name":"Arbeitslose","description":"Anteil der Arbeitslosen","unit":"percent","kind":"ratio",\
            "polarity":"burden","theme":"employment","minimumCount":3,"referenceDate":"--12-31",\
            "source":"Statistisches Amt","licence":"dl-de/by-2-0","periodicity":"P1Y"}""")
public record DefinitionRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Arbeitslose")
        String name,

        @Size(max = 4000) @Schema(examples = "Anteil der Arbeitslosen") @Nullable
        String description,

        @NotBlank @Size(max = 64) @Schema(examples = "percent")
        String unit,

        @NotNull Kind kind,

        @Schema(description = "neutral where left out") @Nullable
        Polarity polarity,

        @Size(max = 200) @Schema(examples = "employment") @Nullable
        String theme,

        @Schema(examples = "unemployed-persons") @Nullable String numerator,
        @Schema(examples = "population-15-64") @Nullable String denominator,

        @Size(max = 1000) @Schema(examples = "[a] / ([b] - [c]) * 100") @Nullable
        String formula,

        @Min(1) @Max(1000) @Schema(description = "3 where left out", examples = "3") @Nullable
        Integer minimumCount,

        @Pattern(regexp = "--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])") @Schema(examples = "--12-31") @Nullable
        String referenceDate,

        @Size(max = 500) @Schema(examples = "Statistikstelle") @Nullable
        String source,

        @Size(max = 200) @Schema(examples = "dl-de/by-2-0") @Nullable
        String licence,

        @Pattern(regexp = "P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+D)?") @Schema(examples = "P1Y") @Nullable
        String periodicity,

        @Schema(description = "Whether nobody may learn that none or all of a group are concerned") @Nullable
        Boolean sensitive,

        @Min(0) @Max(20) @Schema(examples = "1") @Nullable Integer publicDecimals,

        @Schema(examples = "0") @Nullable BigDecimal minimum,
        @Schema(examples = "100") @Nullable BigDecimal maximum,

        @Size(max = 200) @Schema(examples = "Unemployed people") @Nullable
        String englishName,

        @Size(max = 500) @Schema(examples = "statistik@stadt.example") @Nullable
        String contact,

        @Size(max = 20) @Schema(examples = "[\"KGSt, Materialien 4/2009: Sozialmonitoring\"]") @Nullable
        List<@NotBlank @Size(max = 500) String> references,

        @Schema(description = "Whether it counts what is there on a day or what happens in a period") @Nullable
        StockOrFlow stockOrFlow,

        @Size(max = 100) @Nullable List<@NotNull @Valid Relation> relations,

        @Schema(
                description = "Code of an indicator that shows the same figure; of a share, its numerator",
                examples = "unemployed-persons")
        @Nullable
        String sameFigureAs,

        @Valid @Nullable ShareOf shareOf,

        @Min(1) @Max(100000) @Schema(description = "Shares of smaller groups are suppressed", examples = "50") @Nullable
        Integer minimumDenominator,

        @Valid @Nullable NoiseProtection protection,
        @Valid @Nullable DominanceRule dominance) {

    /** Copies the references. */
    public DefinitionRequest {
        references = references == null ? null : List.copyOf(references);
        relations = relations == null ? null : List.copyOf(relations);
    }

    /** The definition, with what was left out filled in. */
    Definition definition() {
        return new Definition(
                new Naming(name, englishName, description),
                unit,
                kind,
                polarity == null ? Polarity.NEUTRAL : polarity,
                theme,
                new Computation(numerator, denominator, formula),
                new Disclosure(
                        minimumCount == null ? Definition.USUAL_MINIMUM_COUNT : minimumCount,
                        sensitive,
                        publicDecimals,
                        minimumDenominator,
                        protection,
                        dominance),
                new Limits(minimum, maximum),
                new Timing(referenceDate, periodicity, stockOrFlow),
                new Relations(relations, sameFigureAs, shareOf),
                new Origin(source, licence, contact, references));
    }
}
