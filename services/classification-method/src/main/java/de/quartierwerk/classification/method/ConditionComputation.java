package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Evaluates conditions over all spaces with three truth values: yes, no, and open where a value is missing. */
final class ConditionComputation {
    private final FigureComputation figures;
    private final Map<String, IndexOutcome> indices;
    private final boolean[] base;
    private final Map<Condition.Figure, FigureOutcome> known = new HashMap<>();

    ConditionComputation(FigureComputation figures, Map<String, IndexOutcome> indices, boolean[] base) {
        this.figures = figures;
        this.indices = indices;
        this.base = base;
    }

    ConditionOutcome compute(Condition condition) {
        if (condition instanceof Condition.Figure figure) {
            return figure(figure);
        }
        if (condition instanceof Condition.InClass inClass) {
            return inClass(inClass);
        }
        if (condition instanceof Condition.IndexValue value) {
            return indexValue(value);
        }
        List<ConditionOutcome> parts = new ArrayList<>();
        for (Condition part : condition.within()) {
            parts.add(compute(part));
        }
        byte[] state = new byte[base.length];
        for (int i = 0; i < state.length; i++) {
            state[i] = base[i] ? combine(condition, parts, i) : ConditionOutcome.NO;
        }
        return new ConditionOutcome(condition, state, parts, null, null);
    }

    private static byte combine(Condition condition, List<ConditionOutcome> parts, int i) {
        int yes = 0;
        int open = 0;
        for (ConditionOutcome part : parts) {
            yes += part.state(i) == ConditionOutcome.YES ? 1 : 0;
            open += part.state(i) == ConditionOutcome.OPEN ? 1 : 0;
        }
        if (condition instanceof Condition.Not) {
            return open > 0 ? ConditionOutcome.OPEN : yes > 0 ? ConditionOutcome.NO : ConditionOutcome.YES;
        }
        int wanted = parts.size();
        if (condition instanceof Condition.AnyOf) {
            wanted = 1;
        } else if (condition instanceof Condition.AtLeast atLeast) {
            wanted = atLeast.count();
        }
        return yes >= wanted
                ? ConditionOutcome.YES
                : yes + open >= wanted ? ConditionOutcome.OPEN : ConditionOutcome.NO;
    }

    /** Figures and thresholds are compared as rounded: 5 of 6 reaches 0.8333333333333334. */
    private ConditionOutcome figure(Condition.Figure figure) {
        FigureOutcome outcome = known.computeIfAbsent(figure, figures::compute);
        double value = Rounding.round(figure.value());
        double upper = Rounding.round(figure.upper());
        byte[] state = new byte[base.length];
        for (int i = 0; i < state.length; i++) {
            if (base[i]) {
                double found = outcome.found(i);
                boolean holds = figure.comparison().holds(found, value, upper);
                state[i] = Double.isNaN(found)
                        ? ConditionOutcome.OPEN
                        : holds ? ConditionOutcome.YES : ConditionOutcome.NO;
            }
        }
        return new ConditionOutcome(figure, state, List.of(), outcome, null);
    }

    private ConditionOutcome inClass(Condition.InClass condition) {
        IndexOutcome index = Objects.requireNonNull(indices.get(condition.index()), condition.index());
        byte[] state = new byte[base.length];
        for (int i = 0; i < state.length; i++) {
            if (base[i]) {
                String code = index.classCode(i);
                state[i] = code == null
                        ? ConditionOutcome.OPEN
                        : condition.classes().contains(code) ? ConditionOutcome.YES : ConditionOutcome.NO;
            }
        }
        return new ConditionOutcome(condition, state, List.of(), null, index);
    }

    /** Values and thresholds are compared as rounded. */
    private ConditionOutcome indexValue(Condition.IndexValue condition) {
        IndexOutcome index = Objects.requireNonNull(indices.get(condition.index()), condition.index());
        double value = Rounding.round(condition.value());
        double upper = Rounding.round(condition.upper());
        byte[] state = new byte[base.length];
        for (int i = 0; i < state.length; i++) {
            if (base[i]) {
                double found = Rounding.round(index.value(i));
                boolean holds = condition.comparison().holds(found, value, upper);
                state[i] = Double.isNaN(found)
                        ? ConditionOutcome.OPEN
                        : holds ? ConditionOutcome.YES : ConditionOutcome.NO;
            }
        }
        return new ConditionOutcome(condition, state, List.of(), null, index);
    }
}
