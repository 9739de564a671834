package de.quartierwerk.kit.request;

import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Refuses query parameters that an operation does not know, and one that stands twice but may stand once. */
final class QueryParameters {

    private QueryParameters() {}

    /**
     * @param given names and values of the request
     * @param known names of the operation; true where one may stand several times
     */
    static void check(MultivaluedMap<String, String> given, Map<String, Boolean> known) {
        List<InputError> unknown = new ArrayList<>();
        new TreeMap<>(given).forEach((name, values) -> {
            boolean nothing = name.isEmpty() && values.stream().allMatch(String::isEmpty);
            if (!nothing && !known.containsKey(name)) {
                unknown.add(InputError.at(name, "parameter.unknown", values.get(0), name, possible(known)));
            }
        });
        if (!unknown.isEmpty()) {
            InputError first = unknown.get(0);
            throw Invalid.request(first.code(), unknown, first.arguments().toArray());
        }
        given.forEach((name, values) -> {
            if (values.size() > 1 && Boolean.FALSE.equals(known.get(name))) {
                throw Invalid.parameter(name, String.join(", ", values), "parameter.repeated", name);
            }
        });
    }

    private static Object possible(Map<String, Boolean> known) {
        return known.isEmpty() ? MessageText.of("parameter.none") : String.join(", ", known.keySet());
    }
}
