package de.quartierwerk.ingestion.delivery.expectation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which values are there (Lieferstand), as a matrix of spaces and columns.
 *
 * @param columns a column for each indicator and period, with the sums over all spaces
 * @param items a row for each space of the page
 * @param next cursor of the next page; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "DeliveryMatrixResponse",
        description = "Which values are there: a row per space, a column per indicator and period")
public record DeliveryMatrixResponse(
        List<Column> columns,
        List<Row> items,

        @Schema(examples = "WyIwMTAxIl0") @Nullable String next) {
    /** Copies the lists. */
    public DeliveryMatrixResponse {
        columns = List.copyOf(columns);
        items = List.copyOf(items);
    }

    /** Whether there is a value for a space, indicator and period. */
    @Schema(name = "DeliveryCell", description = "released, missing (released as: there is none), pending or open")
    public enum Cell {
        /** A value is known. */
        @JsonProperty("released")
        RELEASED,
        /** It is known that there is no value. */
        @JsonProperty("missing")
        MISSING,
        /** A value waits for its release. */
        @JsonProperty("pending")
        PENDING,
        /** Nothing came. */
        @JsonProperty("open")
        OPEN
    }

    /**
     * A column.
     *
     * @param indicator code
     * @param period period
     * @param released spaces with a known value
     * @param missing spaces of which it is known that there is none
     * @param pending spaces whose value waits for its release
     * @param open spaces for which nothing came
     */
    @Schema(name = "DeliveryColumn", description = "A column and the spaces in each state, over all pages")
    public record Column(
            @Schema(examples = "unemployed") String indicator,
            @Schema(examples = "2024") String period,
            @Schema(examples = "90") long released,
            @Schema(examples = "1") long missing,
            @Schema(examples = "1") long pending,
            @Schema(examples = "1") long open) {}

    /**
     * A row.
     *
     * @param space space key
     * @param name name of the space
     * @param cells in the order of the columns
     */
    @Schema(name = "DeliveryRow", description = "A space and its cells in the order of the columns")
    public record Row(
            @Schema(examples = "99001001-01") String space,
            @Schema(examples = "Nordviertel") String name,
            List<Cell> cells) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
