package de.quartierwerk.classification.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Computes a scheme over the spaces of a territory. */
public final class Classification {
    private final Scheme scheme;
    private final Territory territory;
    private final Figures figures;
    private final Selection selection;
    private final @Nullable Outcome known;

    private Classification(
            Scheme scheme, Territory territory, Figures figures, Selection selection, @Nullable Outcome known) {
        this.scheme = scheme;
        this.territory = territory;
        this.figures = figures;
        this.selection = selection;
        this.known = known;
    }

    /**
     * Computes indices, classes, needs and roll-ups.
     *
     * @param scheme a valid scheme
     * @param territory the spaces of the scheme's level
     * @param figures their values
     * @param selection which of them the run classifies
     */
    public static Outcome compute(Scheme scheme, Territory territory, Figures figures, Selection selection) {
        return new Classification(scheme, territory, figures, selection, null).compute();
    }

    /** Computes the same as before with other figures. */
    static Outcome compute(Outcome known, Figures figures, Selection selection) {
        return new Classification(known.scheme(), known.territory(), figures, selection, known).compute();
    }

    private Outcome compute() {
        Exclusion[] exclusions = exclusions();
        boolean[] takesPart = new boolean[territory.size()];
        boolean[] base = new boolean[territory.size()];
        for (int i = 0; i < base.length; i++) {
            takesPart[i] = exclusions[i] == Exclusion.NONE;
            base[i] = takesPart[i] && selection.inside(i);
        }
        References areas = new References(territory, takesPart, base);
        IndexOutcomes outcomes = new IndexOutcomes();
        Outcome same = known != null && Arrays.equals(exclusions, known.exclusions()) ? known : null;
        Map<String, SortedSet<Integer>> lags = scheme.lags();
        for (Index index : scheme.indices()) {
            for (int lag : lags.getOrDefault(index.code(), Collections.emptySortedSet())) {
                outcomes.put(lag, new IndexComputation(territory, figures, outcomes, areas, lag, same).compute(index));
            }
        }
        Map<String, IndexOutcome> indices = outcomes.now();
        FigureComputation compared = new FigureComputation(figures, areas);
        ConditionComputation conditions = new ConditionComputation(compared, indices, base);
        List<NeedOutcome> needs = new ArrayList<>();
        for (Need need : scheme.needs()) {
            figures.proceed();
            needs.add(new NeedOutcome(need, conditions.compute(need.when())));
        }
        List<RollUpOutcome> rollUps = new ArrayList<>();
        for (IndexOutcome outcome : indices.values()) {
            for (RollUp rollUp : outcome.index().rollUps()) {
                rollUps.add(RollUpComputation.compute(outcome, rollUp, territory, selection, figures));
            }
        }
        return new Outcome(scheme, territory, selection, figures, exclusions, outcomes, needs, rollUps);
    }

    /** Which spaces take part everybody sees, so it goes by what everybody sees of the minimum's indicator. */
    private Exclusion[] exclusions() {
        Universe universe = scheme.universe();
        Column minimum = universe.minimumIndicator() == null ? null : figures.published(universe.minimumIndicator());
        Exclusion[] exclusions = new Exclusion[territory.size()];
        for (int i = 0; i < exclusions.length; i++) {
            exclusions[i] = Exclusion.NONE;
            if (selection.excluded(i)) {
                exclusions[i] = Exclusion.EXCLUDED_BY_RUN;
            } else if (minimum != null && Double.isNaN(minimum.value(i))) {
                exclusions[i] = Exclusion.MINIMUM_UNKNOWN;
            } else if (minimum != null && minimum.value(i) < universe.minimum()) {
                exclusions[i] = Exclusion.BELOW_MINIMUM;
            }
            for (Universe.Attribute attribute : universe.where()) {
                if (exclusions[i] == Exclusion.NONE
                        && !attribute.equalTo().equals(figures.attribute(i, attribute.attribute()))) {
                    exclusions[i] = Exclusion.ATTRIBUTE_DIFFERS;
                }
            }
        }
        return exclusions;
    }
}
