package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a mapping finds periods.
 *
 * @param period period of all values that have none of their own
 * @param periodColumn column of the period
 * @param periodColumns columns that hold parts of the period, such as year and month
 * @param periodFormat what six digits mean
 * @param periodInHeader whether column names hold periods, as in {@code Arbeitslose / 2023}
 * @param periodInRows whether a row that holds nothing but a period says that of the rows below it
 * @param periodFromSheet whether the period of a sheet's values stands in its name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodFields(
        @Schema(description = "Period of all values that have none of their own", examples = "2023-12-31") @Nullable
        String period,

        @Schema(description = "Column of the period: its name, or its number from 1", examples = "Stichtag") @Nullable
        String periodColumn,

        @Schema(
                description = "Columns that make up the period together, instead of periodColumn: year and month,"
                        + " quarter or week. A bare number is told by the name of its column",
                examples = "[\"Jahr\",\"Monat\"]")
        @Nullable
        List<String> periodColumns,

        @Schema(description = "What six digits such as 201112 mean; without it they are no period", examples = "yyyyMM")
        @Nullable
        PeriodFormat periodFormat,

        @Schema(
                description = "Wide layout: column names hold periods, as in Arbeitslose / 2023; with indicator or"
                        + " indicatorColumn a name may be nothing but a period",
                examples = "true")
        @Nullable
        Boolean periodInHeader,

        @Schema(
                description =
                        "A row that holds nothing but a period, above others, says the period of the rows below it",
                examples = "true")
        @Nullable
        Boolean periodInRows,

        @Schema(description = "The period of a sheet's values stands in its name", examples = "true") @Nullable
        Boolean periodFromSheet) {

    /** Copies the names. */
    public PeriodFields {
        periodColumns = periodColumns == null ? null : List.copyOf(periodColumns);
    }

    /** The columns that hold periods or parts of them, in their order. */
    public List<String> columns() {
        if (periodColumns != null) {
            return periodColumns;
        }
        return periodColumn == null ? List.of() : List.of(periodColumn);
    }
}
