package de.quartierwerk.supplychain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A part of a bill of materials.
 *
 * @param name Maven name, {@code group:artifact}
 * @param licences licences of which one may be chosen, as SPDX ids, else as the part names them
 */
record Part(String name, String version, List<String> licences) {

    Part {
        licences = List.copyOf(licences);
    }

    static Part of(JsonNode component) {
        return new Part(
                component.path("group").asText() + ":" + component.path("name").asText(),
                component.path("version").asText(),
                StreamSupport.stream(component.path("licenses").spliterator(), false)
                        .map(Part::licence)
                        .toList());
    }

    private static String licence(JsonNode entry) {
        JsonNode licence = entry.path("license");
        return licence.path("id")
                .asText(licence.path("name").asText(entry.path("expression").asText()));
    }

    @Override
    public String toString() {
        return name + ":" + version;
    }
}
