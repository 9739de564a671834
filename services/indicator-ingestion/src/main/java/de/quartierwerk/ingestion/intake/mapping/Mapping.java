package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Says what the columns of a delivered file mean (Zuordnung). Everything may be left out that the file itself tells. In
 * JSON its parts lie side by side, as {@link MappingDocument} has them.
 *
 * @param layout how the table lays out its values
 * @param spaces how spaces are found
 * @param periods where periods stand
 * @param columns wide layout: column name to meaning
 * @param values where indicators and values stand beside those columns
 * @param rows which rows count
 * @param text how the text is written
 * @param tables which tables are read, and their header
 * @param signs what marks beside and instead of numbers mean
 * @param policy what the check has to be strict about
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Mapping",
        description = "What the columns of a delivered file mean; whatever is left out is detected",
        examples = """
            {"layout":"wide","level":"planning-area","spaceColumn":"plr_id","period":"2013",\
            "columns":{"s1":{"indicator":"S1"}},"rows":{"where":{"column":"in_index","equals":"1"}},"decimal":"."}""")
public record Mapping(
        @Schema(
                description = "A column per indicator, period or space, or a row per value; wide where columns,"
                        + " spaceInHeader or periodInHeader is stated, else long",
                examples = "wide")
        @Nullable
        Layout layout,

        @JsonUnwrapped SpaceFields spaces,
        @JsonUnwrapped PeriodFields periods,

        @Schema(
                description = "Wide layout: column name (or number from 1) to meaning",
                examples = "{\"Einwohner\":{\"indicator\":\"population\"}}")
        @Nullable
        Map<String, Column> columns,

        @JsonUnwrapped ValueFields values,
        @Nullable MappingRows rows,
        @JsonUnwrapped TextFormat text,
        @JsonUnwrapped Tables tables,
        @JsonUnwrapped SignFields signs,
        @JsonUnwrapped Policy policy) {

    /** Copies the columns, keeping their order. */
    public Mapping {
        columns = columns == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Mapping of(MappingDocument written) {
        return written.mapping();
    }

    /** A mapping that leaves everything out: long layout with the API's own names. */
    public static Mapping empty() {
        return new MappingDocument().mapping();
    }

    /**
     * How the text is written.
     *
     * @param delimiter sign between cells
     * @param decimal decimal sign
     * @param grouping sign between groups of three digits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TextFormat(
            @Schema(description = "Sign between cells: ; , | or a tabulator", examples = ";") @Nullable
            String delimiter,

            @Schema(description = "Decimal sign of numbers written as text: , or .", examples = ",") @Nullable
            String decimal,

            @Schema(description = "Sign between groups of three digits", examples = ".") @Nullable
            String grouping,

            @Schema(description = "Charset of a text file", examples = "windows-1252") @Nullable
            String charset) {}

    /**
     * Which tables are read, and their header.
     *
     * @param header whether the first row holds column names; without it columns are addressed by number from 1
     * @param headerRows how many rows the column names take; found out where not stated
     * @param sheets names of a spreadsheet's sheets; {@code *} for all that fit
     * @param sheet name of a spreadsheet's only sheet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tables(
            @Schema(
                    description = "Whether there are column names; without them columns are addressed by number from 1",
                    examples = "true")
            @Nullable
            Boolean header,

            @Schema(
                    description = "How many rows the column names take; found out where not stated",
                    examples = "2",
                    minimum = "1",
                    maximum = "6")
            @Nullable
            Integer headerRows,

            @Schema(
                    description = "Names of a spreadsheet's sheets; * for all that fit",
                    examples = "[\"2022\",\"2023\"]")
            @Nullable
            List<String> sheets,

            @Schema(description = "Name of a spreadsheet's only sheet", examples = "Daten") @Nullable
            String sheet) {
        /** Copies the names. */
        public Tables {
            sheets = sheets == null ? null : List.copyOf(sheets);
        }
    }

    /**
     * What the check has to be strict about.
     *
     * @param sums totals and the parts that must add up to them
     * @param atomic whether one error rejects the whole file
     * @param controlledAtSource whether ratios delivered as bare values have passed a disclosure control before; where
     *     nobody says so, they are looked at beside the counts that are known
     * @param holdOnWarnings whether warnings keep a submission from being approved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Policy(
            @Schema(description = "Totals and the parts that must add up to them") @Nullable
            List<Sum> sums,

            @Schema(description = "Whether one error rejects the whole file", examples = "false") @Nullable
            Boolean atomic,

            @Schema(
                    description =
                            "Whether ratios delivered as bare values have passed a disclosure control before. Left"
                                    + " out, nothing is assumed: a share that gives a small count with any count known for the"
                                    + " same space is not public",
                    examples = "true")
            @Nullable
            Boolean controlledAtSource,

            @Schema(
                    description = "Whether warnings keep a submission from being approved until they are answered",
                    examples = "false")
            @Nullable
            Boolean holdOnWarnings) {
        /** Copies the sums. */
        public Policy {
            sums = sums == null ? null : List.copyOf(sums);
        }
    }

    /**
     * Meaning of a column in the wide layout.
     *
     * @param indicator code of the indicator
     * @param period period of the column's values
     * @param measure what part of the value it holds; the value itself where null
     * @param statusColumn column of the status of these values only
     * @param factor by what its numbers are multiplied
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "MappingColumn",
            description = "What a column of the wide layout holds",
            examples = "{\"indicator\":\"unemployed\",\"period\":\"2023\"}")
    public record Column(
            @Schema(description = "Code of the indicator", examples = "unemployed")
            String indicator,

            @Schema(description = "Period of the column's values", examples = "2023") @Nullable
            String period,

            @Schema(
                    description = "What part of the value it holds; the value itself where not stated",
                    examples = "numerator")
            @Nullable
            Measure measure,

            @Schema(description = "Column of the status of these values only", examples = "Flag 2023") @Nullable
            String statusColumn,

            @Schema(description = "By what its numbers are multiplied", examples = "1000") @Nullable
            Integer factor) {}

    /**
     * A total and its parts, all of the same space and period.
     *
     * @param total code of the indicator that is the total
     * @param parts codes of the indicators that must add up to it
     */
    @Schema(
            name = "MappingSum",
            description = "Indicators that must add up to another one",
            examples = "{\"total\":\"population\",\"parts\":[\"population-female\",\"population-male\"]}")
    public record Sum(String total, List<String> parts) {
        /** Copies the parts. */
        public Sum {
            parts = parts == null ? List.of() : List.copyOf(parts);
        }
    }

    /** The same mapping with another period of all values that have none of their own. */
    public Mapping withPeriod(String other) {
        PeriodFields changed = new PeriodFields(
                other,
                periods.periodColumn(),
                periods.periodColumns(),
                periods.periodFormat(),
                periods.periodInHeader(),
                periods.periodInRows(),
                periods.periodFromSheet());
        return new Mapping(layout, spaces, changed, columns, values, rows, text, tables, signs, policy);
    }

    /** The same mapping where warnings hold nothing up. */
    public Mapping withoutHold() {
        Policy changed = new Policy(policy.sums(), policy.atomic(), policy.controlledAtSource(), null);
        return new Mapping(layout, spaces, periods, columns, values, rows, text, tables, signs, changed);
    }

    /** Level of the spaces; null where keys of all levels occur. */
    public @Nullable String level() {
        return spaces.level();
    }

    /** Column of the space keys or names. */
    public @Nullable String spaceColumn() {
        return spaces.spaceColumn();
    }

    /** Whether spaces are found by key only. */
    public boolean matchesByKeyOnly() {
        return spaces.spaceMatch() == SpaceMatch.KEY;
    }

    /** Whether spaces are found by name. */
    public boolean matchesByName() {
        return spaces.spaceMatch() == SpaceMatch.NAME;
    }

    /** Period of all values that have none of their own. */
    public @Nullable String period() {
        return periods.period();
    }

    /** Column of the period. */
    public @Nullable String periodColumn() {
        return periods.periodColumn();
    }

    /** Whether column names hold periods. */
    public boolean headerHasPeriods() {
        return Boolean.TRUE.equals(periods.periodInHeader());
    }

    /** Whether rows that hold nothing but a period say that of the rows below. */
    public boolean rowsArePeriods() {
        return Boolean.TRUE.equals(periods.periodInRows());
    }

    /** Whether the names of sheets hold periods. */
    public boolean sheetsArePeriods() {
        return Boolean.TRUE.equals(periods.periodFromSheet());
    }

    /** The columns of the wide layout. */
    public Map<String, Column> wideColumns() {
        return columns == null ? Map.of() : columns;
    }

    /** The layout: wide where columns are given or column names hold spaces or periods, else long. */
    public Layout effectiveLayout() {
        if (layout != null) {
            return layout;
        }
        return looksWide() ? Layout.WIDE : Layout.LONG;
    }

    private boolean looksWide() {
        return !wideColumns().isEmpty() || spaces.inHeader() || headerHasPeriods();
    }

    /** Whether several values stand in a row. */
    public boolean hasWideLayout() {
        return effectiveLayout() == Layout.WIDE;
    }

    /** Conditions on the rows that count, with their JSON pointers. */
    public List<MappingRows.PlacedCondition> conditions() {
        return rows == null || rows.where() == null ? List.of() : rows.where().conditions();
    }

    /** Columns in which an empty cell stands for the text above it. */
    public List<String> filledColumns() {
        return rows == null ? List.of() : rows.filled();
    }

    /** What the texts of the indicator's column mean; empty where they are codes. */
    public Map<String, String> indicatorTexts() {
        return values.indicators() == null ? Map.of() : values.indicators();
    }

    /** Texts that mark totals beside the usual ones. */
    public List<String> statedTotals() {
        return rows == null || rows.totals() == null ? List.of() : rows.totals();
    }

    /** The decimal sign that is stated, also by a point or comma between groups of digits. */
    public @Nullable String decimalSign() {
        if (text.decimal() != null) {
            return text.decimal();
        }
        return ".".equals(text.grouping()) ? "," : ",".equals(text.grouping()) ? "." : null;
    }

    /** Whether the first row holds column names, where that is stated. */
    public @Nullable Boolean header() {
        return tables.header();
    }

    /** How many rows the column names take, where that is stated. */
    public @Nullable Integer headerRows() {
        return tables.headerRows();
    }

    /** The sheets that are asked for; empty for the first. */
    public List<String> chosenSheets() {
        if (tables.sheets() != null) {
            return tables.sheets();
        }
        return tables.sheet() == null ? List.of() : List.of(tables.sheet());
    }

    /** Sums to check. */
    public List<Sum> statedSums() {
        return policy.sums() == null ? List.of() : policy.sums();
    }

    /** Whether one error rejects the whole file. */
    public boolean wholeOrNothing() {
        return Boolean.TRUE.equals(policy.atomic());
    }

    /** Whether bare ratios are controlled at their source; null where nobody has said so. */
    public @Nullable Boolean ratiosControlled() {
        return policy.controlledAtSource();
    }

    /** Whether warnings keep a submission from being approved until they are answered. */
    public boolean holdsOnWarnings() {
        return Boolean.TRUE.equals(policy.holdOnWarnings());
    }
}
