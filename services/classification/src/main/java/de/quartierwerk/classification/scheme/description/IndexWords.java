package de.quartierwerk.classification.scheme.description;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.EstimatedOver;
import de.quartierwerk.classification.method.Impute;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.PolarityOrder;
import de.quartierwerk.classification.method.RollUp;
import de.quartierwerk.classification.method.Standardisation;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.scheme.description.Description.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Indices in words. */
final class IndexWords {
    private final Words words;
    private final Map<String, Index> indices;

    IndexWords(Words words, Map<String, Index> indices) {
        this.words = words;
        this.indices = indices;
    }

    Description.Section section(Index index) {
        List<Point> points = new ArrayList<>();
        List<Point> components = new ArrayList<>();
        for (Component component : index.components()) {
            components.add(component(index, component));
        }
        points.add(new Point(words.text("components"), components));
        points.add(Point.of(combination(index)));
        points.add(Point.of(words.text("missing." + index.missing().code())));
        if (index.rawDecimals() != null) {
            points.add(Point.of(words.text("raw-decimals", Integer.toString(index.rawDecimals()))));
        }
        if (!index.restandardise().isNone()) {
            points.add(Point.of(again(index.restandardise())));
        }
        if (!index.estimatedOver().isRun()) {
            points.add(Point.of(estimated(index.estimatedOver())));
        }
        if (index.classes() != null) {
            points.add(classes(index.classes()));
        }
        index.rollUps().forEach(rollUp -> points.add(rollUp(index, rollUp)));
        return new Description.Section(words.text("index", words.named(index.title(), index.code())), points);
    }

    private String estimated(EstimatedOver over) {
        return over.periods().isEmpty()
                ? words.text("estimated-last", Integer.toString(over.last() - 1))
                : words.text("estimated-periods", String.join(", ", over.periods()));
    }

    private String again(Standardisation how) {
        String text = words.text("restandardise." + how.method().code());
        List<String> details = details(how);
        return details.isEmpty() ? text : text + " " + words.text("restandardise-details", String.join("; ", details));
    }

    /** What stands beside a standardisation. */
    private List<String> details(Standardisation how) {
        List<String> details = new ArrayList<>();
        if (how.goalposts() != null) {
            details.add(words.text(
                    "goalposts",
                    words.number(how.goalposts().low()),
                    words.number(how.goalposts().high())));
        }
        if (how.range() != null) {
            details.add(words.text(
                    "range",
                    words.number(how.range().low()),
                    words.number(how.range().high())));
        }
        if (how.ties() != null) {
            details.add(words.text("ties." + how.ties().code()));
        }
        if (how.weight() != null) {
            details.add(words.text("standardise-weight", words.indicator(how.weight())));
        }
        if (how.within() != null) {
            details.add(words.text("within", words.text("name", how.within())));
        }
        if (how.decimals() != null) {
            details.add(words.text("decimals", Integer.toString(how.decimals())));
        }
        return details;
    }

    /** What a component names: an indicator or an index of the scheme. */
    private String of(Component component) {
        return component.index() == null
                ? words.indicator(component.of())
                : words.text(
                        "index",
                        words.named(
                                Objects.requireNonNull(indices.get(component.index()))
                                        .title(),
                                component.index()));
    }

    private Point component(Index index, Component component) {
        if (component.condition() != null) {
            return new Point(
                    words.text("condition-component", words.number(component.weight())),
                    List.of(new NeedWords(words, indices).condition(component.condition())));
        }
        List<String> steps = new ArrayList<>();
        steps.add(measure(component));
        if (component.impute() != null) {
            steps.add(impute(component.impute()));
        }
        component.transforms().forEach(transform -> steps.add(transform(transform)));
        if (component.index() == null || component.polarity() == Polarity.RELIEF) {
            String order = component.polarityOrder() == PolarityOrder.AFTER ? "polarity-after." : "polarity.";
            steps.add(words.text(order + component.polarity().code()));
        }
        if (component.standardise().method() != Standardise.NONE) {
            steps.add(
                    words.text("standardise." + component.standardise().method().code()));
        }
        steps.addAll(details(component.standardise()));
        if (index.combine().weighted()) {
            steps.add(words.text("weight", words.number(component.weight())));
        }
        return Point.of(words.text("component", of(component), String.join("; ", steps)));
    }

