package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.method.Bounds;
import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Coded;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.EstimatedOver;
import de.quartierwerk.classification.method.Impute;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Missing;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.PolarityOrder;
import de.quartierwerk.classification.method.RollUp;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Standardisation;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Ties;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.method.Universe;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a document that was found valid. */
final class SchemeReader {
    private final @Nullable String within;

    private SchemeReader(@Nullable String within) {
        this.within = within;
    }

    static Scheme read(JsonNode document) {
        Universe universe = universe(document.path("universe"));
        SchemeReader reader = new SchemeReader(universe.within());
        return new Scheme(
                document.get("code").asText(),
                document.get("title").asText(),
                text(document, "description"),
                text(document, "source"),
                document.get("level").asText(),
                document.path("automatic").asBoolean(false),
                universe,
                list(document.path("indices"), reader::index),
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
                                where.get("equals").asText())),
                within(universe, null));
    }

    private Index index(JsonNode index) {
        String group = within(index, within);
        String combine = index.get("combine").asText();
        List<RollUp> rollUps = index.has("rollUp")
                ? List.of(rollUp(index.get("rollUp")))
                : list(index.path("rollUps"), SchemeReader::rollUp);
        return new Index(
                index.get("code").asText(),
                index.path("title").asText(index.get("code").asText()),
                list(index.get("components"), component -> component(component, group)),
                Coded.of(Combine.class, Call.name(combine)),
                Call.numbers(combine).isEmpty() ? 1 : Call.numbers(combine).get(0),
                Coded.of(Missing.class, index.path("missing").asText("exclude-space")),
                whole(index, "rawDecimals"),
                standardisation(index, "restandardise", group),
                rollUps,
                text(index, "orientation"),
                estimatedOver(index.path("estimatedOver")),
                index.has("classes") ? classes(index.get("classes"), group) : null);
    }

    private static EstimatedOver estimatedOver(JsonNode over) {
        return new EstimatedOver(
                over.path("lastPeriods").asInt(1), list(over.path("periods"), JsonNode::asText), List.of());
    }

    private static Component component(JsonNode component, @Nullable String group) {
        return new Component(
                text(component, "indicator"),
                text(component, "index"),
                component.has("condition") ? condition(component.get("condition")) : null,
                Coded.of(Measure.class, component.path("measure").asText("value")),
                component.path("lag").asInt(0),
                Impute.parse(component.path("impute").asText()).orElse(null),
                transforms(component.path("transform")),
                Coded.of(Polarity.class, component.path("polarity").asText("burden")),
                Coded.of(PolarityOrder.class, component.path("polarityOrder").asText("before")),
                standardisation(component, "standardise", group),
                component.path("weight").asDouble(1));
    }

    private static List<Transform> transforms(JsonNode transform) {
        List<String> written =
                transform.isArray() ? list(transform, JsonNode::asText) : List.of(transform.asText("none"));
        return written.stream().map(text -> Transform.parse(text).orElseThrow()).toList();
    }

    private static RollUp rollUp(JsonNode rollUp) {
        String kind = rollUp.path("kind").asText("mean");
        List<Double> numbers = Call.numbers(kind);
        return new RollUp(
                text(rollUp, "code"),
                rollUp.get("level").asText(),
                Coded.of(RollUp.Kind.class, Call.name(kind)),
                numbers.isEmpty() ? 0 : numbers.get(0),
                numbers.size() < 2 ? 0 : numbers.get(1),
                Set.copyOf(list(rollUp.path("inClasses"), JsonNode::asText)),
                text(rollUp, "weight"),
                standardisation(rollUp, "restandardise", null),
                rollUp.has("classes") ? classes(rollUp.get("classes"), null) : null);
    }

    /** A standardisation with what stands beside it; groups count only where something is standardised. */
    private static Standardisation standardisation(JsonNode node, String field, @Nullable String group) {
        String written = node.path(field).asText("none");
        Standardise method = Coded.of(Standardise.class, Call.name(written));
        List<Double> goalposts = Call.numbers(written);
        JsonNode range = node.path("range");
        return new Standardisation(
                method,
                node.has("ties") ? Coded.of(Ties.class, node.get("ties").asText()) : null,
                goalposts.isEmpty() ? null : new Bounds(goalposts.get(0), goalposts.get(1)),
                range.isArray()
                        ? new Bounds(range.get(0).asDouble(), range.get(1).asDouble())
                        : null,
                text(node, "standardiseWeight"),
                method == Standardise.NONE || !goalposts.isEmpty() ? null : within(node, group),
                whole(node, "decimals"));
    }

    private static ClassRule classes(JsonNode classes, @Nullable String group) {
        List<String> codes = ClassRules.codes(classes);
        ClassRule.Method method =
                Coded.of(ClassRule.Method.class, classes.get("method").asText());
        boolean grouped = method != ClassRule.Method.BREAKS && method != ClassRule.Method.K_MEANS;
        return new ClassRule(
                method,
                list(classes.path("breaks"), JsonNode::asDouble),
                list(classes.path("probabilities"), JsonNode::asDouble),
                Coded.of(ClassRule.Closed.class, classes.path("closed").asText("right")),
                new ClassRule.Quantiles(
                        quantileType(classes.path("quantileType")),
                        Coded.of(
                                ClassRule.RankRule.class,
                                classes.path("rankRule").asText("ceiling")),
                        Coded.of(Ties.class, classes.path("ties").asText("mean"))),
                text(classes, "weight"),
                grouped ? within(classes, group) : null,
                codes,
                classes.has("labels") ? list(classes.get("labels"), JsonNode::asText) : codes);
    }

    private static ClassRule.QuantileType quantileType(JsonNode type) {
        return ClassRule.QuantileType.of(type.isNumber() ? Integer.toString(type.asInt()) : type.asText("7"));
    }

    /** The groups that a part of a document names, or else those around it; none for {@code all}. */
    private static @Nullable String within(JsonNode node, @Nullable String around) {
        String named = node.has("within") ? node.get("within").asText() : around;
        return Condition.ALL.equals(named) ? null : named;
    }

    private static @Nullable Integer whole(JsonNode node, String field) {
        return node.has(field) ? (Integer) node.get(field).asInt() : null;
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
        } else if (condition.has("index") && condition.has("op")) {
            return new Condition.IndexValue(
                    condition.get("index").asText(),
                    Condition.Operator.of(condition.get("op").asText()),
                    lower(condition.get("value")),
                    upper(condition.get("value")));
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
                lower(value),
                upper(value),
                Coded.of(Ties.class, condition.path("ties").asText("mean")));
    }

    private static double lower(JsonNode value) {
        return value.isArray() ? value.get(0).asDouble() : value.asDouble();
    }

    private static double upper(JsonNode value) {
        return value.isArray() ? value.get(1).asDouble() : value.asDouble();
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.has(field) ? node.get(field).asText() : null;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>();
        array.forEach(element -> values.add(reader.apply(element)));
        return values;
    }
}
