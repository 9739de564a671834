package de.quartierwerk.classification.scheme.description;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.RollUp;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.method.Transform;
import de.quartierwerk.classification.scheme.description.Description.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
            components.add(Point.of(component(index, component)));
        }
        points.add(new Point(words.text("components"), components));
        points.add(Point.of(combination(index)));
        points.add(Point.of(words.text("missing." + index.missing().code())));
        if (index.restandardise() != Standardise.NONE) {
            points.add(
                    Point.of(words.text("restandardise." + index.restandardise().code())));
        }
        if (index.classes() != null) {
            points.add(classes(index.classes()));
        }
        if (index.rollUp() != null) {
            points.add(Point.of(rollUp(index.rollUp())));
        }
        return new Description.Section(words.text("index", words.named(index.title(), index.code())), points);
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

    private String component(Index index, Component component) {
        List<String> steps = new ArrayList<>();
        steps.add(measure(component));
        Transform transform = component.transform();
        if (transform.kind() != Transform.Kind.NONE) {
            steps.add(words.text("transform." + transform.kind().code(), words.number(transform.bound())));
        }
        if (component.index() == null || component.polarity() == Polarity.RELIEF) {
            steps.add(words.text("polarity." + component.polarity().code()));
        }
        boolean principal = index.combine() == Combine.FIRST_PRINCIPAL_COMPONENT;
        if (component.standardise() != Standardise.NONE) {
            steps.add(words.text("standardise." + component.standardise().code()));
        }
        if (!principal && index.combine() != Combine.SUM) {
            steps.add(words.text("weight", words.number(component.weight())));
        }
        return words.text("component", of(component), String.join("; ", steps));
    }

    private String measure(Component component) {
        if (component.measure() == Measure.VALUE || component.measure() == Measure.NUMERATOR) {
            return words.text("measure." + component.measure().code());
        }
        return words.text("measure." + component.measure().code(), component.lag());
    }

    private String combination(Index index) {
        if (index.combine() != Combine.FIRST_PRINCIPAL_COMPONENT) {
            return words.text("combine." + index.combine().code());
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
        return new Point(words.text(key, Integer.toString(rule.count())), classes);
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

    private String rollUp(RollUp rollUp) {
        String text = words.text("roll-up", words.text("name", rollUp.level()), words.indicator(rollUp.weight()));
        return rollUp.restandardise() == Standardise.NONE
                ? text
                : text + " "
                        + words.text("restandardise." + rollUp.restandardise().code());
    }
}
