package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a file was understood (Vorschau), for a person to look at before it is delivered.
 *
 * @param values the first values of each indicator, for some spaces and periods each
 * @param unmatchedRows the first rows that stand for no space
 * @param signs signs in the cells and what they were taken for
 */
@Schema(name = "Preview", description = "How the file was understood: its first values, the rows and signs to look at")
public record Preview(List<Value> values, List<Row> unmatchedRows, List<Sign> signs) {
    /** Copies the lists. */
    public Preview {
        values = List.copyOf(values);
        unmatchedRows = List.copyOf(unmatchedRows);
        signs = List.copyOf(signs);
    }

    /** A value as it was read, and what stands in its cell. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PreviewValue", description = "A value as it was read, and what stands in its cell")
    public record Value(
            @Schema(description = "Code of the indicator", examples = "population")
            String indicator,

            @Schema(description = "Key of the space", examples = "01011101")
            String space,

            @Schema(examples = "2023") String period,

            @JsonProperty("value") @Schema(description = "As read", examples = "1234") @Nullable
            BigDecimal number,

            @Schema(examples = "12") @Nullable BigDecimal numerator,
            @Schema(examples = "96") @Nullable BigDecimal denominator,

            @Schema(
                    description = "What is known of it",
                    enumeration = {"normal", "estimated", "unreliable", "missing", "suppressed"},
                    examples = "normal")
            String status,

            @Schema(description = "What stands in the cell", examples = "1.234")
            String text,

            @Schema(description = "Line, row or object, from 1", examples = "2")
            long line,

            @Schema(description = "Name or number of the column", examples = "Einwohner") @Nullable
            String column,

            @Schema(description = "The cell of a spreadsheet", examples = "B2") @Nullable
            String cell) {}

    /** A row that stands for no space. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PreviewRow", description = "A row that stands for no space")
    public record Row(
            @Schema(description = "Line, row or object, from 1", examples = "14") @Nullable
            Long line,

            @Schema(description = "The cell of a spreadsheet", examples = "A14") @Nullable
            String cell,

            @Schema(description = "What stands where the space is expected", examples = "Insgesamt") @Nullable
            String text,

            @Schema(description = "What it was taken for", examples = "row.total")
            String code,

            Severity severity) {}

    /** What a sign means. */
    public enum Meaning {
        @JsonProperty("decimal")
        DECIMAL,
        @JsonProperty("grouping")
        GROUPING,
        @JsonProperty("zero")
        ZERO,
        @JsonProperty("missing")
        MISSING,
        @JsonProperty("suppressed")
        SUPPRESSED,
        @JsonProperty("unreliable")
        UNRELIABLE
    }

    /** A sign of a column and what it was taken for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PreviewSign", description = "A sign in the cells of a column and what it was taken for")
    public record Sign(
            @Schema(description = "Name or number of the column", examples = "Einwohner") @Nullable
            String column,

            @Schema(description = "The sign; empty for empty cells", examples = ".")
            String sign,

            Meaning readAs,

            @Schema(description = "The first cell that has it", examples = "1.234")
            String example,

            @Schema(description = "Cells of the column that have it", examples = "12")
            long cells) {}
}
