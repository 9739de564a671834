package de.quartierwerk.classification.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says an explanation in sentences; only what its numbers say, so that nothing withheld gets into a text. */
final class Sentences {
    private static final double PERCENT = 100;

    private final Words words;

    Sentences(Words words) {
        this.words = words;
    }

    /** What concerns the space as a whole. */
    List<String> overview(String space, @Nullable String excluded, boolean withheld, List<Explanation.Noise> noise) {
        List<String> sentences = new ArrayList<>();
        if (excluded != null) {
            sentences.add(words.text("explanation.excluded", words.space(space), excluded));
        }
        if (withheld) {
            sentences.add(words.text("explanation.withheld"));
        }
        noise.forEach(of -> sentences.add(
                words.text("explanation.noise", words.indicator(of.indicator()), words.number(of.deviation()))));
        return sentences;
    }

    /** An index with its sentences. */
    Explanation.IndexPart describe(Explanation.IndexPart part, boolean withheld) {
        List<String> sentences = new ArrayList<>();
        sentences.add(headline(part, withheld));
        if (part.standing().position() != null) {
            sentences.add(words.text(
                    "explanation.position",
                    words.number(part.standing().position().rank()),
                    words.number(part.standing().position().of())));
        }
        for (Explanation.AreaPosition area : part.standing().areas()) {
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
        return part.with(sentences);
    }

    private static String withoutValue(Explanation.IndexPart part) {
        boolean negative = part.reason() == NoValue.NEGATIVE_COMPONENT;
        return negative ? "explanation.no-value-negative" : "explanation.no-value";
    }

    private String headline(Explanation.IndexPart part, boolean withheld) {
        if (part.value() == null) {
            return part.found().classCode() == null
                    ? words.text(withheld ? "explanation.no-class" : withoutValue(part), part.title())
                    : words.text(
                            "explanation.class",
                            part.title(),
                            part.found().classCode(),
                            part.found().label());
        }
        return part.found().classCode() == null
                ? words.text("explanation.value", part.title(), words.number(part.value()))
                : words.text(
                        "explanation.value-and-class",
                        part.title(),
                        words.number(part.value()),
                        part.found().classCode(),
                        part.found().label());
    }

    /** The class break that is nearest to the value. */
    private void addBreak(List<String> sentences, Explanation.IndexPart part) {
        if (part.value() == null) {
            return;
        }
        double value = part.value();
        part.found().breaks().stream()
                .min(Comparator.comparingDouble(point -> Math.abs(value - point)))
                .ifPresent(nearest -> sentences.add(words.text(
                        "explanation.break", words.number(nearest), words.number(Math.abs(value - nearest)))));
    }

    private void add(List<String> sentences, Explanation.ComponentPart part) {
        if (part.source().condition() != null) {
            addCondition(sentences, part, part.source().condition());
            return;
        }
        String indicator = part.source().indicator();
        String name = indicator == null ? Objects.requireNonNull(part.source().index()) : words.indicator(indicator);
        if (part.measured().value() == null) {
            sentences.add(words.text("explanation.component-without-value", name));
            return;
        }
        if (part.measured().imputed() != null) {
            sentences.add(words.text(
                    "explanation.component-imputed", name, part.measured().imputed()));
        }
        sentences.add(component(part, name, words.number(part.measured().value())));
        if (part.details().scaleGroup() != null) {
            sentences.add(
                    words.text("explanation.within", words.space(part.details().scaleGroup())));
        }
        if (indicator != null) {
            if (part.measured().numerator() != null
                    && part.measured().denominator() != null
                    && words.isPercent(indicator)) {
                sentences.add(
                        counts(part.measured().numerator(), part.measured().denominator()));
            }
            part.areas().forEach(area -> add(sentences, indicator, area));
        }
    }

    private void addCondition(List<String> sentences, Explanation.ComponentPart part, ConditionExplanation condition) {
        if (part.part().contribution() != null) {
            sentences.add(words.text(
                    "explanation.component-condition",
                    name(condition),
                    outcome(condition),
                    words.signed(part.part().contribution())));
        }
        add(sentences, condition);
    }

    /** What a condition looks at first. */
    private String name(ConditionExplanation condition) {
        if (condition instanceof ConditionExplanation.Figure figure) {
            return words.indicator(figure.indicator());
        } else if (condition instanceof ConditionExplanation.InClass inClass) {
            return inClass.index();
        } else if (condition instanceof ConditionExplanation.OfIndex ofIndex) {
            return ofIndex.index();
        }
        return name(((ConditionExplanation.Combined) condition).parts().get(0));
    }

    private String component(Explanation.ComponentPart part, String name, String value) {
        if (Boolean.TRUE.equals(part.part().leftOut())) {
            return words.text("explanation.component-left-out", name, value);
        }
        if (part.part().contribution() == null || part.standardised() == null) {
            return words.text("explanation.component-value", name, value);
        }
        String standardised = words.signed(part.standardised());
        String contribution = words.signed(part.part().contribution());
        if (!part.prepared().transform().equals("none") || part.scale().mean() == null) {
            return words.text("explanation.component-transformed", name, value, standardised, contribution);
        }
        return words.text(
                "explanation.component", name, value, words.number(part.scale().mean()), standardised, contribution);
    }

    private void add(List<String> sentences, String indicator, Explanation.AreaComparison area) {
        if (area.rate() == null || area.numerator() == null || area.denominator() == null) {
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
    List<String> of(String title, boolean held, ConditionExplanation when) {
        List<String> sentences = new ArrayList<>();
        String code = held
                ? "explanation.need-found"
                : Boolean.TRUE.equals(when.open()) ? "explanation.need-open" : "explanation.need-not-found";
        sentences.add(words.text(code, title));
        add(sentences, when);
        return sentences;
    }

    private void add(List<String> sentences, ConditionExplanation condition) {
        if (condition instanceof ConditionExplanation.Figure figure) {
            sentences.add(figure(figure));
        } else if (condition instanceof ConditionExplanation.InClass inClass) {
            sentences.add(words.text(
                    "explanation.condition-class",
                    inClass.index(),
                    String.join(", ", inClass.classes()),
                    inClass.foundClass() == null ? words.text("explanation.none") : inClass.foundClass(),
                    outcome(inClass)));
        } else if (condition instanceof ConditionExplanation.OfIndex ofIndex) {
            sentences.add(words.text(
                    "explanation.condition-value",
                    ofIndex.index(),
                    threshold(ofIndex),
                    ofIndex.found() == null ? words.text("explanation.none") : words.number(ofIndex.found()),
                    outcome(ofIndex)));
        } else if (condition instanceof ConditionExplanation.Combined combined) {
            String count = combined.atLeast() == null ? "" : words.number(combined.atLeast());
            sentences.add(words.text(code(combined.type()), count, outcome(combined)));
            combined.parts().forEach(part -> add(sentences, part));
        }
    }

    private static String code(ConditionExplanation.Type type) {
        return switch (type) {
            case ALL_OF -> "explanation.condition-allOf";
            case ANY_OF -> "explanation.condition-anyOf";
            case AT_LEAST -> "explanation.condition-atLeast";
            case NOT -> "explanation.condition-not";
            case CLASS -> "explanation.condition-class";
            case VALUE -> "explanation.condition-value";
            case FIGURE -> "explanation.condition";
        };
    }

    private String figure(ConditionExplanation.Figure part) {
        ConditionExplanation.Threshold limit = part.threshold();
        ConditionExplanation.Found found = part.found();
        String threshold = limit.upper() == null
                ? limit.op().code() + " " + threshold(limit.threshold(), found)
                : words.text(
                        "explanation.between", threshold(limit.threshold(), found), threshold(limit.upper(), found));
        String name = words.indicator(part.indicator());
        String measure = words.text("explanation.measure." + part.measure().code());
        String area = part.reference() == null ? null : part.reference().referenceArea();
        String of = area == null ? measure : words.text("explanation.compared-with", measure, words.space(area));
        if (part.restsOnWithheld()) {
            return words.text("explanation.condition-withheld", name, of, threshold, outcome(part));
        }
        String sentence = found.found() == null || found.margin() == null
                ? words.text("explanation.condition-missing", name, of, threshold, outcome(part))
                : words.text(
                        "explanation.condition",
                        name,
                        of,
                        threshold,
                        limit.upper() == null
                                ? words.apart(found.found(), limit.threshold())
                                : words.apart(found.found(), limit.threshold(), limit.upper()),
                        words.signed(found.margin()),
                        outcome(part));
        if (found.numerator() == null || found.denominator() == null || !words.isPercent(part.indicator())) {
            return sentence;
        }
        return sentence + " " + counts(found.numerator(), found.denominator());
    }

    private String threshold(ConditionExplanation.OfIndex part) {
        ConditionExplanation.Threshold limit = part.threshold();
        return limit.upper() == null
                ? limit.op().code() + " " + words.number(limit.threshold())
                : words.text("explanation.between", words.number(limit.threshold()), words.number(limit.upper()));
    }

    private String counts(double numerator, double denominator) {
        return words.text("explanation.counts", words.number(numerator), words.number(denominator));
    }

    /** A threshold with as many decimals as it takes to tell it from what was found. */
    private String threshold(double threshold, ConditionExplanation.Found found) {
        return found.found() == null ? words.number(threshold) : words.apart(threshold, found.found());
    }

    private String outcome(ConditionExplanation part) {
        if (part.held() == null) {
            return words.text("explanation.not-told");
        }
        return words.text(
                part.held()
                        ? "explanation.held"
                        : Boolean.TRUE.equals(part.open()) ? "explanation.open" : "explanation.not-held");
    }
}
