package de.quartierwerk.apichanges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares schemas of two documents. One side writes, the other reads: of a request the caller writes what the released
 * schema allows, and the present one must take it; of a response the service writes what the present schema allows, and
 * the released one must cover it. Besides, no field may go.
 *
 * <p>A place below a named schema begins with its name, so that a change of the schema reads the same wherever it is
 * used.
 */
final class SchemaComparison {
    private final ApiDocument released;
    private final ApiDocument present;
    private final Map<String, Set<String>> known = new HashMap<>();

    SchemaComparison(ApiDocument released, ApiDocument present) {
        this.released = released;
        this.present = present;
    }

    /** What breaks callers, each with its place. */
    Set<String> breaks(String place, JsonNode before, JsonNode now, Direction direction) {
        if (!Schemas.isReference(before) || !Schemas.isReference(now)) {
            return compared(place, before, now, direction);
        }
        String oldName = Schemas.name(before);
        String youngName = Schemas.name(now);
        String name = direction + " " + (oldName.equals(youngName) ? oldName : oldName + " -> " + youngName);
        Set<String> breaks = known.get(name);
        if (breaks == null) {
            breaks = new LinkedHashSet<>();
            // a schema that contains itself adds nothing
            known.put(name, breaks);
            breaks.addAll(compared(name, before, now, direction));
        }
        return breaks;
    }

    private Set<String> compared(String place, JsonNode before, JsonNode now, Direction direction) {
        boolean request = direction == Direction.REQUEST;
        ObjectNode old = released.keywords(before);
        ObjectNode young = present.keywords(now);
        Set<String> breaks = new LinkedHashSet<>();
        if (request && Schemas.takesNull(old) && !Schemas.takesNull(young)) {
            breaks.add(place + ": null no longer taken");
        } else if (!request && Schemas.takesNull(young) && !Schemas.takesNull(old)) {
            breaks.add(place + ": may be null");
        }
        JsonNode oldDefault = old.path("default");
        JsonNode youngDefault = young.path("default");
        if (request && !oldDefault.isMissingNode() && !oldDefault.equals(youngDefault)) {
            breaks.add(place + ": default " + oldDefault.asText() + " -> "
                    + (youngDefault.isMissingNode() ? "none" : youngDefault.asText()));
        }
        if (Schemas.isOneForm(old) && Schemas.isOneForm(young)) {
            breaks.addAll(new FormComparison(this, place, old, young, direction).breaks());
        } else {
            breaks.addAll(alternatives(place, Schemas.forms(old), Schemas.forms(young), direction));
        }
        return breaks;
    }

    /** Each form that is written must be one that is read. */
    private Set<String> alternatives(
            String place, List<JsonNode> oldForms, List<JsonNode> youngForms, Direction direction) {
        boolean request = direction == Direction.REQUEST;
        List<JsonNode> written = request ? oldForms : youngForms;
        List<JsonNode> read = request ? youngForms : oldForms;
        Set<String> breaks = new LinkedHashSet<>();
        for (int i = 0; i < written.size(); i++) {
            JsonNode form = written.get(i);
            int counterpart = counterpart(form, written.size() == read.size() ? i : -1, read);
            boolean fits = false;
            Set<String> found = Set.of(place + ": form " + Schemas.name(form) + (request ? " removed" : " added"));
            for (int j = 0; j < read.size() && !fits; j++) {
                Set<String> each = request
                        ? breaks(place, form, read.get(j), direction)
                        : breaks(place, read.get(j), form, direction);
                fits = each.isEmpty();
                if (j == counterpart) {
                    found = each;
                }
            }
            if (!fits) {
                breaks.addAll(found);
            }
        }
        return breaks;
    }

    private static int counterpart(JsonNode form, int otherwise, List<JsonNode> others) {
        for (int j = 0; j < others.size(); j++) {
            JsonNode other = others.get(j);
            if (form.has(Schemas.REFERENCE) && form.path(Schemas.REFERENCE).equals(other.path(Schemas.REFERENCE))) {
                return j;
            }
        }
        return otherwise;
    }
}
