package de.quartierwerk.classification.run.compute;

import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.ComponentOutcome;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.ConditionOutcome;
import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.FigureOutcome;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.NeedOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.RollUpOutcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.run.RunSummary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Sums up what a run found. */
public final class Summaries {
    private static final Set<Measure> OF_COUNTS =
            Set.of(Measure.NUMERATOR, Measure.DEVIATION_PERCENT, Measure.EXCESS_COUNT, Measure.SHARE_OF_REFERENCE);

    /** The summary of an outcome. */
    public static RunSummary of(Outcome outcome) {
        return of(outcome, Withholding.Withheld.NOTHING);
    }

    /**
     * The summary of an outcome.
     *
     * @param without what is not to be known
     */
    static RunSummary of(Outcome outcome, Withholding.Withheld without) {
        Set<Integer> withheld = without.spaces();
        int spaces = 0;
        int classified = 0;
        int excluded = 0;
        int inNeed = 0;
        for (int i = 0; i < outcome.territory().size(); i++) {
            if (outcome.inside(i)) {
                spaces++;
                excluded += outcome.exclusion(i) == Exclusion.NONE ? 0 : 1;
                classified += outcome.classified(i) && !withheld.contains(i) ? 1 : 0;
                inNeed += outcome.needsAt(i).isEmpty() || withheld.contains(i) ? 0 : 1;
            }
        }
        List<RunSummary.Warning> warnings = new ArrayList<>();
        List<RunSummary.IndexModel> models = new ArrayList<>();
        for (IndexOutcome index : outcome.indices()) {
            models.add(model(outcome, index));
            warn(warnings, outcome, index, withheld);
        }
        outcome.needs().forEach(need -> warn(warnings, outcome, need.need().code(), need.when()));
        return new RunSummary(
                new RunSummary.Counts(
                        spaces,
                        classified,
                        excluded,
                        spaces - classified - excluded - withheld.size(),
                        withheld.size(),
                        without.areas().size()),
                outcome.needs().stream()
                        .map(need -> need(outcome, need, withheld))
                        .toList(),
                inNeed,
                models,
                warnings.stream().distinct().toList(),
                outcome.rollUps().stream()
                        .filter(RollUpOutcome::guarded)
                        .map(RollUpOutcome::name)
                        .toList());
    }

    private static RunSummary.Need need(Outcome outcome, NeedOutcome need, Set<Integer> withheld) {
        Territory territory = outcome.territory();
        int[] municipalities = territory.areasAt(Territory.MUNICIPALITY);
        boolean isMunicipality = territory.level().equals(Territory.MUNICIPALITY);
        Set<Integer> touched = new HashSet<>();
        int spaces = 0;
        for (int i = 0; i < territory.size(); i++) {
            if (need.when().held(i) && !withheld.contains(i)) {
                spaces++;
                if (isMunicipality || municipalities[i] >= 0) {
                    touched.add(isMunicipality ? i : municipalities[i]);
                }
            }
        }
        return new RunSummary.Need(
                need.need().code(), need.need().title(), need.need().targetGroup(), spaces, touched.size());
    }

    private static RunSummary.IndexModel model(Outcome outcome, IndexOutcome index) {
        int universe = 0;
        for (int i = 0; i < outcome.territory().size(); i++) {
            universe += index.inUniverse(i) ? 1 : 0;
        }
        return new RunSummary.IndexModel(
                index.index().code(),
                index.guarded(),
                universe,
                Rounding.orNull(index.spread().mean()),
                Rounding.orNull(index.spread().deviation()),
                Arrays.stream(index.classes().breaks())
                        .mapToObj(Rounding::orNull)
                        .filter(Objects::nonNull)
                        .toList(),
                Rounding.orNull(index.classes().fit()),
                index.components().stream().map(Summaries::model).toList());
    }

    private static RunSummary.ComponentModel model(ComponentOutcome component) {
        return new RunSummary.ComponentModel(
                component.component().of(),
                component.used(),
                Rounding.orNull(component.spread().mean()),
                Rounding.orNull(component.spread().deviation()),
                Rounding.orNull(component.spread().minimum()),
                Rounding.orNull(component.spread().maximum()),
                Rounding.orNull(component.share()));
    }

    /** That values do not vary would give a suppressed one among them away. */
    private static void warn(
            List<RunSummary.Warning> warnings, Outcome outcome, IndexOutcome index, Set<Integer> withheld) {
        String code = index.index().code();
        for (ComponentOutcome component : index.components()) {
            if (component.spread().count() == 0 && nowhere(outcome, component.component())) {
                warnings.add(new RunSummary.Warning(
                        "run.component-without-values",
                        code + ": " + component.component().of()));
            } else if (component.spread().count() > 0 && !component.used() && !index.guarded()) {
                warnings.add(new RunSummary.Warning(
                        "run.component-left-out",
                        code + ": " + component.component().of()));
            }
        }
        Notices.of(outcome, index, withheld, warnings);
        boolean classes =
                index.index().classes() != null && index.index().classes().count() > 1;
        if (classes && index.classes().missing() && !index.guarded()) {
            warnings.add(new RunSummary.Warning("run.too-few-values-for-classes", code));
        }
    }

    /** Whether no space has a value of a component; its index may have none for lack of another component. */
    private static boolean nowhere(Outcome outcome, Component component) {
        return component.condition() == null
                && !anywhere(outcome, i -> !Double.isNaN(component.alone(outcome.measured(component, i))));
    }

    /** A need that is open everywhere since the indicator has no values, or no counts to compare. */
    private static void warn(
            List<RunSummary.Warning> warnings, Outcome outcome, String need, ConditionOutcome condition) {
        condition.parts().forEach(part -> warn(warnings, outcome, need, part));
        FigureOutcome compared = condition.figure();
        if (!(condition.condition() instanceof Condition.Figure figure)
                || compared == null
                || anywhere(outcome, i -> !Double.isNaN(compared.found(i)))) {
            return;
        }
        Column now = outcome.figures().column(figure.indicator(), 0);
        Column before = outcome.figures().column(figure.indicator(), figure.lag());
        boolean values = anywhere(outcome, i -> !Double.isNaN(now.value(i)))
                && anywhere(outcome, i -> !Double.isNaN(before.value(i)));
        boolean counts = anywhere(outcome, i -> !Double.isNaN(now.numerator(i)) && !Double.isNaN(now.denominator(i)));
        String subject = need + ": " + figure.indicator();
        if (OF_COUNTS.contains(figure.measure()) && values && !counts) {
            warnings.add(new RunSummary.Warning("run.need-without-counts", subject));
        } else if (!values && !counts) {
            warnings.add(new RunSummary.Warning("run.need-without-values", subject));
        }
    }

    private static boolean anywhere(Outcome outcome, IntPredicate has) {
        return IntStream.range(0, outcome.territory().size())
                .filter(i -> outcome.inside(i) && outcome.exclusion(i) == Exclusion.NONE)
                .anyMatch(has);
    }

    private Summaries() {}
}
