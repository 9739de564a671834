package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Gap;
import java.util.ArrayList;
import java.util.List;

/** Says an explanation in sentences; only what its numbers say, so that nothing withheld gets into a text. */
final class Sentences {
    private static final double PERCENT = 100;

    private final Words words;

    Sentences(Words words) {
        this.words = words;
    }

    /** What concerns the space as a whole. */
    List<String> overview(String space, String excluded, boolean withheld) {
        List<String> sentences = new ArrayList<>();
        if (excluded != null) {
            sentences.add(words.text("explanation.excluded", words.space(space), excluded));
        }
        if (withheld) {
            sentences.add(words.text("explanation.withheld"));
        }
        return sentences;
    }

    /** An index with its sentences. */
    Explanation.IndexPart told(Explanation.IndexPart part, boolean withheld) {
        List<String> sentences = new ArrayList<>();
        sentences.add(headline(part, withheld));
        if (part.position() != null) {
            sentences.add(words.text(
                    "explanation.position",
                    words.number(part.position().rank()),
                    words.number(part.position().of())));
        }
        for (Explanation.AreaPosition area : part.areas()) {
            if (area.position() != null) {
                sentences.add(words.text(
                        "explanation.position-in",
                        words.space(area.area()),
                        words.number(area.position().rank()),
                        words.number(area.position().of())));
            }
        }
        addBreak(sentences, part);
        part.components().forEach(component -> add(sentences, component));
        return new Explanation.IndexPart(
                part.index(),
                part.title(),
                part.combine(),
                part.raw(),
                part.restandardise(),
                part.mean(),
                part.deviation(),
                part.minimum(),
                part.maximum(),
                part.value(),
                part.position(),
                part.areas(),
                part.breaks(),
                part.classCode(),
                part.label(),
                part.reason(),
                part.components(),
                sentences);
    }

    private static String withoutValue(Explanation.IndexPart part) {
        boolean negative = Gap.NEGATIVE_COMPONENT.code().equals(part.reason());
        return negative ? "explanation.no-value-negative" : "explanation.no-value";
    }

    private String headline(Explanation.IndexPart part, boolean withheld) {
        if (part.value() == null) {
            return part.classCode() == null
                    ? words.text(withheld ? "explanation.no-class" : withoutValue(part), part.title())
                    : words.text("explanation.class", part.title(), part.classCode(), part.label());
        }
        return part.classCode() == null
                ? words.text("explanation.value", part.title(), words.number(part.value()))
                : words.text(
                        "explanation.value-and-class",
                        part.title(),
                        words.number(part.value()),
                        part.classCode(),
                        part.label());
    }

    /** The class break that is nearest to the value. */
    private void addBreak(List<String> sentences, Explanation.IndexPart part) {
        Double nearest = null;
        for (Double point : part.value() == null ? List.<Double>of() : part.breaks()) {
            boolean nearer = nearest == null || Math.abs(part.value() - point) < Math.abs(part.value() - nearest);
            nearest = nearer ? point : nearest;
        }
        if (nearest != null) {
            sentences.add(words.text(
                    "explanation.break", words.number(nearest), words.number(Math.abs(part.value() - nearest))));
        }
    }

    private void add(List<String> sentences, Explanation.ComponentPart part) {
        String name = part.indicator() == null ? part.index() : words.indicator(part.indicator());
        if (part.value() == null) {
            sentences.add(words.text("explanation.component-without-value", name));
            return;
        }
        String value = words.number(part.value());
        if (Boolean.TRUE.equals(part.leftOut())) {
            sentences.add(words.text("explanation.component-left-out", name, value));
        } else if (part.contribution() == null) {
            sentences.add(words.text("explanation.component-value", name, value));
        } else if (!part.transform().equals("none")) {
            sentences.add(words.text(
                    "explanation.component-transformed",
                    name,
                    value,
                    words.signed(part.standardised()),
                    words.signed(part.contribution())));
        } else {
            sentences.add(words.text(
                    "explanation.component",
                    name,
                    value,
                    words.number(part.mean()),
                    words.signed(part.standardised()),
                    words.signed(part.contribution())));
        }
        if (part.numerator() != null && part.denominator() != null && words.isPercent(part.indicator())) {
            sentences.add(
                    words.text("explanation.counts", words.number(part.numerator()), words.number(part.denominator())));
        }
        part.areas().forEach(area -> add(sentences, part.indicator(), area));
    }

