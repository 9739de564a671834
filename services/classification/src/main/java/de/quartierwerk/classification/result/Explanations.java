package de.quartierwerk.classification.result;

import de.quartierwerk.classification.method.Component;
import de.quartierwerk.classification.method.ComponentOutcome;
import de.quartierwerk.classification.method.Gap;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.NeedOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Explains results from what the run worked on. */
@ApplicationScoped
class Explanations {
    private final Results results;
    private final Runs runs;
    private final Messages messages;
    private final CallerLanguage language;

    Explanations(Results results, Runs runs, Messages messages, CallerLanguage language) {
        this.results = results;
        this.runs = runs;
        this.messages = messages;
        this.language = language;
    }

    /** Explains the result of a space that the caller may see. */
    @Transactional
    Explanation explain(Run run, String space) {
        ResultRow row = results.find(run, space)
                .filter(found -> runs.sees(run, found.path()))
                .orElseThrow(() -> new NotFound("result.unknown", space));
        Outcome outcome = runs.outcome(run);
        int i = Collections.binarySearch(outcome.territory().keys(), space);
        boolean exact = runs.seesExact(row.path());
        List<Explanation.IndexPart> indices = new ArrayList<>();
        boolean withheld = false;
        for (IndexOutcome index : outcome.indices()) {
            withheld |= !exact && index.guarded();
            indices.add(index(outcome, index, i, exact));
        }
        List<Explanation.NeedPart> needs = new ArrayList<>();
        for (NeedOutcome need : outcome.needs()) {
            needs.add(new Explanation.NeedPart(
                    need.need().code(),
                    need.need().title(),
                    need.when().held(i),
                    ConditionParts.of(need.when(), i, exact)));
        }
        withheld |= needs.stream().anyMatch(need -> ConditionParts.withheld(need.when()));
        return new Explanation(
                run.id(),
                space,
                excluded(row, language.locale()),
                withheld,
                indices,
                row.group(),
                needs,
                row.stated().stream()
                        .map(stated -> new ResultAnswer.StatedAnswer(stated.need(), stated.origin(), stated.reason()))
                        .toList());
    }

    private Explanation.IndexPart index(Outcome outcome, IndexOutcome index, int i, boolean exact) {
        boolean hide = !exact && index.guarded();
        List<Explanation.ComponentPart> components = new ArrayList<>();
        for (int c = 0; c < index.components().size(); c++) {
            boolean own = outcome.guarded(index.components().get(c).component(), i);
            components.add(component(outcome, index, c, i, hide || (own && !exact)));
        }
        String reason = index.gap(i) == Gap.NONE ? null : index.gap(i).code();
        return new Explanation.IndexPart(
                index.index().code(),
                index.index().title(),
                index.index().combine().code(),
                shown(hide, index.raw(i)),
                index.index().restandardise().code(),
                shown(hide, index.spread().mean()),
                shown(hide, index.spread().deviation()),
                shown(hide, index.value(i)),
                Arrays.stream(index.classes().breaks())
                        .mapToObj(point -> shown(hide && !fixed(index), point))
                        .filter(Objects::nonNull)
                        .toList(),
                index.classCode(i),
                index.classLabel(i),
                reason,
                components);
    }

    /** Breaks given in the document tell nothing about values. */
    private static boolean fixed(IndexOutcome index) {
        return index.index().classes() != null
                && !index.index().classes().breaks().isEmpty();
    }

    private static Explanation.ComponentPart component(
            Outcome outcome, IndexOutcome index, int c, int i, boolean hide) {
        ComponentOutcome found = index.components().get(c);
        Component component = found.component();
        double sign = component.polarity().sign();
        double measured = outcome.measured(component, i);
        return new Explanation.ComponentPart(
                component.indicator(),
                component.index(),
                component.measure().code(),
                shown(hide, measured),
                component.transform().text(),
                shown(hide, component.transform().apply(measured)),
                component.polarity().code(),
                component.standardise().code(),
                shown(hide, sign * found.spread().mean()),
                shown(hide, found.spread().deviation()),
                shown(
                        hide,
                        sign > 0 ? found.spread().minimum() : -found.spread().maximum()),
                shown(
                        hide,
                        sign > 0 ? found.spread().maximum() : -found.spread().minimum()),
                shown(hide, found.standardised(i)),
                component.weight(),
                shown(hide, found.used() ? index.contribution(c, i) : Double.NaN),
                !found.used());
    }

    private static Double shown(boolean hide, double number) {
        return hide ? null : Rounding.orNull(number);
    }

    private String excluded(ResultRow row, Locale locale) {
        if (row.exclusion() == null) {
            return null;
        }
        return row.reason() == null ? messages.text(locale, "exclusion." + row.exclusion()) : row.reason();
    }
}
