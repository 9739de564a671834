package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Says what the columns of a delivered file mean (Zuordnung). Everything may be left out that the file itself tells.
 *
 * @param layout {@code wide} (a column per indicator) or {@code long} (a row per value)
 * @param level level of the spaces; null where keys of all levels occur
 * @param spaceColumn column of the space keys or names
 * @param spaceMatch {@code key} or {@code name}; where not stated, names are understood where keys are expected
 * @param period period of all values that have none of their own
 * @param periodColumn column of the period
 * @param columns wide layout: column name to meaning
 * @param indicatorColumn long layout: column of the indicator code
 * @param valueColumn long layout: column of the value
 * @param numeratorColumn long layout: column of the numerator
 * @param denominatorColumn long layout: column of the denominator
 * @param statusColumn long layout: column of the status
 * @param rows which rows count
 * @param atomic whether one error rejects the whole file
 * @param delimiter sign between cells
 * @param decimal decimal sign
 * @param grouping sign between groups of three digits
 * @param charset charset of the text
 * @param header whether the first row holds column names; without it columns are addressed by number from 1
 * @param headerRows how many rows the column names take; found out where not stated
 * @param periodInHeader whether the column names of the wide layout hold the periods, as in {@code Arbeitslose / 2023}
 * @param sheets names of a spreadsheet's sheets; {@code *} for all that fit
 * @param periodFromSheet whether the period of a sheet's values stands in its name
 * @param sums totals and the parts that must add up to them
 * @param missing cells that mean: no value
 * @param suppressed cells that mean: kept secret by the source
 * @param unreliable cells that mean: too uncertain
 * @param controlledAtSource whether ratios delivered as bare values have passed a disclosure control before
 * @param holdOnWarnings whether warnings keep a submission from being approved
 * @param sheet name of a spreadsheet's sheet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Mapping",
        description = "What the columns of a delivered file mean; whatever is left out is detected",
        examples = """
            {"layout":"wide","level":"planning-area","spaceColumn":"plr_id","period":"2013",\
            "columns":{"s1":{"indicator":"S1"}},"rows":{"where":{"column":"in_index","equals":"1"}},"decimal":"."}""")
public record Mapping(
        String layout,
        String level,
        String spaceColumn,
        String spaceMatch,
        String period,
        String periodColumn,
        Map<String, Column> columns,
        String indicatorColumn,
        String valueColumn,
        String numeratorColumn,
        String denominatorColumn,
        String statusColumn,
        Rows rows,
        Boolean atomic,
        String delimiter,
        String decimal,
        String grouping,
        String charset,
        Boolean header,
        Integer headerRows,
        Boolean periodInHeader,
        List<String> sheets,
        Boolean periodFromSheet,
        List<Sum> sums,
        List<String> missing,
        List<String> suppressed,
        List<String> unreliable,
        Boolean controlledAtSource,
        Boolean holdOnWarnings,
        String sheet) {

    /** A row per value. */
    public static final String LONG = "long";
    /** A column per indicator. */
    public static final String WIDE = "wide";
    /** Spaces are found by key only. */
    public static final String BY_KEY = "key";
    /** Spaces are found by name. */
    public static final String BY_NAME = "name";

    /** Copies the collections, keeping their order. */
    public Mapping {
        columns = columns == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        sheets = sheets == null ? null : List.copyOf(sheets);
        sums = sums == null ? null : List.copyOf(sums);
        missing = missing == null ? null : List.copyOf(missing);
        suppressed = suppressed == null ? null : List.copyOf(suppressed);
        unreliable = unreliable == null ? null : List.copyOf(unreliable);
    }

    /**
     * Meaning of a column in the wide layout.
     *
     * @param indicator code of the indicator
     * @param period period of the column's values, or null
     * @param measure {@code value} (also where null), {@code numerator} or {@code denominator}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MappingColumn", description = "What a column of the wide layout holds")
    public record Column(String indicator, String period, String measure) {}

    /**
     * Which rows count.
     *
     * @param where condition on a row, or null
     * @param totals texts in the space's column that mark totals, beside the usual ones such as {@code Summe}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MappingRows", description = "Which rows count")
    public record Rows(Where where, List<String> totals) {
        /** Copies the texts. */
        public Rows {
            totals = totals == null ? null : List.copyOf(totals);
        }
    }

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

    /** Only rows count whose cell equals the text. */
    @Schema(name = "MappingWhere", description = "Only rows count whose cell equals the text")
    public record Where(String column, String equals) {}

    /** A mapping that leaves everything out: long layout with the API's own names. */
    public static Mapping empty() {
        return new Mapping(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The same mapping with another period of all values that have none of their own. */
    public Mapping withPeriod(String other) {
        return new Mapping(
                layout,
                level,
                spaceColumn,
                spaceMatch,
                other,
                periodColumn,
                columns,
                indicatorColumn,
                valueColumn,
                numeratorColumn,
                denominatorColumn,
                statusColumn,
                rows,
                atomic,
                delimiter,
                decimal,
                grouping,
                charset,
                header,
                headerRows,
                periodInHeader,
                sheets,
                periodFromSheet,
                sums,
                missing,
                suppressed,
                unreliable,
                controlledAtSource,
                holdOnWarnings,
                sheet);
    }

    /** The same mapping where warnings hold nothing up. */
    public Mapping withoutHold() {
        return this;
    }

    /** Whether warnings keep a submission from being approved until they are answered. */
    public boolean holdsOnWarnings() {
        return Boolean.TRUE.equals(holdOnWarnings);
    }

    /** The sheets that are asked for; empty for the first. */
    public List<String> chosenSheets() {
        return sheets != null ? sheets : sheet == null ? List.of() : List.of(sheet);
    }

    /** The decimal sign that is stated, also by a point or comma between groups of digits; null where none is. */
    public String decimalSign() {
        return decimal != null ? decimal : ".".equals(grouping) ? "," : ",".equals(grouping) ? "." : null;
    }

    /** Whether column names hold periods. */
    public boolean headerHasPeriods() {
        return Boolean.TRUE.equals(periodInHeader);
    }

    /** Whether the names of sheets hold periods. */
    public boolean sheetsArePeriods() {
        return Boolean.TRUE.equals(periodFromSheet);
    }

    /** Sums to check. */
    public List<Sum> statedSums() {
        return sums == null ? List.of() : sums;
    }

    /** Texts that mark totals beside the usual ones. */
    public List<String> statedTotals() {
        return rows == null || rows.totals() == null ? List.of() : rows.totals();
    }

    /** The layout: wide where columns are given, else long. */
    public String effectiveLayout() {
        return layout != null ? layout : columns == null || columns.isEmpty() ? LONG : WIDE;
    }

    /** Whether one error rejects the whole file. */
    public boolean wholeOrNothing() {
        return Boolean.TRUE.equals(atomic);
    }

    /** Whether bare ratios count as controlled at their source. */
    public boolean ratiosControlled() {
        return !Boolean.FALSE.equals(controlledAtSource);
    }

    /** Whether spaces are found by key only. */
    public boolean matchesByKeyOnly() {
        return BY_KEY.equals(spaceMatch);
    }

    /** Whether spaces are found by name. */
    public boolean matchesByName() {
        return BY_NAME.equals(spaceMatch);
    }
}
