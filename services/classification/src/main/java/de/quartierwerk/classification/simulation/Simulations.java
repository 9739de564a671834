package de.quartierwerk.classification.simulation;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Exclusion;
import de.quartierwerk.classification.method.Gap;
import de.quartierwerk.classification.method.IndexOutcome;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Rounding;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.result.ResultAnswer;
import de.quartierwerk.classification.run.RunAnswer;
import de.quartierwerk.classification.run.RunAnswers;
import de.quartierwerk.classification.run.RunComputation;
import de.quartierwerk.classification.run.RunPlan;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.Summaries;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Computes schemes that are not stored, on public values. */
@ApplicationScoped
class Simulations {
    private final RunPlan plans;
    private final RunComputation computation;
    private final RunAnswers answers;
    private final Messages messages;
    private final CallerLanguage language;
    private final int mostSpaces;

    Simulations(
            RunPlan plans,
            RunComputation computation,
            RunAnswers answers,
            Messages messages,
            CallerLanguage language,
            ClassificationConfig config) {
        this.plans = plans;
        this.computation = computation;
        this.answers = answers;
        this.messages = messages;
        this.language = language;
        this.mostSpaces = config.simulationSpaces();
    }

    @Transactional
    SimulationAnswer simulate(Scheme scheme, RunPlan.Order order) {
        RunPlan.Plan plan = plans.plan(scheme, order);
        if (plan.spaces() > mostSpaces) {
            throw new Invalid("simulation.too-large", plan.spaces(), mostSpaces);
        }
        Outcome outcome = computation.compute(new RunComputation.Task(
                scheme,
                plan.snapshot(),
                plan.inputs(),
                plan.polarities(),
                true,
                order.area(),
                plan.exclusions().keySet()));
        RunSummary summary = Summaries.of(outcome);
        return new SimulationAnswer(
                "public",
                scheme.code(),
                scheme.level(),
                plan.period().text(),
                order.area(),
                plan.asOf(),
                plan.recordedAt(),
                RunAnswers.counts(summary.counts()),
                plan.inputs().stream().map(Input::release).distinct().sorted().toList(),
                summary.needs().stream()
                        .map(need -> new RunAnswer.NeedCount(
                                need.code(), need.title(), need.targetGroup(), need.spaces(), need.municipalities(), 0))
                        .toList(),
                summary.spacesInNeed(),
                answers.warnings(summary),
                results(outcome, plan.exclusions()));
    }

    private List<ResultAnswer> results(Outcome outcome, Map<String, String> reasons) {
        List<ResultAnswer> results = new ArrayList<>();
        for (int i = 0; i < outcome.territory().size(); i++) {
            if (outcome.inside(i)) {
                results.add(result(outcome, reasons, i));
            }
        }
        return results;
    }

    private ResultAnswer result(Outcome outcome, Map<String, String> reasons, int i) {
        String space = outcome.territory().keys().get(i);
        Exclusion exclusion = outcome.exclusion(i);
        String excluded = exclusion == Exclusion.NONE
                ? null
                : reasons.getOrDefault(space, messages.text(language.locale(), "exclusion." + exclusion.code()));
        Map<String, ResultAnswer.IndexAnswer> indices = new LinkedHashMap<>();
        for (IndexOutcome index : outcome.indices()) {
            indices.put(
                    index.index().code(),
                    new ResultAnswer.IndexAnswer(
                            Rounding.orNull(index.value(i)),
                            Rounding.orNull(index.raw(i)),
                            index.classCode(i),
                            index.classLabel(i),
                            index.gap(i) == Gap.NONE ? null : index.gap(i).code()));
        }
        return new ResultAnswer(space, excluded, indices, outcome.group(i), outcome.needsAt(i), List.of());
    }
}
