package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping finds the spaces of values.
 *
 * @param level level of the spaces; null where keys of all levels occur
 * @param spaceColumn column of the space keys or names
 * @param spaceMatch by what spaces are found; where not stated, names are understood where keys are expected
 * @param space key of the one space of the whole file
 * @param spaceInHeader whether the column names hold the spaces
 * @param spaceInRows whether rows that hold nothing but a space say that of the rows below
 * @param key how the text of the space's cell becomes a key
 * @param keyLength short for the length in {@code key}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpaceFields(
        @Schema(description = "Level of the spaces; without it keys of all levels may occur", examples = "municipality")
        @Nullable
        String level,

        @Schema(
                description = "Column of the space keys or names: its name, or its number from 1 where no column has"
                        + " that name",
                examples = "Gemeindeschlüssel")
        @Nullable
        String spaceColumn,

        @Schema(
                description =
                        "By what spaces are found; where not stated, names are understood where keys are expected",
                examples = "name")
        @Nullable
        SpaceMatch spaceMatch,

        @Schema(
                description = "Key of the one space that the whole file is about, instead of spaceColumn",
                examples = "05334002")
        @Nullable
        String space,

        @Schema(
                description = "Wide layout: the column names hold the keys or names of the spaces; indicator,"
                        + " indicatorColumn or columns says what the values are",
                examples = "true")
        @Nullable
        Boolean spaceInHeader,

        @Schema(
                description = "Rows that hold nothing but the key or name of a space say that of the rows below, as in"
                        + " a table with a space above its years",
                examples = "true")
        @Nullable
        Boolean spaceInRows,

        @Nullable KeyRule key,

        @Schema(description = "Short for key.padTo: keys get zeros in front up to this length", examples = "8")
        @Nullable
        Integer keyLength) {

    /** Whether the column names hold the spaces. */
    public boolean inHeader() {
        return Boolean.TRUE.equals(spaceInHeader);
    }

    /** Whether rows that hold nothing but a space say that of the rows below. */
    public boolean inRows() {
        return Boolean.TRUE.equals(spaceInRows);
    }

    /** How keys are made of cells, with the length that is stated beside it. */
    public KeyRule keyRule() {
        KeyRule rule = key == null ? KeyRule.NONE : key;
        return rule.padTo() == null && keyLength != null ? rule.withPadTo(keyLength) : rule;
    }
}
