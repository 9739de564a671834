package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spaces in the form in which the registry itself lists them. What it computes is not read then, and its attributes are
 * the space's, so that a list that is sent back changes nothing.
 */
final class OwnForm {
    private static final List<String> MEMBERS =
            List.of("key", "name", "level", "parent", "validFrom", "validTo", "areaSquareMetres", "attributes");

    private OwnForm() {}

    /** Whether the properties of a feature are those of our own list. */
    static boolean is(JsonNode properties) {
        return MEMBERS.stream().allMatch(properties::has)
                && properties.path("attributes").isObject();
    }

    /** Whether the columns of a table are those of our own list. */
    static boolean is(List<String> header) {
        return Set.copyOf(header).containsAll(MEMBERS);
    }

    static ObjectNode attributes(JsonNode properties) {
        return properties.path("attributes").deepCopy();
    }

    static @Nullable String parent(JsonNode properties) {
        return properties.path("parent").textValue();
    }

    /** A text of our own table without the apostrophe that keeps spreadsheets from taking it for a formula. */
    static @Nullable String text(@Nullable String cell) {
        boolean marked =
                cell != null && cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0;
        return cell != null && marked ? cell.substring(1) : cell;
    }
}
