package de.quartierwerk.classification.scheme.description;

import de.quartierwerk.classification.method.ClassRule;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Index;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.scheme.description.Description.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Fields of action and their conditions in words. */
final class NeedWords {
    private static final Set<Measure> OWN = Set.of(Measure.VALUE, Measure.NUMERATOR);
    private static final Set<String> KNOWN_AREAS = Set.of("all", "municipality", "district");

    private final Words words;
    private final Map<String, Index> indices;

    NeedWords(Words words, Map<String, Index> indices) {
        this.words = words;
        this.indices = indices;
    }

    Description.Section section(Need need) {
        List<Point> points = new ArrayList<>();
        if (need.targetGroup() != null) {
            points.add(Point.of(words.text("target-group", need.targetGroup())));
        }
        points.add(new Point(words.text("need-when"), List.of(condition(need.when()))));
        return new Description.Section(words.text("need", words.named(need.title(), need.code())), points);
    }

    Point condition(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return new Point(words.text("all-of"), conditions(all.parts()));
        } else if (condition instanceof Condition.AnyOf any) {
            return new Point(words.text("any-of"), conditions(any.parts()));
        } else if (condition instanceof Condition.AtLeast atLeast) {
            String text = words.text(
                    "at-least",
                    Integer.toString(atLeast.count()),
                    Integer.toString(atLeast.parts().size()));
            return new Point(text, conditions(atLeast.parts()));
        } else if (condition instanceof Condition.Not not) {
            return new Point(words.text("not"), conditions(List.of(not.part())));
        } else if (condition instanceof Condition.InClass inClass) {
            return Point.of(inClass(inClass));
        }
        if (condition instanceof Condition.IndexValue value) {
            Index index = Objects.requireNonNull(indices.get(value.index()));
            String comparison = comparison(value.comparison(), value.value(), value.upper());
            return Point.of(words.text("index-value", words.named(index.title(), index.code()), comparison));
        }
        return Point.of(figure((Condition.Figure) condition));
    }

    private List<Point> conditions(List<Condition> parts) {
        return parts.stream().map(this::condition).toList();
    }

    private String inClass(Condition.InClass inClass) {
        Index index = Objects.requireNonNull(indices.get(inClass.index()));
        ClassRule rule = Objects.requireNonNull(index.classes());
        List<String> classes = new ArrayList<>();
        for (int k = 0; k < rule.count(); k++) {
            if (inClass.classes().contains(rule.codes().get(k))) {
                classes.add(words.named(rule.labels().get(k), rule.codes().get(k)));
            }
        }
        return words.text("in-class", words.named(index.title(), index.code()), String.join(", ", classes));
    }

    private String figure(Condition.Figure figure) {
        String measure = "figure." + figure.measure().code();
        String what = OWN.contains(figure.measure())
                ? words.text(measure)
                : figure.measure() == Measure.CHANGE
                        ? words.text(measure, figure.lag())
                        : words.text(measure, reference(figure.reference()));
        String comparison = comparison(figure.comparison(), figure.value(), figure.upper());
        return words.text("figure", words.indicator(figure.indicator()), what, comparison);
    }

    private String comparison(Condition.Operator operator, double value, double upper) {
        return words.text(
                "compare." + operator.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words.number(value),
                words.number(upper));
    }

    private String reference(String reference) {
        return KNOWN_AREAS.contains(reference)
                ? words.text("reference." + reference)
                : words.text("reference.level", words.text("name", reference));
    }
}
