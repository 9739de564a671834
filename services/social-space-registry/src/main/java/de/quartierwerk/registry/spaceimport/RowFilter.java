package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a file are read; the others are not counted.
 *
 * @param column property or column
 * @param value the one value that it must have
 * @param values values of which it must have one
 */
@Schema(
        name = "SpaceRowFilter",
        description = "Which rows are read: those whose column equals a value, or is in a list of values",
        requiredProperties = "column")
record RowFilter(
        @Schema(description = "Property or column", examples = "GF")
        String column,

        @JsonProperty("equals")
        @Schema(name = "equals", description = "The value that it must have", examples = "4")
        @Nullable
        String value,

        @JsonProperty("in") @Schema(name = "in", description = "Values of which it must have one") @Nullable
        List<String> values) {

    /** Whether exactly one way is named. */
    boolean namesOneWay() {
        return (value == null) != (values == null);
    }

    boolean takes(JsonNode node) {
        String text = node.asText("");
        return value != null ? value.equals(text) : values != null && values.contains(text);
    }
}
