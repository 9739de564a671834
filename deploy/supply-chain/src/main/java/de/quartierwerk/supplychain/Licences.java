package de.quartierwerk.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Licences that suit a work under the EUPL-1.2. A part may be used if one of its licences stands in the list, or if the
 * list names the part with a reason.
 *
 * @param allowed SPDX ids, and names as parts write them
 * @param exceptions reason by Maven name
 */
record Licences(Set<String> allowed, Map<String, String> exceptions) {

    Licences {
        allowed = Set.copyOf(allowed);
        exceptions = Map.copyOf(exceptions);
    }

    static Licences of(JsonNode list) {
        Set<String> allowed = new TreeSet<>();
        list.path("allowed").forEach(each -> allowed.add(each.asText()));
        Map<String, String> exceptions = new TreeMap<>();
        list.path("exceptions")
                .properties()
                .forEach(each -> exceptions.put(each.getKey(), each.getValue().asText()));
        return new Licences(allowed, exceptions);
    }

    /** The parts that may not be used, with what they say of themselves. */
    List<String> refused(List<Part> parts) {
        return parts.stream()
                .filter(part -> part.licences().stream().noneMatch(allowed::contains))
                .filter(part -> !exceptions.containsKey(part.name()))
                .map(part -> part + " " + part.licences())
                .toList();
    }

    /** Exceptions that no part needs any more. */
    List<String> unused(List<Part> parts) {
        return exceptions.keySet().stream()
                .filter(name -> parts.stream().noneMatch(part -> part.name().equals(name)))
                .sorted()
                .toList();
    }
}
