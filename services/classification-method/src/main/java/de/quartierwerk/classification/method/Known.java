package de.quartierwerk.classification.method;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an earlier computation of an index tells of another one: its components that rest on the same columns. */
final class Known {
    static final Known NOTHING = new Known(null, List.of());

    private final @Nullable IndexOutcome index;
    private final List<Boolean> same;

    private Known(@Nullable IndexOutcome index, List<Boolean> same) {
        this.index = index;
        this.same = same;
    }

    /** What an outcome tells of one of its indices with other figures; nothing where there is no outcome. */
    static Known of(Index index, @Nullable Outcome outcome, Figures others) {
        return outcome == null || !index.estimatedOver().isRun()
                ? NOTHING
                : new Known(
                        outcome.index(index.code()),
                        index.components().stream()
                                .map(component -> isSame(component, outcome.figures(), others))
                                .toList());
    }

    /** Whether a component rests on columns of indicators alone, and they are the same objects. */
    private static boolean isSame(Component component, Figures one, Figures other) {
        boolean alone = component.index() == null
                && component.condition() == null
                && component.impute() == null
                && component.standardise().weight() == null;
        return alone
                && one.column(component.of(), 0) == other.column(component.of(), 0)
                && (!component.looksBack()
                        || one.column(component.of(), component.lag())
                                == other.column(component.of(), component.lag()));
    }

    /** A component that measures the same; null where it may not. */
    @Nullable
    ComponentOutcome component(int c) {
        return index == null || !same.get(c) ? null : index.components().get(c);
    }

    /** A component that is standardised in the same way over the universe of its index; null where it may not. */
    @Nullable
    ComponentOutcome component(int c, boolean[] universe) {
        return index != null && Arrays.equals(index.universe(), universe) ? component(c) : null;
    }
}