    private String impute(Impute impute) {
        String text = impute.by() == null ? words.number(impute.score()) : words.text("name", impute.by());
        return words.text("impute." + impute.kind().code(), text);
    }

    private String transform(Transform transform) {
        Object[] numbers = transform.numbers().stream().map(words::number).toArray();
        return words.text("transform." + transform.kind().code(), numbers);
    }

    private String measure(Component component) {
        if (component.measure() == Measure.VALUE || component.measure() == Measure.NUMERATOR) {
            return words.text("measure." + component.measure().code());
        }
        return words.text("measure." + component.measure().code(), component.lag());
    }

    private String combination(Index index) {
        if (!index.combine().estimated()) {
            return words.text("combine." + index.combine().code(), words.number(index.power()));
        }
        String leading = index.components().stream()
                .filter(component -> component.of().equals(index.orientation()))
                .map(this::of)
                .findFirst()
                .orElse("");
        return words.text("combine." + index.combine().code(), leading);
    }

    private Point classes(ClassRule rule) {
        List<Point> classes = new ArrayList<>();
        for (int k = 0; k < rule.count(); k++) {
            String name = words.named(rule.labels().get(k), rule.codes().get(k));
            classes.add(Point.of(rule.method() == ClassRule.Method.BREAKS ? bounded(rule, k, name) : name));
        }
        String key = "classes." + rule.method().code();
        if (rule.method() == ClassRule.Method.QUANTILES) {
            key += "-" + rule.quantileType().code();
        }
        String text = words.text(key, Integer.toString(rule.count()));
        List<String> details = details(rule);
        return new Point(
                details.isEmpty() ? text : text + " " + words.text("classes-details", String.join("; ", details)),
                classes);
    }

    /** What stands beside a kind of classes. */
    private List<String> details(ClassRule rule) {
        List<String> details = new ArrayList<>();
        if (!rule.probabilities().isEmpty()) {
            details.add(words.text(
                    "probabilities",
                    rule.probabilities().stream().map(words::number).collect(Collectors.joining("; "))));
        }
        ClassRule.Quantiles quantiles = rule.quantiles();
        if (rule.method() == ClassRule.Method.QUANTILES && quantiles.type().byRank()) {
            details.add(words.text("rank-rule." + quantiles.rule().code()));
            details.add(words.text("ties." + quantiles.ties().code()));
        }
        if (rule.weight() != null) {
            details.add(words.text("class-weight", words.indicator(rule.weight())));
        }
        if (rule.within() != null) {
            details.add(words.text("within", words.text("name", rule.within())));
        }
        return details;
    }

    /** A class with its bounds, e.g. {@code over -1 up to and including 1}. */
    private String bounded(ClassRule rule, int k, String name) {
        String side = rule.closed().code();
        List<Double> breaks = rule.breaks();
        if (breaks.isEmpty()) {
            return words.text("class.all", name);
        } else if (k == 0) {
            return words.text("class.lowest-" + side, name, words.number(breaks.get(0)));
        } else if (k == breaks.size()) {
            return words.text("class.highest-" + side, name, words.number(breaks.get(k - 1)));
        }
        return words.text("class.between-" + side, name, words.number(breaks.get(k - 1)), words.number(breaks.get(k)));
    }

    private Point rollUp(Index index, RollUp rollUp) {
        String weight = rollUp.weight() == null ? words.text("every-space") : words.indicator(rollUp.weight());
        String classes = rollUp.inClasses().stream().sorted().collect(Collectors.joining(", "));
        String text = words.text(
                "roll-up." + rollUp.kind().code(),
                words.text("name", rollUp.level()),
                weight,
                classes,
                words.number(rollUp.from()),
                words.number(rollUp.to()));
        String whole = rollUp.restandardise().isNone() ? text : text + " " + again(rollUp.restandardise());
        return rollUp.classes() == null
                ? Point.of(rollUp.code() == null ? whole : words.text("component", rollUp.name(index), whole))
                : new Point(whole, List.of(classes(rollUp.classes())));
    }
}
