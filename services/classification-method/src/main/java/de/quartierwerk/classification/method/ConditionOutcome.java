package de.quartierwerk.classification.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a condition holds, with the outcomes of its parts. */
public final class ConditionOutcome {
    /** The condition does not hold. */
    static final byte NO = 0;
    /** A missing value leaves the condition open. */
    static final byte OPEN = 1;
    /** The condition holds. */
    static final byte YES = 2;

    private final Condition condition;
    private final byte[] state;
    private final List<ConditionOutcome> parts;
    private final @Nullable FigureOutcome figure;
    private final @Nullable IndexOutcome index;

    ConditionOutcome(
            Condition condition,
            byte[] state,
            List<ConditionOutcome> parts,
            @Nullable FigureOutcome figure,
            @Nullable IndexOutcome index) {
        this.condition = condition;
        this.state = state;
        this.parts = List.copyOf(parts);
        this.figure = figure;
        this.index = index;
    }

    /** The condition. */
    public Condition condition() {
        return condition;
    }

    /** Whether it holds at a position; false where it is open. */
    public boolean held(int position) {
        return state[position] == YES;
    }

    /** Whether a missing value leaves it open at a position. */
    public boolean open(int position) {
        return state[position] == OPEN;
    }

    /** Outcomes of the parts in order. */
    public List<ConditionOutcome> parts() {
        return parts;
    }

    /** The figure compared; none for other conditions. */
    public @Nullable FigureOutcome figure() {
        return figure;
    }

    /** The index asked for its class; none for other conditions. */
    public @Nullable IndexOutcome index() {
        return index;
    }

    /** 1 where it holds, 0 where it does not, {@code NaN} where a missing value leaves it open. */
    double number(int position) {
        return state[position] == OPEN ? Double.NaN : state[position] == YES ? 1 : 0;
    }

    byte state(int position) {
        return state[position];
    }
}
