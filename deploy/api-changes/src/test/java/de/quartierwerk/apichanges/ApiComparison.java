package de.quartierwerk.apichanges;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.apichanges.ApiDocument.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What in the present document of a service breaks callers of the released one. Compared is what goes over the wire, so
 * names of operations, schemas and parameters in paths may change, and texts too. Who may call what stands elsewhere.
 */
final class ApiComparison {
    private final String service;
    private final ApiDocument released;
    private final ApiDocument present;
    private final SchemaComparison schemas;

    ApiComparison(String service, JsonNode released, JsonNode present) {
        this.service = service;
        this.released = new ApiDocument(released);
        this.present = new ApiDocument(present);
        this.schemas = new SchemaComparison(this.released, this.present);
    }

    List<Change> breaks() {
        List<Change> changes = new ArrayList<>();
        Map<String, Operation> now = present.operations();
        released.operations().forEach((key, before) -> {
            Set<String> breaks = new LinkedHashSet<>();
            if (now.containsKey(key)) {
                operation(before, now.get(key), breaks);
            } else {
                breaks.add("operation removed");
            }
            breaks.forEach(each -> changes.add(new Change(service, before.name(), each)));
        });
        components(changes);
        return changes;
    }

    /** Parameters and responses of the operations that the OGC API makes for each collection while it runs. */
    private void components(List<Change> changes) {
        released.unnamed("parameters").forEach((name, before) -> {
            Set<String> breaks = new LinkedHashSet<>();
            parameter(before, present.components("parameters").get(name), breaks);
            breaks.forEach(each -> changes.add(new Change(service, "components/parameters/" + name, each)));
        });
        released.unnamed("responses").forEach((name, before) -> {
            Set<String> breaks = new LinkedHashSet<>();
            response("response", before, present.components("responses").get(name), breaks);
            breaks.forEach(each -> changes.add(new Change(service, "components/responses/" + name, each)));
        });
    }

    private void operation(Operation before, Operation now, Set<String> breaks) {
        before.parameters()
                .forEach((key, parameter) ->
                        parameter(parameter, now.parameters().get(key), breaks));
        now.parameters().forEach((key, parameter) -> {
            if (!before.parameters().containsKey(key) && isRequired(parameter)) {
                breaks.add(name(parameter) + ": newly required");
            }
        });
        body(
                released.resolve(before.root().path("requestBody")),
                present.resolve(now.root().path("requestBody")),
                breaks);
        JsonNode answers = now.root().path("responses");
        before.root()
                .path("responses")
                .properties()
                .forEach(status -> response(
                        "response " + status.getKey(), status.getValue(), answers.get(status.getKey()), breaks));
    }

    private void parameter(JsonNode before, JsonNode now, Set<String> breaks) {
        String name = name(before);
        if (now == null) {
            breaks.add(name + ": removed");
            return;
        }
        if (isRequired(now) && !isRequired(before)) {
            breaks.add(name + ": newly required");
        }
        if (!style(before).equals(style(now))
                || explodes(before) != explodes(now)
                || before.path("allowReserved").asBoolean()
                        != now.path("allowReserved").asBoolean()
                || before.has("content") != now.has("content")) {
            breaks.add(name + ": written otherwise");
        }
        if (before.has("content") || now.has("content")) {
            content(name, before.path("content"), now.path("content"), Direction.REQUEST, breaks);
        } else {
            breaks.addAll(schemas.breaks(name, before.path("schema"), now.path("schema"), Direction.REQUEST));
        }
    }

    /** How a list or object is written; what is not said follows from the place. */
    private static String style(JsonNode parameter) {
        String in = parameter.path("in").asText();
        return parameter.path("style").asText(in.equals("query") || in.equals("cookie") ? "form" : "simple");
    }

    private static boolean explodes(JsonNode parameter) {
        return parameter.path("explode").asBoolean(style(parameter).equals("form"));
    }

    private static String name(JsonNode parameter) {
        return "parameter " + parameter.path("name").asText() + " in "
                + parameter.path("in").asText();
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean();
    }

    private void body(JsonNode before, JsonNode now, Set<String> breaks) {
        if (now.isMissingNode() && !before.isMissingNode()) {
            breaks.add("request: removed");
            return;
        }
        if (isRequired(now) && !isRequired(before)) {
            breaks.add("request: newly required");
        }
        content("request", before.path("content"), now.path("content"), Direction.REQUEST, breaks);
    }

    private void response(String place, JsonNode before, JsonNode now, Set<String> breaks) {
        if (now == null) {
            breaks.add(place + ": removed");
            return;
        }
        JsonNode old = released.resolve(before);
        JsonNode young = present.resolve(now);
        content(place, old.path("content"), young.path("content"), Direction.RESPONSE, breaks);
        old.path("headers").properties().forEach(header -> {
            String name = place + " header " + header.getKey();
            JsonNode oldHeader = released.resolve(header.getValue());
            JsonNode youngHeader = present.resolve(young.path("headers").path(header.getKey()));
            if (youngHeader.isMissingNode()) {
                breaks.add(name + ": removed");
                return;
            }
            if (isRequired(oldHeader) && !isRequired(youngHeader)) {
                breaks.add(name + ": no longer always there");
            }
            breaks.addAll(
                    schemas.breaks(name, oldHeader.path("schema"), youngHeader.path("schema"), Direction.RESPONSE));
        });
    }

    private void content(String place, JsonNode before, JsonNode now, Direction direction, Set<String> breaks) {
        before.properties().forEach(media -> {
            String name = place + " (" + media.getKey() + ")";
            if (now.has(media.getKey())) {
                breaks.addAll(schemas.breaks(
                        name,
                        media.getValue().path("schema"),
                        now.get(media.getKey()).path("schema"),
                        direction));
            } else {
                breaks.add(name + ": removed");
            }
        });
    }
}
