package de.quartierwerk.kit.request;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What can be called with one method at one path. Several resource methods may serve it, one for each form of the
 * answer.
 *
 * @param produced the forms of the answer, JSON first; where the resource declares none, JSON or, for a text or no
 *     answer, empty
 * @param consumed the forms of the content; empty where the resource declares none
 * @param parameters the names of the query parameters; true where one may stand several times
 */
record Operation(List<MediaType> produced, List<MediaType> consumed, Map<String, Boolean> parameters) {

    private static final Comparator<MediaType> JSON_FIRST =
            Comparator.comparing(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE));

    Operation {
        produced = produced.stream().sorted(JSON_FIRST).toList();
        consumed = List.copyOf(consumed);
        parameters = new TreeMap<>(parameters);
    }

    /** The operation that serves also what another method serves at the same path. */
    Operation with(Operation other) {
        Map<String, Boolean> all = new TreeMap<>(parameters);
        other.parameters.forEach((name, many) -> all.merge(name, many, Boolean::logicalOr));
        return new Operation(union(produced, other.produced), union(consumed, other.consumed), all);
    }

    private static List<MediaType> union(List<MediaType> one, List<MediaType> other) {
        Set<MediaType> both = new LinkedHashSet<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
