package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules on scheme documents that a JSON Schema cannot say. Works on documents that fit the schema. */
final class SchemeRules {
    private static final int FARTHEST = 100;
    private static final List<String> SOURCES = List.of("indicator", "index", "condition");
    private static final Set<String> INDICATORS = Set.of("indicator", "weight", "standardiseWeight");

    private final Map<String, Integer> levels;
    private final Set<String> indicators;
    private final Errors errors = new Errors();
    private final Map<String, JsonNode> indices = new HashMap<>();
    private final IndexGraph graph;
    private final @Nullable Integer rank;
    private final StandardisationRules standardisations;
    private final Set<String> rolledUp = new HashSet<>();

    private SchemeRules(JsonNode document, Map<String, Integer> levels, Set<String> indicators) {
        this.levels = levels;
        this.indicators = indicators;
        this.graph = new IndexGraph(document.path("indices"));
        this.standardisations = new StandardisationRules(indicators, errors);
        this.rank = levels.get(document.get("level").asText());
    }

    /** Collects what is wrong. */
    static final class Errors {
        private final List<InputError> list = new ArrayList<>();

        void add(String pointer, String code, @Nullable Object value, @Nullable Object... arguments) {
            list.add(InputError.at(pointer, code, value == null ? null : value.toString(), arguments));
        }
    }

    /** Codes of the indicators a document names, anywhere. */
    static Set<String> indicatorsOf(JsonNode node) {
        Set<String> found = new HashSet<>();
        if (node.isContainerNode()) {
            node.properties().forEach(member -> {
                boolean names = INDICATORS.contains(member.getKey());
                if (names && member.getValue().isTextual()) {
                    found.add(member.getValue().asText());
                }
            });
            node.forEach(child -> found.addAll(indicatorsOf(child)));
        }
        return found;
    }

    /**
     * What is wrong with a document.
     *
     * @param levels rank of every known level
     * @param indicators the known ones
     */
    static List<InputError> check(JsonNode document, Map<String, Integer> levels, Set<String> indicators) {
        SchemeRules rules = new SchemeRules(document, levels, indicators);
        rules.check(document);
        return rules.errors.list;
    }

    private void check(JsonNode document) {
        title(document, "");
        level(document, "");
        JsonNode minimum = document.path("universe").path("minimum");
        indicator(minimum, "/universe/minimum", "indicator");
        group(document.path("universe"), "/universe");
        if (document.path("indices").isEmpty() && document.path("needs").isEmpty()) {
            errors.add("/indices", "scheme.empty", null);
        }
        for (int i = 0; i < document.path("indices").size(); i++) {
            JsonNode index = document.get("indices").get(i);
            index(index, "/indices/" + i);
            indices.putIfAbsent(index.get("code").asText(), index);
        }
        groups(document.path("groups").path("of"));
        Set<String> codes = new HashSet<>();
        NeedRules needs = new NeedRules(levels, indicators, indices, errors);
        for (int i = 0; i < document.path("needs").size(); i++) {
            JsonNode need = document.get("needs").get(i);
            if (!codes.add(need.get("code").asText())) {
                errors.add(
                        "/needs/" + i + "/code",
                        "scheme.duplicate",
                        need.get("code").asText());
            }
            title(need, "/needs/" + i);
            needs.check(need.get("when"), "/needs/" + i + "/when", 0);
        }
    }

    private void title(JsonNode node, String at) {
        if (node.has("title") && node.get("title").asText().isBlank()) {
            errors.add(at + "/title", "scheme.field-missing", null, "title");
        }
    }

    private void index(JsonNode index, String at) {
        String code = index.get("code").asText();
        title(index, at);
        if (indices.containsKey(code)) {
            errors.add(at + "/code", "scheme.duplicate", code);
        }
        for (int c = 0; c < index.get("components").size(); c++) {
            component(code, index.get("components").get(c), at + "/components/" + c);
        }
        CombinationRules.check(index, at, errors);
        standardisations.check(index, "restandardise", at);
        group(index, at);
        EstimationRules.check(index.path("estimatedOver"), at + "/estimatedOver", errors);
        if (index.has("classes")) {
            ClassRules.check(index.get("classes"), at + "/classes", errors);
            group(index.get("classes"), at + "/classes");
            indicator(index.get("classes"), at + "/classes", "weight");
        }
        if (index.has("rollUp") && index.has("rollUps")) {
            errors.add(at + "/rollUp", "scheme.one-or-several", null);
        }
        if (index.has("rollUp")) {
            rollUp(index, index.get("rollUp"), at + "/rollUp");
        }
        for (int r = 0; r < index.path("rollUps").size(); r++) {
            rollUp(index, index.get("rollUps").get(r), at + "/rollUps/" + r);
        }
    }

