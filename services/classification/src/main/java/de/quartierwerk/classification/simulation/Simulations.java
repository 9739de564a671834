package de.quartierwerk.classification.simulation;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.RunSummary;
import de.quartierwerk.classification.run.compute.RunComputation;
import de.quartierwerk.classification.run.compute.Summaries;
import de.quartierwerk.classification.run.read.RunResponse;
import de.quartierwerk.classification.run.read.RunResponses;
import de.quartierwerk.classification.run.start.RunPlan;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Computes schemes that are not stored, on public values. */
@ApplicationScoped
class Simulations {
    private final RunPlan plans;
    private final RunComputation computation;
    private final RunResponses responses;
    private final Messages messages;
    private final CallerLanguage language;
    private final Limits limits;
    private final Semaphore places;

    @Inject
    Simulations(
            RunPlan plans,
            RunComputation computation,
            RunResponses responses,
            Messages messages,
            CallerLanguage language,
            ClassificationConfig config) {
        this(
                plans,
                computation,
                responses,
                messages,
                language,
                new Limits(
                        config.simulationSpaces(),
                        config.simulationNumbers(),
                        config.simulationSeconds(),
                        config.simulationsAtOnce()));
    }

    Simulations(
            RunPlan plans,
            RunComputation computation,
            RunResponses responses,
            Messages messages,
            CallerLanguage language,
            Limits limits) {
        this.plans = plans;
        this.computation = computation;
        this.responses = responses;
        this.messages = messages;
        this.language = language;
        this.limits = limits;
        this.places = new Semaphore(limits.atOnce());
    }

    /**
     * What a simulation may take.
     *
     * @param spaces most spaces
     * @param numbers most numbers: spaces times columns of values, components and figures
     * @param seconds longest time
     * @param atOnce most simulations of an instance at the same time
     */
    record Limits(int spaces, long numbers, int seconds, int atOnce) {}

    /**
     * Computes a scheme.
     *
     * @throws Invalid where it is too large or takes too long
     * @throws Unavailable where as many simulations as may be are running already
     */
    @Transactional
    SimulationResponse simulate(Scheme scheme, RunPlan.Order order) {
        if (!places.tryAcquire()) {
            throw new Unavailable("simulation.busy", limits.atOnce());
        }
        try {
            return compute(scheme, order);
        } finally {
            places.release();
        }
    }

    private SimulationResponse compute(Scheme asked, RunPlan.Order order) {
        Scheme scheme = Schemes.at(asked, RunPlan.period(order.period()));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(limits.seconds());
        requireSmall(plans.size(scheme, order));
        RunPlan.Plan plan = plans.plan(scheme, order);
        Outcome outcome = computation.compute(
                new RunComputation.Task(
                        scheme,
                        plan.snapshot(),
                        plan.inputs(),
                        plan.polarities(),
                        plan.kinds(),
                        true,
                        order.area(),
                        plan.exclusions().keySet()),
                () -> requireTime(end));
        SimulationResults results = new SimulationResults(outcome);
        RunSummary summary = Summaries.of(outcome);
        return new SimulationResponse(
                Run.Basis.PUBLIC,
                scheme.code(),
                scheme.level(),
                plan.period().text(),
                order.area(),
                plan.asOf(),
                plan.recordedAt(),
                RunResponses.counts(summary.counts()),
                plan.inputs().stream().map(Input::release).distinct().sorted().toList(),
                summary.needs().stream()
                        .map(need -> new RunResponse.NeedCount(
                                need.code(), need.title(), need.targetGroup(), need.spaces(), need.municipalities(), 0))
                        .toList(),
                summary.spacesInNeed(),
                responses.warnings(summary),
                results.spaces(
                        plan.exclusions(),
                        exclusion -> messages.text(language.locale(), "exclusion." + exclusion.code())),
                results.larger());
    }

    private void requireSmall(RunPlan.Size size) {
        if (size.spaces() > limits.spaces()) {
            throw new Invalid("simulation.too-large", size.spaces(), limits.spaces());
        }
        if (size.numbers() > limits.numbers()) {
            throw new Invalid("simulation.too-many-numbers", size.numbers(), limits.numbers());
        }
    }

    private void requireTime(long end) {
        if (System.nanoTime() - end > 0) {
            throw new Invalid("simulation.too-long", limits.seconds());
        }
    }
}
