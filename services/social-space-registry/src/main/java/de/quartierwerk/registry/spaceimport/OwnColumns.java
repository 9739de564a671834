package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Columns in which our own exports repeat attributes for people. Somebody who changes one there, and not in
 * {@code attributes}, should learn that it does not count. In a shapefile, which cuts names and values off, nobody can
 * tell.
 */
final class OwnColumns {
    private static final Set<String> OWN = Set.of(
            "key",
            "name",
            "shortName",
            "level",
            "parent",
            "validFrom",
            "validTo",
            "areaSquareMetres",
            "centroid",
            "labelPoint",
            "labelLon",
            "labelLat",
            "lon",
            "lat",
            "ars",
            "ags",
            "links",
            "match",
            "score",
            "warnings",
            "attributes",
            "wkt",
            "fid",
            "geom");
    /** A column of an attribute whose name is taken. */
    private static final Pattern NUMBERED = Pattern.compile("(.+)_\\d+");

    private OwnColumns() {}

    /** A column that says something else than the attribute of its name. */
    static Optional<String> differing(JsonNode properties, ObjectNode attributes) {
        if (!properties.has("areaSquareMetres")) {
            return Optional.empty();
        }
        return properties.properties().stream()
                .filter(column ->
                        !isOwn(column.getKey()) && !isSame(column.getValue(), attributes.get(column.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isOwn(String column) {
        Matcher numbered = NUMBERED.matcher(column);
        return column.isEmpty() || OWN.contains(column) || (numbered.matches() && OWN.contains(numbered.group(1)));
    }

    private static boolean isSame(JsonNode column, @Nullable JsonNode attribute) {
        if (attribute == null || attribute.isNull()) {
            return column.isNull();
        }
        if (column.equals(attribute)) {
            return true;
        }
        String text = column.isContainerNode() || column.isNull()
                ? ""
                : column.asText().strip();
        if (attribute.isContainerNode()) {
            return text.equals(attribute.toString());
        }
        return attribute.isNumber()
                ? isNumber(text, attribute)
                : text.equals(attribute.asText().strip());
    }

    private static boolean isNumber(String text, JsonNode attribute) {
        try {
            return new BigDecimal(text).doubleValue() == attribute.doubleValue();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
