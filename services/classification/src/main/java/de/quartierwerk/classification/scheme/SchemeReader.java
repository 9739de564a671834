package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Coded;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.RollUp;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a document that was found valid. */
final class SchemeReader {
    static Scheme read(JsonNode document) {
        return new Scheme(
                document.get("code").asText(),
                document.get("title").asText(),
                text(document, "description"),
                text(document, "source"),
                document.get("level").asText(),
                document.path("automatic").asBoolean(false),
                universe(document.path("universe")),
                list(document.path("indices"), SchemeReader::index),
                list(document.path("groups").path("of"), JsonNode::asText),
                list(document.path("needs"), SchemeReader::need));
    }

    private static Universe universe(JsonNode universe) {
        JsonNode minimum = universe.path("minimum");
        return new Universe(
                text(minimum, "indicator"),
                minimum.path("value").asDouble(0),
                list(
                        universe.path("where"),
                        where -> new Universe.Attribute(
                                where.get("attribute").asText(),
                                where.get("equals").asText())));
    }

    private static Index index(JsonNode index) {
        return new Index(
                index.get("code").asText(),
                index.path("title").asText(index.get("code").asText()),
                list(index.get("components"), SchemeReader::component),
                Coded.of(Combine.class, index.get("combine").asText()),
                Coded.of(Missing.class, index.path("missing").asText("exclude-space")),
                standardise(index, "restandardise"),
                index.has("rollUp") ? rollUp(index.get("rollUp")) : null,
                text(index, "orientation"),
                index.has("classes") ? classes(index.get("classes")) : null);
    }

    private static Component component(JsonNode component) {
        return new Component(
                text(component, "indicator"),
                text(component, "index"),
                Coded.of(Measure.class, component.path("measure").asText("value")),
                component.path("lag").asInt(0),
                Transform.parse(component.path("transform").asText("none")).orElseThrow(),
                Coded.of(Polarity.class, component.path("polarity").asText("burden")),
                standardise(component, "standardise"),
                component.path("weight").asDouble(1));
    }

    private static RollUp rollUp(JsonNode rollUp) {
        return new RollUp(
                rollUp.get("level").asText(), rollUp.get("weight").asText(), standardise(rollUp, "restandardise"));
    }

    private static ClassRule classes(JsonNode classes) {
        List<String> codes = ClassRules.codes(classes);
        return new ClassRule(
                Coded.of(ClassRule.Method.class, classes.get("method").asText()),
                list(classes.path("breaks"), JsonNode::asDouble),
                Coded.of(ClassRule.Closed.class, classes.path("closed").asText("right")),
                quantileType(classes.path("quantileType")),
                codes,
                classes.has("labels") ? list(classes.get("labels"), JsonNode::asText) : codes);
    }

    private static ClassRule.QuantileType quantileType(JsonNode type) {
        return ClassRule.QuantileType.of(type.isNumber() ? Integer.toString(type.asInt()) : type.asText("7"));
    }

    private static Need need(JsonNode need) {
        return new Need(
                need.get("code").asText(),
                need.path("title").asText(need.get("code").asText()),
                text(need, "targetGroup"),
                condition(need.get("when")));
    }

    private static Condition condition(JsonNode condition) {
        if (condition.has("allOf")) {
            return new Condition.AllOf(list(condition.get("allOf"), SchemeReader::condition));
        } else if (condition.has("anyOf")) {
            return new Condition.AnyOf(list(condition.get("anyOf"), SchemeReader::condition));
        } else if (condition.has("atLeast")) {
            return new Condition.AtLeast(
                    condition.get("atLeast").asInt(), list(condition.get("of"), SchemeReader::condition));
        } else if (condition.has("not")) {
            return new Condition.Not(condition(condition.get("not")));
        } else if (condition.has("index")) {
            return new Condition.InClass(
                    condition.get("index").asText(), new HashSet<>(list(condition.get("class"), JsonNode::asText)));
        }
        return figure(condition);
    }

    private static Condition figure(JsonNode condition) {
        JsonNode value = condition.get("value");
        Measure measure = Coded.of(Measure.class, condition.get("measure").asText());
        return new Condition.Figure(
                condition.get("indicator").asText(),
                measure,
                measure == Measure.CHANGE ? condition.path("lag").asInt(1) : 0,
                condition.path("reference").asText(Condition.ALL),
                Condition.Operator.of(condition.get("op").asText()),
                value.isArray() ? value.get(0).asDouble() : value.asDouble(),
                value.isArray() ? value.get(1).asDouble() : value.asDouble());
    }

    private static Standardise standardise(JsonNode node, String field) {
        return Coded.of(Standardise.class, node.path(field).asText("none"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asText() : null;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        array.forEach(element -> values.add(reader.apply(element)));
        return values;
    }

    private SchemeReader() {}
}
