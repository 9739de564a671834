package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a file count.
 *
 * @param where conditions on a row
 * @param totals texts that mark totals, beside the usual ones such as {@code Summe}
 * @param fillDown columns in which an empty cell stands for the text above it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MappingRows", description = "Which rows count", examples = """
            {"where":{"column":"Geschlecht","equals":"Insgesamt","and":[{"column":"Alter","in":["Insgesamt","Total"]}]},\
            "totals":["Kreis"],"fillDown":["Jahr"]}""")
public record MappingRows(
        @Nullable Where where,

        @Schema(
                description = "Texts that mark totals, beside the usual ones such as Summe",
                examples = "[\"Kreis Düren\"]")
        @Nullable
        List<String> totals,

        @Schema(
                description = "Columns in which an empty cell stands for the text above it, as where a label is written"
                        + " once per group",
                examples = "[\"Jahr\"]")
        @Nullable
        List<String> fillDown) {

    /** Copies the texts. */
    public MappingRows {
        totals = totals == null ? null : List.copyOf(totals);
        fillDown = fillDown == null ? null : List.copyOf(fillDown);
    }

    /** The columns that are filled down. */
    public List<String> filled() {
        return fillDown == null ? List.of() : fillDown;
    }

    /**
     * Only rows count whose cell holds one of the texts and that fulfil all further conditions.
     *
     * @param column name or number of the column
     * @param equals the text
     * @param in several texts of which the cell may hold any, instead of one
     * @param and further conditions
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "MappingWhere",
            description = "Only rows count whose cell equals the text, or one of the texts, and that fulfil all further"
                    + " conditions",
            examples = "{\"column\":\"Geschlecht\",\"equals\":\"Insgesamt\"}")
    public record Where(
            @Schema(description = "Name or number of the column", examples = "Geschlecht") @Nullable
            String column,

            @Schema(description = "Text that the cell must hold", examples = "Insgesamt") @Nullable
            String equals,

            @Schema(
                    description = "Texts of which the cell must hold one, instead of equals",
                    examples = "[\"m\",\"w\"]")
            @Nullable
            List<String> in,

            @Schema(description = "Conditions that must hold, too") @Nullable
            List<Condition> and) {

        /** Copies the lists. */
        public Where {
            in = in == null ? null : List.copyOf(in);
            and = and == null ? null : List.copyOf(and);
        }

        /** All conditions, each with its place within this one. */
        public List<PlacedCondition> conditions() {
            List<PlacedCondition> all = new ArrayList<>();
            boolean alone = column != null || equals != null || in != null || and == null;
            if (alone) {
                all.add(new PlacedCondition("", new Condition(column == null ? "" : column, equals, in)));
            }
            for (int i = 0; and != null && i < and.size(); i++) {
                all.add(new PlacedCondition("/and/" + i, and.get(i)));
            }
            return all;
        }
    }

    /**
     * A condition on the cell of a column.
     *
     * @param column name or number of the column
     * @param equals the text that it must hold
     * @param in several texts of which it may hold any, instead of one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "MappingCondition",
            description = "A condition on the cell of a column",
            examples = "{\"column\":\"Alter\",\"in\":[\"Insgesamt\",\"Total\"]}")
    public record Condition(
            @Schema(description = "Name or number of the column", examples = "Alter")
            String column,

            @Schema(description = "Text that the cell must hold", examples = "Insgesamt") @Nullable
            String equals,

            @Schema(
                    description = "Texts of which the cell must hold one, instead of equals",
                    examples = "[\"m\",\"w\"]")
            @Nullable
            List<String> in) {

        /** Copies the texts. */
        public Condition {
            in = in == null ? null : List.copyOf(in);
        }

        /** The texts of which the cell must hold one. */
        public List<String> texts() {
            if (in != null) {
                return in;
            }
            return equals == null ? List.of() : List.of(equals);
        }
    }

    /**
     * A condition and its place within the whole one.
     *
     * @param pointer JSON pointer from there
     */
    public record PlacedCondition(String pointer, Condition condition) {}
}
