package de.quartierwerk.classification.scheme.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.quartierwerk.classification.scheme.difference.Difference.Step;
import de.quartierwerk.classification.scheme.difference.SchemeComparison.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between two scheme documents. Indices, needs and components are matched by what they name, so that
 * one put in between does not make all later ones look changed; other lists are compared as a whole.
 */
final class Differences {
    private final List<Difference> found = new ArrayList<>();

    /** The differences in the order of the later document. */
    static List<Difference> of(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.compare(new Place("", ""), List.of(), before, after);
        return differences.found;
    }

    /** Where a part stands in both documents. */
    private record Place(String before, String after) {
        Place member(String name) {
            String token = "/" + name;
            return new Place(before + token, after + token);
        }

        Place items(int earlier, int later) {
            return new Place(before + "/" + earlier, after + "/" + later);
        }
    }

    private void compare(Place place, List<Step> steps, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            members(place, steps, before, after);
        } else if (before.isArray() && after.isArray() && holdsParts(before) && holdsParts(after)) {
            items(place, steps, before, after);
        } else if (!same(before, after)) {
            found.add(new Difference(place.after(), Kind.CHANGED, steps, before, after));
        }
    }

    private void members(Place place, List<Step> steps, JsonNode before, JsonNode after) {
        Set<String> names = new LinkedHashSet<>();
        after.fieldNames().forEachRemaining(names::add);
        before.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Place member = place.member(name);
            List<Step> way = with(steps, new Step(name, null));
            JsonNode earlier = orNoParts(before.get(name), after.get(name));
            JsonNode later = orNoParts(after.get(name), before.get(name));
            if (later == null) {
                found.add(new Difference(member.before(), Kind.REMOVED, way, earlier, null));
            } else if (earlier == null) {
                found.add(new Difference(member.after(), Kind.ADDED, way, null, later));
            } else {
                compare(member, way, earlier, later);
            }
        }
    }

    /** A list that is not there holds no parts, so that each part of the other counts by itself. */
    private static @Nullable JsonNode orNoParts(@Nullable JsonNode node, @Nullable JsonNode other) {
        boolean parts = node == null && other != null && other.isArray() && holdsParts(other);
        return parts ? JsonNodeFactory.instance.arrayNode() : node;
    }

    private void items(Place place, List<Step> steps, JsonNode before, JsonNode after) {
        Map<String, Integer> earlier = named(before);
        Map<String, Integer> later = named(after);
        String list = steps.get(steps.size() - 1).field();
        later.forEach((name, at) -> {
            Place item = place.items(earlier.getOrDefault(name, -1), at);
            List<Step> way = with(steps.subList(0, steps.size() - 1), new Step(list, name));
            if (earlier.containsKey(name)) {
                compare(item, way, before.get(earlier.get(name)), after.get(at));
            } else {
                found.add(new Difference(item.after(), Kind.ADDED, way, null, after.get(at)));
            }
        });
        earlier.forEach((name, at) -> {
            if (!later.containsKey(name)) {
                List<Step> way = with(steps.subList(0, steps.size() - 1), new Step(list, name));
                found.add(new Difference(place.items(at, -1).before(), Kind.REMOVED, way, before.get(at), null));
            }
        });
        List<String> stayedBefore = new ArrayList<>(earlier.keySet());
        stayedBefore.retainAll(later.keySet());
        List<String> stayedAfter = new ArrayList<>(later.keySet());
        stayedAfter.retainAll(earlier.keySet());
        if (!stayedBefore.equals(stayedAfter)) {
            found.add(new Difference(place.after(), Kind.REORDERED, steps, texts(stayedBefore), texts(stayedAfter)));
        }
    }

    private static JsonNode texts(List<String> names) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        names.forEach(array::add);
        return array;
    }

    /** Positions of the parts of a list by their names; those without a name, and repeated ones, by their number. */
    private static Map<String, Integer> named(JsonNode list) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (int i = 0; i < list.size(); i++) {
            String name = name(list.get(i));
            String base = name == null ? "" : name;
            String unique = name == null ? "1" : name;
            for (int again = 2; named.containsKey(unique); again++) {
                unique = base.isEmpty() ? Integer.toString(again) : base + " (" + again + ")";
            }
            named.put(unique, i);
        }
        return named;
    }

    /** Code of an index or need, attribute, or what a component or condition takes and how. */
    private static @Nullable String name(JsonNode part) {
        for (String field : List.of("code", "attribute")) {
            if (part.has(field)) {
                return part.get(field).asText();
            }
        }
        for (String field : List.of("indicator", "index")) {
            if (part.has(field)) {
                String measure = part.path("measure").asText("value");
                return part.get(field).asText() + (measure.equals("value") ? "" : " " + measure);
            }
        }
        return null;
    }

    private static boolean holdsParts(JsonNode list) {
        for (JsonNode item : list) {
            if (!item.isObject()) {
                return false;
            }
        }
        return true;
    }

    /** Whether two parts say the same; numbers count, not how they are written. */
    static boolean same(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return a.decimalValue().compareTo(b.decimalValue()) == 0;
        }
        if (a.isArray() && b.isArray() && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return a.equals(b);
    }

    private static List<Step> with(List<Step> steps, Step step) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(step);
        return longer;
    }
}