    private void add(List<String> sentences, String indicator, Explanation.AreaComparison area) {
        if (area.rate() == null) {
            return;
        }
        String rate = words.isPercent(indicator)
                ? words.text(
                        "explanation.percent",
                        words.number(area.rate() * PERCENT),
                        words.number(area.numerator()),
                        words.number(area.denominator()))
                : (words.number(words.inUnit(indicator, area.rate())) + " " + words.unit(indicator)).strip();
        String name = words.space(area.area());
        if (area.deviationPercent() == null) {
            sentences.add(words.text("explanation.area", name, rate));
        } else {
            String code = area.deviationPercent() < 0 ? "explanation.area-below" : "explanation.area-above";
            sentences.add(words.text(code, name, rate, words.number(Math.abs(area.deviationPercent()))));
        }
    }

    /** A need in sentences: whether it was found, then its conditions from outside to inside. */
    List<String> of(String title, boolean held, Explanation.ConditionPart when) {
        List<String> sentences = new ArrayList<>();
        String code = held
                ? "explanation.need-found"
                : Boolean.TRUE.equals(when.open()) ? "explanation.need-open" : "explanation.need-not-found";
        sentences.add(words.text(code, title));
        add(sentences, when);
        return sentences;
    }

    private void add(List<String> sentences, Explanation.ConditionPart part) {
        switch (part.type()) {
            case "figure" -> sentences.add(figure(part));
            case "class" ->
                sentences.add(words.text(
                        "explanation.condition-class",
                        part.index(),
                        String.join(", ", part.classes()),
                        part.foundClass() == null ? words.text("explanation.none") : part.foundClass(),
                        outcome(part)));
            default -> {
                String count = part.atLeast() == null ? "" : words.number(part.atLeast());
                sentences.add(words.text("explanation.condition-" + part.type(), count, outcome(part)));
                part.parts().forEach(inner -> add(sentences, inner));
            }
        }
    }

    private String figure(Explanation.ConditionPart part) {
        String threshold = part.upper() == null
                ? part.op() + " " + threshold(part.threshold(), part)
                : words.text("explanation.between", threshold(part.threshold(), part), threshold(part.upper(), part));
        String name = words.indicator(part.indicator());
        String measure = words.text("explanation.measure." + part.measure());
        String of = part.referenceArea() == null
                ? measure
                : words.text("explanation.compared-with", measure, words.space(part.referenceArea()));
        if (Boolean.TRUE.equals(part.withheld())) {
            return words.text("explanation.condition-withheld", name, of, threshold, outcome(part));
        }
        String found = part.found() == null
                ? words.text("explanation.condition-missing", name, of, threshold, outcome(part))
                : words.text(
                        "explanation.condition",
                        name,
                        of,
                        threshold,
                        part.upper() == null
                                ? words.apart(part.found(), part.threshold())
                                : words.apart(part.found(), part.threshold(), part.upper()),
                        words.signed(part.margin()),
                        outcome(part));
        boolean counted = part.numerator() != null && part.denominator() != null && words.isPercent(part.indicator());
        return counted
                ? found + " "
                        + words.text(
                                "explanation.counts", words.number(part.numerator()), words.number(part.denominator()))
                : found;
    }

    /** A threshold, told apart from what was found. */
    private String threshold(double threshold, Explanation.ConditionPart part) {
        return part.found() == null ? words.number(threshold) : words.apart(threshold, part.found());
    }

    private String outcome(Explanation.ConditionPart part) {
        if (part.held() == null) {
            return words.text("explanation.not-told");
        }
        return words.text(
                part.held()
                        ? "explanation.held"
                        : Boolean.TRUE.equals(part.open()) ? "explanation.open" : "explanation.not-held");
    }
}
