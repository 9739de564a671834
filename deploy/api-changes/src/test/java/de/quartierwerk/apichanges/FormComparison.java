package de.quartierwerk.apichanges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares two schemas without alternatives, keyword by keyword.
 *
 * @param place where they stand
 * @param old the keywords of the released one
 * @param young the keywords of the present one
 */
record FormComparison(SchemaComparison schemas, String place, ObjectNode old, ObjectNode young, Direction direction) {

    private static final String FURTHER = "additionalProperties";
    private static final List<String> LEAST = List.of("minLength", "minItems", "minProperties");
    private static final List<String> MOST = List.of("maxLength", "maxItems", "maxProperties");
    private static final Map<String, String> WIDER = Map.of("int32", "int64", "float", "double");
    /** Each has its rule here; any other keyword that differs is taken for a break. */
    private static final Set<String> KNOWN = Set.of(
            "type", "nullable", "enum", "const", "format", "default", "properties", "required", "items", FURTHER);
    /** What a caller must keep to, as the least and most above; of answers it is not compared. */
    private static final Set<String> LIMITS = Set.of(
            "pattern", "multipleOf", "uniqueItems", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum");

    Set<String> breaks() {
        Set<String> breaks = new LinkedHashSet<>();
        Set<String> oldTypes = types(old);
        Set<String> youngTypes = types(young);
        if (!covers(read(oldTypes, youngTypes), written(oldTypes, youngTypes))) {
            breaks.add(place + ": type " + text(oldTypes) + " -> " + text(youngTypes));
            return breaks;
        }
        values(breaks);
        format(breaks);
        if (request()) {
            limits(breaks);
        }
        others(breaks);
        fields(breaks);
        furtherFields(breaks);
        if (old.has("items") || young.has("items")) {
            breaks.addAll(schemas.breaks(place + "[]", schema(old, "items"), schema(young, "items"), direction));
        }
        return breaks;
    }

    private boolean request() {
        return direction == Direction.REQUEST;
    }

    private <T> T written(T before, T now) {
        return request() ? before : now;
    }

    private <T> T read(T before, T now) {
        return request() ? now : before;
    }

    private static JsonNode schema(JsonNode parent, String keyword) {
        return parent.has(keyword) ? parent.get(keyword) : Schemas.ANYTHING;
    }

    private static Set<String> types(JsonNode schema) {
        Set<String> types = new TreeSet<>(Schemas.types(schema));
        types.remove(Schemas.NULL);
        return types;
    }

    private static String text(Set<String> types) {
        return types.isEmpty() ? "any" : String.join("|", types);
    }

    private static boolean covers(Set<String> read, Set<String> written) {
        return read.isEmpty()
                || (!written.isEmpty()
                        && written.stream()
                                .allMatch(type ->
                                        read.contains(type) || (type.equals("integer") && read.contains("number"))));
    }

    private void values(Set<String> breaks) {
        Set<JsonNode> before = Schemas.values(old);
        Set<JsonNode> now = Schemas.values(young);
        Set<JsonNode> read = read(before, now);
        Set<JsonNode> written = written(before, now);
        if (read.isEmpty()) {
            return;
        }
        if (written.isEmpty()) {
            breaks.add(place + ": " + (request() ? "only some values taken" : "values no longer a closed list"));
        }
        written.stream()
                .filter(value -> !read.contains(value))
                .forEach(
                        value -> breaks.add(place + ": value " + value.asText() + (request() ? " removed" : " added")));
    }

    private void format(Set<String> breaks) {
        String before = old.path("format").asText();
        String now = young.path("format").asText();
        String read = read(before, now);
        String written = written(before, now);
        if (!read.isEmpty() && !read.equals(written) && !read.equals(WIDER.get(written))) {
            differs(breaks, "format");
        }
    }

    private void differs(Set<String> breaks, String keyword) {
        breaks.add(place + ": " + keyword + " " + value(old, keyword) + " -> " + value(young, keyword));
    }

    private static String value(JsonNode schema, String keyword) {
        if (!schema.has(keyword)) {
            return "none";
        }
        JsonNode value = schema.get(keyword);
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private void limits(Set<String> breaks) {
        if (young.has("pattern") && !young.get("pattern").equals(old.get("pattern"))) {
            differs(breaks, "pattern");
        }
        if (young.has("multipleOf")
                && (!old.has("multipleOf")
                        || old.get("multipleOf")
                                        .decimalValue()
                                        .remainder(young.get("multipleOf").decimalValue())
                                        .signum()
                                != 0)) {
            differs(breaks, "multipleOf");
        }
        if (young.path("uniqueItems").asBoolean() && !old.path("uniqueItems").asBoolean()) {
            differs(breaks, "uniqueItems");
        }
        LEAST.forEach(keyword -> {
            if (young.path(keyword).asLong() > old.path(keyword).asLong()) {
                differs(breaks, keyword);
            }
        });
        MOST.forEach(keyword -> {
            if (young.has(keyword)
                    && (!old.has(keyword)
                            || young.get(keyword).asLong() < old.get(keyword).asLong())) {
                differs(breaks, keyword);
            }
        });
        bounds(breaks, "minimum", "exclusiveMinimum", 1);
        bounds(breaks, "maximum", "exclusiveMaximum", -1);
    }

    /** Bounds of numbers, of which the one that leaves out its own value is the narrower. */
    private void bounds(Set<String> breaks, String including, String excluding, int sign) {
        double before = sign * bound(old, including, sign);
        double beforeExcluding = sign * bound(old, excluding, sign);
        if (sign * bound(young, including, sign) > Math.max(before, beforeExcluding)) {
            differs(breaks, including);
        }
        double now = sign * bound(young, excluding, sign);
        if (now > beforeExcluding && now >= before) {
            differs(breaks, excluding);
        }
        // so in OpenAPI 3.0
        if (young.path(excluding).isBoolean()
                && young.get(excluding).asBoolean()
                && !old.path(excluding).asBoolean()) {
            differs(breaks, excluding);
        }
    }

    private static double bound(JsonNode schema, String keyword, int sign) {
        JsonNode bound = schema.path(keyword);
        return bound.isNumber() ? bound.asDouble() : sign * Double.NEGATIVE_INFINITY;
    }

    private void others(Set<String> breaks) {
        Set<String> keywords = new TreeSet<>();
        List.of(old, young).forEach(schema -> Schemas.bare(schema).fieldNames().forEachRemaining(keywords::add));
        keywords.stream()
                .filter(keyword -> !isKnown(keyword))
                .filter(keyword -> !old.path(keyword).equals(young.path(keyword)))
                .forEach(keyword -> differs(breaks, keyword));
    }

    private static boolean isKnown(String keyword) {
        return KNOWN.contains(keyword)
                || LIMITS.contains(keyword)
                || LEAST.contains(keyword)
                || MOST.contains(keyword)
                || keyword.startsWith("x-");
    }

    private void fields(Set<String> breaks) {
        Map<String, JsonNode> before = fields(old);
        Map<String, JsonNode> now = fields(young);
        before.forEach((name, field) -> {
            if (now.containsKey(name)) {
                breaks.addAll(schemas.breaks(place + "/" + name, field, now.get(name), direction));
            } else {
                breaks.add(place + "/" + name + ": removed");
            }
        });
        Set<String> always = names(written(old, young));
        ObjectNode reader = read(old, young);
        names(reader).stream()
                .filter(name -> !always.contains(name))
                .filter(name -> fields(reader).containsKey(name)
                        || !reader.path("properties").has(name))
                .filter(name -> now.containsKey(name) || !before.containsKey(name))
                .forEach(name -> breaks.add(
                        place + "/" + name + ": " + (request() ? "newly required" : "no longer always there")));
    }

    private static Set<String> names(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("required").forEach(each -> names.add(each.asText()));
        return names;
    }

    private Map<String, JsonNode> fields(JsonNode schema) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        schema.path("properties").properties().forEach(field -> {
            if (!field.getValue().path(direction.leftOut()).asBoolean()) {
                fields.put(field.getKey(), field.getValue());
            }
        });
        return fields;
    }

    private void furtherFields(Set<String> breaks) {
        JsonNode before = further(old);
        JsonNode now = further(young);
        if (before.isObject() && now.isObject()) {
            breaks.addAll(schemas.breaks(place + "/*", before, now, direction));
        } else if (before.isObject() && (now.isBoolean() || !before.isEmpty())) {
            breaks.add(place + "/*: removed");
        } else if (request() && now.isBoolean() && before.isMissingNode()) {
            breaks.add(place + "/*: no longer taken");
        }
    }

    /** The schema of further fields, {@code false} where there may be none, missing where nothing is said. */
    private static JsonNode further(JsonNode schema) {
        JsonNode further = schema.path(FURTHER);
        return further.asBoolean() ? Schemas.ANYTHING : further;
    }
}
