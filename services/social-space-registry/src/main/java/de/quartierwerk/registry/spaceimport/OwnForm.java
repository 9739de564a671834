package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spaces in the form in which the registry itself lists and exports them. What it computes is not read then, and its
 * attributes are the space's, so that a list that is sent back changes nothing. Formats without objects carry the
 * attributes as JSON; a shapefile in as many columns as they need.
 */
final class OwnForm {
    static final String SHORT_NAME = "shortName";
    static final String VALID_FROM = "validFrom";
    static final String VALID_TO = "validTo";

    private static final List<String> MEMBERS =
            List.of("key", "name", "level", "parent", VALID_FROM, VALID_TO, "areaSquareMetres", "attributes");

    /** A shapefile keeps no more letters of a column's name. */
    private static final int SHAPEFILE_NAME = 10;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private OwnForm() {}

    /** Whether the properties of a feature are those of our own list. */
    static boolean is(JsonNode properties) {
        return MEMBERS.stream()
                        .allMatch(member -> properties.has(member)
                                || properties.has(member.substring(0, Math.min(member.length(), SHAPEFILE_NAME))))
                && attributesOf(properties) != null;
    }

    /** Whether the columns of a table are those of our own list. */
    static boolean is(List<String> header) {
        return Set.copyOf(header).containsAll(MEMBERS);
    }

    static ObjectNode attributes(JsonNode properties) {
        return Objects.requireNonNull(attributesOf(properties)).deepCopy();
    }

    private static @Nullable ObjectNode attributesOf(JsonNode properties) {
        JsonNode attributes = properties.path("attributes");
        if (attributes.isTextual()) {
            StringBuilder text = new StringBuilder(attributes.textValue());
            for (int part = 2; properties.path(columnOfPart(part)).isTextual(); part++) {
                text.append(properties.path(columnOfPart(part)).textValue());
            }
            try {
                attributes = JSON.readTree(text.toString());
            } catch (JsonProcessingException noJson) {
                return null;
            }
        }
        return attributes instanceof ObjectNode object ? object : null;
    }

    /** {@code attribut_2}, {@code attribut_3} and so on. */
    private static String columnOfPart(int part) {
        String end = "_" + part;
        return "attributes".substring(0, SHAPEFILE_NAME - end.length()) + end;
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
