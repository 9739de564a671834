package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapping finds indicators and values, beside the columns of the wide layout.
 *
 * @param indicator code of the indicator of all values that have none of their own
 * @param indicatorColumn column of the indicator
 * @param indicators texts of that column and the codes that they stand for
 * @param valueColumn long layout: column of the value
 * @param numeratorColumn long layout: column of the numerator
 * @param denominatorColumn long layout: column of the denominator
 * @param cellKeyColumn long layout: column of the key that changes a count
 * @param contributionColumns long layout: columns of the largest contributions to a sum
 * @param statusColumn column of the status
 * @param factor by what numbers are multiplied
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ValueFields(
        @Schema(
                description = "Code of the one indicator of all values, where no column says it: with spaceInHeader or"
                        + " periodInHeader, or in the long layout",
                examples = "population")
        @Nullable
        String indicator,

        @Schema(
                description = "Column of the indicator code, or of texts that indicators translates",
                examples = "Merkmal")
        @Nullable
        String indicatorColumn,

        @JsonDeserialize(using = TextsOnce.class)
        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = String.class,
                description = "What the texts of indicatorColumn mean: text to code. Rows with other texts are passed"
                        + " over, with a hint",
                examples = "{\"Arbeitslose insgesamt\":\"unemployed\"}")
        @Nullable
        Map<String, String> indicators,

        @Schema(description = "Long layout: column of the value", examples = "Wert") @Nullable
        String valueColumn,

        @Schema(description = "Long layout: column of the numerator", examples = "Fälle") @Nullable
        String numeratorColumn,

        @Schema(description = "Long layout: column of the denominator", examples = "Bevölkerung") @Nullable
        String denominatorColumn,

        @Schema(
                description = "Long layout: column of the cell key of a count, for indicators that the platform"
                        + " protects so",
                examples = "Schlüssel")
        @Nullable
        String cellKeyColumn,

        @Schema(
                description = "Long layout: columns of the largest contributions to a sum, in any order, for"
                        + " indicators with a dominance rule",
                examples = "[\"Größter Beitrag\",\"Zweitgrößter Beitrag\"]")
        @Nullable
        List<String> contributionColumns,

        @Schema(
                description = "Column of the status of a row's values: normal, estimated, unreliable, missing,"
                        + " suppressed, or the letters of SDMX and Eurostat",
                examples = "OBS_STATUS")
        @Nullable
        String statusColumn,

        @Schema(
                description =
                        "By what all numbers are multiplied that have no factor of their own; 1000 where the table"
                                + " says in 1 000",
                examples = "1000")
        @Nullable
        Integer factor) {

    /** Copies the translations and columns. */
    public ValueFields {
        contributionColumns = contributionColumns == null ? null : List.copyOf(contributionColumns);
        indicators = indicators == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(indicators));
    }

    /** The columns of contributions that are stated. */
    List<String> contributions() {
        return contributionColumns == null ? List.of() : contributionColumns;
    }
}
