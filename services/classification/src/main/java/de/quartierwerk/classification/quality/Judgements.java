package de.quartierwerk.classification.quality;

import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in sentences how robust classes are, for readers who are no statisticians. */
@ApplicationScoped
class Judgements {
    private static final double HUNDRED = 100;
    private static final double SOLID = 90;
    private static final double USABLE = 75;

    private final Messages messages;
    private final CallerLanguage language;

    Judgements(Messages messages, CallerLanguage language) {
        this.messages = messages;
        this.language = language;
    }

    private String text(String code, Object... arguments) {
        return messages.title(language.locale(), code, arguments);
    }

    private String number(double x) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(1);
        return format.format(x);
    }

    /** The robustness of an index with its summary in words. */
    Robustness.IndexRobustness withSentences(Robustness.IndexRobustness index, String title, int spaces) {
        List<String> sentences = new ArrayList<>();
        if (spaces > 0) {
            double solid = HUNDRED * index.verdicts().stable() / spaces;
            String judgement = solid >= SOLID ? "solid" : solid >= USABLE ? "usable" : "unsure";
            sentences.add(text("robustness." + judgement, title));
            sentences.add(text("robustness.stable", number(index.verdicts().stable()), number(spaces), number(solid)));
            addSensitive(sentences, index);
            if (index.verdicts().fragile() > 0) {
                sentences.add(text("robustness.fragile", number(index.verdicts().fragile())));
            }
        }
        return new Robustness.IndexRobustness(
                index.index(),
                index.leaveOneOut(),
                index.stablePercent(),
                index.unstable(),
                index.weights(),
                index.standardisations(),
                index.uncertain(),
                index.verdicts(),
                sentences);
    }

    private void addSensitive(List<String> sentences, Robustness.IndexRobustness index) {
        Robustness.LeftOut most = null;
        for (Robustness.LeftOut leftOut : index.leaveOneOut()) {
            most = most == null || leftOut.changed() > most.changed() ? leftOut : most;
        }
        if (most != null && most.changed() > 0) {
            sentences.add(text("robustness.left-out", most.component(), number(most.changed())));
        }
        Robustness.Weights weights = index.weights();
        if (weights.keptPercent() != null) {
            sentences.add(text(
                    "robustness.weights",
                    number(weights.spreadPercent()),
                    number(weights.draws()),
                    number(weights.keptPercent()),
                    number(weights.unsure())));
        }
        for (Robustness.OtherWay way : index.standardisations()) {
            sentences.add(text(
                    "robustness.standardisation",
                    text("robustness.way." + way.standardise().code()),
                    number(way.changed()),
                    number(way.compared())));
        }
        if (index.uncertain().spaces() > 0) {
            sentences.add(text(
                    "robustness.small",
                    number(index.uncertain().spaces()),
                    number(index.uncertain().below()),
                    number(index.uncertain().crossing())));
        }
    }

    /** The stability of a space's class in words. */
    Robustness.SpaceStability withSentences(Robustness.SpaceStability space) {
        List<String> sentences = new ArrayList<>();
        sentences.add(text("stability." + space.stability().name().toLowerCase(Locale.ROOT), space.classCode()));
        if (!space.dependsOn().isEmpty()) {
            sentences.add(text("stability.depends", String.join(", ", space.dependsOn())));
        }
        if (space.keptPercent() != null && space.keptPercent() < HUNDRED) {
            sentences.add(text("stability.weights", number(space.keptPercent())));
        }
        for (Standardise way : space.changesWith()) {
            sentences.add(text("stability.standardisation", text("robustness.way." + way.code())));
        }
        for (Robustness.RatioInterval interval : space.intervals()) {
            sentences.add(text(
                    interval.crossesClassBreak() ? "stability.interval-crosses" : "stability.interval",
                    interval.indicator(),
                    number(interval.low()),
                    number(interval.high())));
        }
        return new Robustness.SpaceStability(
                space.space(),
                space.classCode(),
                space.stability(),
                space.keptPercent(),
                space.dependsOn(),
                space.changesWith(),
                space.intervals(),
                sentences);
    }
}
