package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Definition of an indicator as it is written (Indikatordefinition).
 *
 * @param name name for people
 * @param description what it measures
 * @param unit {@code percent}, {@code persons}, {@code per-1000} …
 * @param kind kind of figure
 * @param polarity what a high value means; neutral where not stated
 * @param theme subject it belongs to
 * @param numerator code of the indicator that is its numerator
 * @param denominator code of the indicator that is its denominator
 * @param formula arithmetic over codes in brackets
 * @param minimumCount counts from 1 to one less are suppressed; 3 where not stated
 * @param referenceDate day of the year as {@code --12-31}
 * @param source who publishes it
 * @param licence licence of the data
 * @param periodicity ISO 8601 duration between two periods
 * @param sensitive whether nobody may learn that none or all of a group are concerned
 * @param publicDecimals decimals that the public may see
 * @param minimum least possible value
 * @param maximum greatest possible value
 * @param englishName name for people who read English
 * @param contact whom to ask about it
 * @param references what recommends or explains it, e.g. a publication of the KGSt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "IndicatorDefinition",
        description = "An indicator; all but name, unit and kind may be left out",
        examples = """
            {"name":"Arbeitslose","description":"Anteil der Arbeitslosen","unit":"percent","kind":"ratio",\
            "polarity":"burden","theme":"employment","minimumCount":3,"referenceDate":"--12-31",\
            "source":"Statistisches Amt","licence":"dl-de/by-2-0","periodicity":"P1Y"}""")
public record Definition(
        @NotBlank @Size(max = 200) @Schema(examples = "Arbeitslose")
        String name,

        @Size(max = 4000) @Schema(nullable = true, examples = "Anteil der Arbeitslosen")
        String description,

        @NotBlank @Size(max = 64) @Schema(examples = "percent")
        String unit,

        @NotNull Kind kind,
        @Schema(nullable = true) Polarity polarity,

        @Size(max = 200) @Schema(nullable = true, examples = "employment")
        String theme,

        @Schema(nullable = true, examples = "unemployed-persons")
        String numerator,

        @Schema(nullable = true, examples = "population-15-64")
        String denominator,

        @Size(max = 1000) @Schema(nullable = true, examples = "[a] / ([b] - [c]) * 100")
        String formula,

        @Min(1) @Max(1000) @Schema(nullable = true, examples = "3")
        Integer minimumCount,

        @Pattern(regexp = "--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])") @Schema(nullable = true, examples = "--12-31")
        String referenceDate,

        @Size(max = 500) @Schema(nullable = true, examples = "Statistikstelle")
        String source,

        @Size(max = 200) @Schema(nullable = true, examples = "dl-de/by-2-0")
        String licence,

        @Pattern(regexp = "P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+D)?") @Schema(nullable = true, examples = "P1Y")
        String periodicity,

        @Schema(nullable = true, description = "Whether nobody may learn that none or all of a group are concerned")
        Boolean sensitive,

        @Min(0) @Max(20) @Schema(nullable = true, examples = "1")
        Integer publicDecimals,

        @Schema(nullable = true, examples = "0") BigDecimal minimum,
        @Schema(nullable = true, examples = "100") BigDecimal maximum,

        @Size(max = 200) @Schema(nullable = true, examples = "Unemployed people")
        String englishName,

        @Size(max = 500) @Schema(nullable = true, examples = "statistik@stadt.example")
        String contact,

        @Size(max = 20) @Schema(nullable = true, examples = "[\"KGSt, Materialien 4/2009: Sozialmonitoring\"]")
        List<@NotBlank @Size(max = 500) String> references) {

    /** Smallest count that is published where the catalogue does not ask for more. */
    public static final int USUAL_MINIMUM_COUNT = 3;

    /** Copies the references. */
    public Definition {
        references = references == null ? null : List.copyOf(references);
    }

    /** A definition of which only the essentials are stated. */
    static Definition of(String name, String description, String unit, Kind kind, String theme) {
        return new Definition(
                name,
                description,
                unit,
                kind,
                null,
                theme,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Fills in what was left out. */
    public Definition completed() {
        return new Definition(
                name,
                description,
                unit,
                kind,
                polarity == null ? Polarity.NEUTRAL : polarity,
                theme,
                numerator,
                denominator,
                formula,
                minimumCount == null ? USUAL_MINIMUM_COUNT : minimumCount,
                referenceDate,
                source,
                licence,
                periodicity,
                sensitive,
                publicDecimals,
                minimum,
                maximum,
                englishName,
                contact,
                references);
    }

    /** Whether its values are computed from other indicators. */
    public boolean computed() {
        return formula != null || (numerator != null && denominator != null);
    }

    /** Whether it is kept from the public that none or all of a group are concerned. */
    public boolean sensitiveGroup() {
        return Boolean.TRUE.equals(sensitive);
    }
}
