package de.quartierwerk.classification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scheme documents for tests. */
public final class SchemeDocuments {
    public static Map<String, Object> scheme(String code, String level, List<Map<String, Object>> indices) {
        Map<String, Object> scheme = new LinkedHashMap<>();
        scheme.put("code", code);
        scheme.put("title", "Schema " + code);
        scheme.put("level", level);
        scheme.put("indices", indices);
        return scheme;
    }

    public static Map<String, Object> index(String code, List<Map<String, Object>> components, Object classes) {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("code", code);
        index.put("title", code);
        index.put("components", components);
        index.put("combine", "sum");
        index.put("missing", "exclude-space");
        index.put("restandardise", "z-population");
        index.put("classes", classes);
        return index;
    }

    public static Map<String, Object> component(String indicator) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("indicator", indicator);
        component.put("measure", "value");
        component.put("transform", "none");
        component.put("polarity", "burden");
        component.put("standardise", "z-population");
        component.put("weight", 1);
        return component;
    }

    public static List<Map<String, Object>> components(String... indicators) {
        List<Map<String, Object>> components = new ArrayList<>();
        for (String indicator : indicators) {
            components.add(component(indicator));
        }
        return components;
    }

    public static Map<String, Object> breaks(List<?> breaks, List<String> codes, List<String> labels) {
        return Map.of("method", "breaks", "breaks", breaks, "closed", "right", "codes", codes, "labels", labels);
    }

    public static Map<String, Object> need(String code, Map<String, Object> when) {
        return Map.of("code", code, "title", "Feld " + code, "when", when);
    }

    public static Map<String, Object> figure(
            String indicator, String measure, String reference, String op, Object value) {
        return Map.of("indicator", indicator, "measure", measure, "reference", reference, "op", op, "value", value);
    }

    private SchemeDocuments() {}
}