    private void component(String code, JsonNode component, String at) {
        boolean ofIndex = component.has("index");
        long sources = SOURCES.stream().filter(component::has).count();
        if (sources != 1) {
            errors.add(at, "scheme.indicator-or-index", null);
            return;
        }
        if (component.has("condition")) {
            condition(component, at);
            return;
        }
        ComponentRules.check(component, at, errors);
        standardisations.check(component, "standardise", at);
        group(component, at);
        String measure = component.path("measure").asText("value");
        boolean back = measure.endsWith("change");
        if (back != component.has("lag")) {
            errors.add(at + "/lag", back ? "scheme.lag-missing" : "scheme.lag-needless", null);
        }
        if (graph.reach(code, component) > FARTHEST) {
            errors.add(at + "/lag", "scheme.lag-too-far", component.path("lag").asText(null), FARTHEST);
        }
        if (ofIndex) {
            ofIndex(code, component.get("index").asText(), at + "/index");
            if (measure.equals("numerator")) {
                errors.add(at + "/measure", "scheme.index-without-numerator", measure);
            }
        } else {
            indicator(component, at, "indicator");
            if (!component.has("polarity")) {
                errors.add(at + "/polarity", "scheme.field-missing", null, "polarity");
            }
        }
    }

    /** A condition is 1 or 0 already: nothing but its weight can be said of it. */
    private void condition(JsonNode component, String at) {
        component.fieldNames().forEachRemaining(name -> {
            if (!name.equals("condition") && !name.equals("weight")) {
                errors.add(at + "/" + name, "scheme.not-with-condition", null);
            }
        });
        new NeedRules(levels, indicators, indices, errors).check(component.get("condition"), at + "/condition", 0);
    }

    /** Groups are areas that are larger than the spaces, or attributes. */
    private void group(JsonNode node, String at) {
        Integer larger = levels.get(node.path("within").asText());
        if (larger != null && rank != null && larger >= rank) {
            errors.add(
                    at + "/within",
                    "scheme.level-not-larger",
                    node.get("within").asText());
        }
    }

    private void ofIndex(String code, String used, String at) {
        if (indices.containsKey(used)) {
            return;
        }
        String cycle = graph.cycle(code, used);
        if (!graph.has(used)) {
            errors.add(at, "scheme.index-unknown", used);
        } else if (!cycle.isEmpty()) {
            errors.add(at, "scheme.index-cycle", used, cycle);
        } else {
            errors.add(at, "scheme.index-not-earlier", used);
        }
    }

    private void rollUp(JsonNode index, JsonNode rollUp, String at) {
        indicator(rollUp, at, "weight");
        level(rollUp, at);
        standardisations.check(rollUp, "restandardise", at);
        RollUpRules.check(index, rollUp, at, errors);
        String level = rollUp.get("level").asText();
        String name = rollUp.path("code").asText(index.get("code").asText());
        if (!rolledUp.add(level + " " + name)) {
            errors.add(at + "/code", "scheme.roll-up-twice", name, level);
        }
        Integer larger = levels.get(rollUp.get("level").asText());
        if (larger != null && rank != null && larger >= rank) {
            errors.add(
                    at + "/level",
                    "scheme.level-not-larger",
                    rollUp.get("level").asText());
        }
    }

    private void groups(JsonNode of) {
        for (int i = 0; i < of.size(); i++) {
            String code = of.get(i).asText();
            JsonNode index = indices.get(code);
            if (index == null) {
                errors.add("/groups/of/" + i, "scheme.index-unknown", code);
            } else if (!index.has("classes")) {
                errors.add("/groups/of/" + i, "scheme.index-without-classes", code);
            }
        }
        if (of.size() == 2 && of.get(0).asText().equals(of.get(1).asText())) {
            errors.add("/groups/of/1", "scheme.duplicate", of.get(1).asText());
        } else if (of.size() == 2) {
            pairs(classes(of.get(0).asText()), classes(of.get(1).asText()));
        }
    }

    /** The code of a group joins those of two classes: 1 with 11 would be the same group as 11 with 1. */
    private void pairs(List<String> firsts, List<String> seconds) {
        Map<String, String> known = new HashMap<>();
        for (String first : firsts) {
            for (String second : seconds) {
                String pair = first + " + " + second;
                String other = known.putIfAbsent(first + second, pair);
                if (other != null) {
                    errors.add("/groups/of", "scheme.group-ambiguous", null, first + second, other, pair);
                    return;
                }
            }
        }
    }

    private List<String> classes(String index) {
        JsonNode found = indices.get(index);
        return found == null || !found.has("classes")
                ? List.of()
                : ClassRules.codes(found.get("classes")).stream().distinct().toList();
    }

    private void indicator(JsonNode node, String at, String field) {
        if (node.has(field) && !indicators.contains(node.get(field).asText())) {
            errors.add(
                    at + "/" + field,
                    "indicator.unknown",
                    node.get(field).asText(),
                    node.get(field).asText());
        }
    }

    private void level(JsonNode node, String at) {
        String level = node.get("level").asText();
        if (!levels.containsKey(level)) {
            errors.add(at + "/level", "level.unknown", level, level);
        }
    }
}
