package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which indices of a document use which others. */
final class IndexGraph {
    private final Map<String, Set<String>> uses = new HashMap<>();
    private final Map<String, Integer> reach = new HashMap<>();

    IndexGraph(JsonNode indices) {
        for (JsonNode index : indices) {
            Set<String> used = uses.computeIfAbsent(index.get("code").asText(), code -> new LinkedHashSet<>());
            for (JsonNode component : index.get("components")) {
                if (component.has("index")) {
                    used.add(component.get("index").asText());
                }
                used.addAll(indicesOf(component.path("condition")));
            }
        }
    }

    /** Codes of the indices that a condition looks at. */
    private static Set<String> indicesOf(JsonNode condition) {
        Set<String> found = new LinkedHashSet<>();
        if (condition.path("index").isTextual()) {
            found.add(condition.get("index").asText());
        }
        condition.forEach(part -> found.addAll(indicesOf(part)));
        return found;
    }

    boolean has(String index) {
        return uses.containsKey(index);
    }

    /** The cycle that an index closes by using another, e.g. {@code a → b → a}; empty where it closes none. */
    String cycle(String index, String used) {
        List<String> path = new ArrayList<>(List.of(index));
        return leadsTo(used, index, path, new LinkedHashSet<>()) ? String.join(" → ", path) : "";
    }

    private boolean leadsTo(String from, String to, List<String> path, Set<String> seen) {
        path.add(from);
        if (from.equals(to)) {
            return true;
        }
        if (seen.add(from)) {
            for (String next : uses.getOrDefault(from, Set.of())) {
                if (leadsTo(next, to, path, seen)) {
                    return true;
                }
            }
        }
        path.remove(path.size() - 1);
        return false;
    }

    /** How many periods before its own an index looks by a component; says so to later ones that use it. */
    int reach(String index, JsonNode component) {
        int before = component.path("lag").asInt(0)
                + reach.getOrDefault(component.path("index").asText(), 0);
        reach.merge(index, before, Math::max);
        return before;
    }
}
