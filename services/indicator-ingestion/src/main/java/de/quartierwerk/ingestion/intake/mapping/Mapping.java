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
 * @param layout {@code wide} (a column per indicator) or {@code long} (a row per value)
 * @param spaces how spaces are found
 * @param periods where periods stand
 * @param columns wide layout: column name to meaning
 * @param longColumns long layout: the columns
 * @param rows which rows count
 * @param text how the text is written
 * @param tables which tables are read, and their header
 * @param signs what marks instead of numbers mean
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
        @Schema(enumeration = {"wide", "long"}) @Nullable String layout,
        @JsonUnwrapped SpaceFields spaces,
        @JsonUnwrapped PeriodFields periods,
        @Nullable Map<String, Column> columns,
        @JsonUnwrapped LongColumns longColumns,
        @Nullable Rows rows,
        @JsonUnwrapped TextFormat text,
        @JsonUnwrapped Tables tables,
        @JsonUnwrapped Signs signs,
        @JsonUnwrapped Policy policy) {

    /** A row per value. */
    public static final String LONG = "long";
    /** A column per indicator. */
    public static final String WIDE = "wide";
    /** Spaces are found by key only. */
    public static final String BY_KEY = "key";
    /** Spaces are found by name. */
    public static final String BY_NAME = "name";

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
     * How spaces are found.
     *
     * @param level level of the spaces; null where keys of all levels occur
     * @param spaceColumn column of the space keys or names
     * @param spaceMatch {@code key} or {@code name}; where not stated, names are understood where keys are expected
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SpaceFields(
            @Nullable String level,
            @Nullable String spaceColumn,
            @Schema(enumeration = {"key", "name"}) @Nullable String spaceMatch) {}

    /**
     * Where periods stand.
     *
     * @param period period of all values that have none of their own
     * @param periodColumn column of the period
     * @param periodInHeader whether the column names of the wide layout hold them, as in {@code Arbeitslose / 2023}
     * @param periodFromSheet whether the period of a sheet's values stands in its name
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PeriodFields(
            @Nullable String period,
            @Nullable String periodColumn,
            @Nullable Boolean periodInHeader,
            @Nullable Boolean periodFromSheet) {}

    /** The columns of the long layout. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LongColumns(
            @Nullable String indicatorColumn,
            @Nullable String valueColumn,
            @Nullable String numeratorColumn,
            @Nullable String denominatorColumn,
            @Nullable String statusColumn) {}

    /**
     * How the text is written.
     *
     * @param delimiter sign between cells
     * @param decimal decimal sign
     * @param grouping sign between groups of three digits
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TextFormat(
            @Nullable String delimiter,
            @Nullable String decimal,
            @Nullable String grouping,
            @Nullable String charset) {}

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
            @Nullable Boolean header,
            @Nullable Integer headerRows,
            @Nullable List<String> sheets,
            @Nullable String sheet) {
        /** Copies the names. */
        public Tables {
            sheets = copy(sheets);
        }
    }

    /**
     * What marks instead of numbers mean.
     *
     * @param missing cells that mean: no value
     * @param suppressed cells that mean: kept secret by the source
     * @param unreliable cells that mean: too uncertain
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signs(
            @Nullable List<String> missing,
            @Nullable List<String> suppressed,
            @Nullable List<String> unreliable) {
        /** Copies the lists. */
        public Signs {
            missing = copy(missing);
            suppressed = copy(suppressed);
            unreliable = copy(unreliable);
        }
    }

    /**
     * What the check has to be strict about.
     *
     * @param sums totals and the parts that must add up to them
     * @param atomic whether one error rejects the whole file
     * @param controlledAtSource whether ratios delivered as bare values have passed a disclosure control before
     * @param holdOnWarnings whether warnings keep a submission from being approved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Policy(
            @Nullable List<Sum> sums,
            @Nullable Boolean atomic,
            @Nullable Boolean controlledAtSource,
            @Nullable Boolean holdOnWarnings) {
        /** Copies the sums. */
        public Policy {
            sums = copy(sums);
        }
    }

    /**
     * Meaning of a column in the wide layout.
     *
     * @param indicator code of the indicator
     * @param period period of the column's values
     * @param measure {@code value} (also where null), {@code numerator} or {@code denominator}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MappingColumn", description = "What a column of the wide layout holds")
    public record Column(
            String indicator,
            @Nullable String period,

            @Schema(enumeration = {"value", "numerator", "denominator"}) @Nullable
            String measure) {}

    /**
     * Which rows count.
     *
     * @param where condition on a row
     * @param totals texts in the space's column that mark totals, beside the usual ones such as {@code Summe}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MappingRows", description = "Which rows count")
    public record Rows(@Nullable Where where, @Nullable List<String> totals) {
        /** Copies the texts. */
        public Rows {
            totals = copy(totals);
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

    private static <T> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : List.copyOf(list);
    }

    /** The same mapping with another period of all values that have none of their own. */
    public Mapping withPeriod(String other) {
        PeriodFields changed =
                new PeriodFields(other, periods.periodColumn(), periods.periodInHeader(), periods.periodFromSheet());
        return new Mapping(layout, spaces, changed, columns, longColumns, rows, text, tables, signs, policy);
    }

    /** The same mapping where warnings hold nothing up. */
    public Mapping withoutHold() {
        Policy changed = new Policy(policy.sums(), policy.atomic(), policy.controlledAtSource(), null);
        return new Mapping(layout, spaces, periods, columns, longColumns, rows, text, tables, signs, changed);
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
        return BY_KEY.equals(spaces.spaceMatch());
    }

    /** Whether spaces are found by name. */
    public boolean matchesByName() {
        return BY_NAME.equals(spaces.spaceMatch());
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

    /** Whether the names of sheets hold periods. */
    public boolean sheetsArePeriods() {
        return Boolean.TRUE.equals(periods.periodFromSheet());
    }

    /** The columns of the wide layout. */
    public Map<String, Column> wideColumns() {
        return columns == null ? Map.of() : columns;
    }

    /** The layout: wide where columns are given, else long. */
    public String effectiveLayout() {
        return layout != null ? layout : wideColumns().isEmpty() ? LONG : WIDE;
    }

    /** Long layout: column of the indicator code. */
    public @Nullable String indicatorColumn() {
        return longColumns.indicatorColumn();
    }

    /** Long layout: column of the value. */
    public @Nullable String valueColumn() {
        return longColumns.valueColumn();
    }

    /** Long layout: column of the numerator. */
    public @Nullable String numeratorColumn() {
        return longColumns.numeratorColumn();
    }

    /** Long layout: column of the denominator. */
    public @Nullable String denominatorColumn() {
        return longColumns.denominatorColumn();
    }

    /** Long layout: column of the status. */
    public @Nullable String statusColumn() {
        return longColumns.statusColumn();
    }

    /** Condition on the rows that count. */
    public @Nullable Where where() {
        return rows == null ? null : rows.where();
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

    /** Cells that mean: no value. */
    public @Nullable List<String> missing() {
        return signs.missing();
    }

    /** Cells that mean: kept secret by the source. */
    public @Nullable List<String> suppressed() {
        return signs.suppressed();
    }

    /** Cells that mean: too uncertain. */
    public @Nullable List<String> unreliable() {
        return signs.unreliable();
    }

    /** Sums to check. */
    public List<Sum> statedSums() {
        return policy.sums() == null ? List.of() : policy.sums();
    }

    /** Whether one error rejects the whole file. */
    public boolean wholeOrNothing() {
        return Boolean.TRUE.equals(policy.atomic());
    }

    /** Whether bare ratios count as controlled at their source. */
    public boolean ratiosControlled() {
        return !Boolean.FALSE.equals(policy.controlledAtSource());
    }

    /** Whether warnings keep a submission from being approved until they are answered. */
    public boolean holdsOnWarnings() {
        return Boolean.TRUE.equals(policy.holdOnWarnings());
    }
}
