package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a computation found, one position per space of the territory. */
public final class Outcome {
    private final Scheme scheme;
    private final Territory territory;
    private final Selection selection;
    private final Figures figures;
    private final Exclusion[] exclusions;
    private final IndexOutcomes outcomes;
    private final Map<String, IndexOutcome> indices;
    private final List<NeedOutcome> needs;
    private final List<RollUpOutcome> rollUps;

    Outcome(
            Scheme scheme,
            Territory territory,
            Selection selection,
            Figures figures,
            Exclusion[] exclusions,
            IndexOutcomes outcomes,
            List<NeedOutcome> needs,
            List<RollUpOutcome> rollUps) {
        this.scheme = scheme;
        this.territory = territory;
        this.selection = selection;
        this.figures = figures;
        this.exclusions = exclusions;
        this.outcomes = outcomes;
        this.indices = outcomes.now();
        this.needs = List.copyOf(needs);
        this.rollUps = List.copyOf(rollUps);
    }

    /** The scheme computed. */
    public Scheme scheme() {
        return scheme;
    }

    /** The spaces. */
    public Territory territory() {
        return territory;
    }

    /** Where it found its columns. */
    public Figures figures() {
        return figures;
    }

    /**
     * Computes the same with other figures. What rests on columns that are the same objects is not computed again, so
     * that a change of a few columns costs little.
     */
    public Outcome with(Figures others) {
        return Classification.compute(this, others, selection);
    }

    Exclusion[] exclusions() {
        return exclusions;
    }

    /** Leaves out each component of an index in turn. */
    public List<LeaveOneOut.Without> leaveOneOut(Index index) {
        return LeaveOneOut.of(this, selection, figures, index);
    }

    /** Whether the run classifies the space at a position. */
    public boolean inside(int position) {
        return selection.inside(position);
    }

    /** Why the space at a position takes no part. */
    public Exclusion exclusion(int position) {
        return exclusions[position];
    }

    /** The indices in the scheme's order. */
    public List<IndexOutcome> indices() {
        return List.copyOf(indices.values());
    }

    /** An index of the scheme by its code. */
    public IndexOutcome index(String code) {
        return Objects.requireNonNull(indices.get(code), code);
    }

    /** The needs in the scheme's order. */
    public List<NeedOutcome> needs() {
        return needs;
    }

    /** The roll-ups in the scheme's order. */
    public List<RollUpOutcome> rollUps() {
        return rollUps;
    }

    /** Codes of the needs found at a position. */
    public List<String> needsAt(int position) {
        List<String> found = new ArrayList<>();
        for (NeedOutcome need : needs) {
            if (need.when().held(position)) {
                found.add(need.need().code());
            }
        }
        return found;
    }

    /** Codes of the needs that a missing value leaves open at a position. */
    public List<String> openNeedsAt(int position) {
        return needs.stream()
                .filter(need -> need.when().open(position))
                .map(need -> need.need().code())
                .toList();
    }

    /** Group of the space at a position: the cross of two classes, if it has both. */
    public @Nullable String group(int position) {
        if (scheme.groups().isEmpty()) {
            return null;
        }
        String first = index(scheme.groups().get(0)).classCode(position);
        String second = index(scheme.groups().get(1)).classCode(position);
        return first == null || second == null ? null : first + second;
    }

    /**
     * Whether the space is classified: every index has a value (and a class where the index has classes), and where the
     * scheme has no index, no need is open.
     */
    public boolean classified(int position) {
        if (!selection.inside(position) || exclusions[position] != Exclusion.NONE) {
            return false;
        }
        for (IndexOutcome index : indices.values()) {
            boolean classed = index.index().classes() == null || index.classAt(position) >= 0;
            if (Double.isNaN(index.value(position)) || !classed) {
                return false;
            }
        }
        return !indices.isEmpty()
                || needs.stream().noneMatch(need -> need.when().open(position));
    }

    /** Where a condition of a component holds at the run's period. */
    public ConditionOutcome condition(Condition condition) {
        boolean[] takesPart = new boolean[territory.size()];
        boolean[] base = new boolean[takesPart.length];
        for (int i = 0; i < base.length; i++) {
            takesPart[i] = exclusions[i] == Exclusion.NONE;
            base[i] = takesPart[i] && selection.inside(i);
        }
        FigureComputation compared = new FigureComputation(figures, new References(territory, takesPart, base));
        return new ConditionComputation(compared, indices, base).compute(condition);
    }

    /** The number of a component as measured, before transformation and polarity, where nothing takes its place. */
    public double measured(Component component, int position) {
        if (component.condition() != null) {
            return Double.NaN;
        }
        return component.index() == null
                ? Measures.simple(figures, component.of(), component.measure(), component.lag())
                        .applyAsDouble(position)
                : outcomes.measured(component, 0, position);
    }

    /** Whether a suppressed value of the space itself, or of the area it is compared with, is behind its number. */
    public boolean guarded(Component component, int position) {
        if (component.index() != null) {
            return outcomes.guarded(component, 0);
        }
        if (component.condition() != null) {
            return guarded(condition(component.condition()), position);
        }
        return figures.column(component.of(), 0).guarded(position)
                || (component.looksBack()
                        && figures.column(component.of(), component.lag()).guarded(position));
    }

    private boolean guarded(ConditionOutcome condition, int position) {
        if (condition.condition() instanceof Condition.Figure figure) {
            return figures.column(figure.indicator(), 0).guarded(position)
                    || figures.column(figure.indicator(), figure.lag()).guarded(position)
                    || Objects.requireNonNull(condition.figure()).guarded(position);
        } else if (condition.condition() instanceof Condition.IndexValue value) {
            return index(value.index()).guarded();
        }
        return condition.parts().stream().anyMatch(part -> guarded(part, position));
    }
}
