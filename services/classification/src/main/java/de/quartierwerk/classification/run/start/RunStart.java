package de.quartierwerk.classification.run.start;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.classification.run.compute.RunComputation;
import de.quartierwerk.classification.run.compute.RunWorker;
import de.quartierwerk.classification.run.compute.Territories;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts runs: writes down what a run works on, so that nothing that arrives later leaks into it. */
@ApplicationScoped
class RunStart {
    private final Runs runs;
    private final RunPlan plans;
    private final RunComputation computation;
    private final SpaceChoice choice;
    private final Territories territories;
    private final Schemes schemes;
    private final RunWorker worker;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;
    private final long mostNumbers;

    RunStart(
            Runs runs,
            RunPlan plans,
            RunComputation computation,
            SpaceChoice choice,
            Territories territories,
            Schemes schemes,
            RunWorker worker,
            Audit audit,
            Caller caller,
            Clock clock,
            ClassificationConfig config) {
        this.runs = runs;
        this.plans = plans;
        this.computation = computation;
        this.choice = choice;
        this.territories = territories;
        this.schemes = schemes;
        this.worker = worker;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
        this.mostNumbers = config.runNumbers();
    }

    /** Starts the run that a caller asks for. */
    @Transactional
    Run start(RunRequest request) {
        if (request.repeatOf() != null) {
            return repeat(request, request.repeatOf());
        }
        List<InputError> errors = new ArrayList<>();
        if (request.scheme() == null) {
            errors.add(InputError.at("/scheme", "run.scheme-missing", null));
        }
        if (request.period() == null) {
            errors.add(InputError.at("/period", "run.period-missing", null));
        }
        if (request.scheme() == null || request.period() == null) {
            throw new Invalid("run.invalid", errors);
        }
        SchemeVersion scheme = scheme(request.scheme(), request.version());
        RunPlan.Order order = new RunPlan.Order(
                request.period(), request.area(), request.asOf(), request.recordedAt(), request.exclusions());
        requireArea(plans.areaPath(order));
        return start(scheme, order, caller.name(), false);
    }

    /** Starts the run that a release asks for. */
    @Transactional
    Run startAutomatic(SchemeVersion scheme, String period, String author) {
        return start(scheme, new RunPlan.Order(period, null, null, null, List.of()), author, true);
    }

    private Run start(SchemeVersion scheme, RunPlan.Order order, String author, boolean automatic) {
        Scheme document = Schemes.read(scheme, RunPlan.period(order.period()));
        long numbers = plans.size(document, order).numbers();
        if (numbers > mostNumbers) {
            throw new Invalid("run.too-many-numbers", numbers, mostNumbers);
        }
        RunPlan.Plan plan = plans.plan(document, order);
        return add(
                new Run.Subject(
                        scheme.code(),
                        scheme.version(),
                        scheme.level(),
                        plan.period().text(),
                        order.area(),
                        plan.areaPath(),
                        plan.asOf(),
                        plan.recordedAt()),
                new Run.Origin(author, clock.instant(), automatic, null),
                new Run.Inputs(
                        basis(scheme, document, order, plan, automatic),
                        territories.keep(plan.snapshot()),
                        plan.spaces(),
                        plan.polarities(),
                        plan.kinds(),
                        plan.unseenReleases()),
                plan.inputs(),
                plan.exclusions());
    }

    private Run.Basis basis(
            SchemeVersion scheme, Scheme document, RunPlan.Order order, RunPlan.Plan plan, boolean automatic) {
        RunComputation.Task task = new RunComputation.Task(
                document,
                plan.snapshot(),
                plan.inputs(),
                plan.polarities(),
                plan.kinds(),
                false,
                order.area(),
                plan.exclusions().keySet());
        boolean seesExact = !automatic && runs.seesExact(plan.areaPath(), document);
        boolean ownChoice = scheme.approved()
                && !seesExact
                && (!order.exclusions().isEmpty()
                        || plan.areaPath().size() > 1
                        || choice.made(
                                task, order.area() == null || !caller.areas().equals(Set.of(order.area()))));
        return BasisRule.of(scheme.approved(), ownChoice, seesExact, ownChoice && computation.guarded(task));
    }

    private Run repeat(RunRequest request, UUID of) {
        Run first = runs.visible(of);
        List<InputError> errors = new ArrayList<>();
        differs(errors, "/scheme", request.scheme(), first.scheme());
        differs(errors, "/version", request.version(), first.version());
        differs(errors, "/period", request.period(), first.period());
        differs(errors, "/area", request.area(), first.area());
        differs(errors, "/asOf", request.asOf(), first.asOf());
        differs(errors, "/recordedAt", request.recordedAt(), first.subject().recordedAt());
        if (!request.exclusions().isEmpty()) {
            errors.add(InputError.at("/exclusions", "run.repeat-differs", null));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("run.invalid", errors);
        }
        requireArea(first.areaPath());
        return add(
                first.subject(),
                new Run.Origin(caller.name(), clock.instant(), false, first.id()),
                first.inputs(),
                runs.inputs(first.id()),
                runs.exclusions(first.id()));
    }

    private Run add(
            Run.Subject subject,
            Run.Origin origin,
            Run.Inputs inputs,
            List<Input> vectors,
            Map<String, String> exclusions) {
        Run run = runs.add(subject, origin, inputs, vectors, exclusions);
        audit.record(
                "run-started",
                "runs/" + run.id(),
                null,
                Map.of(
                        "scheme",
                        run.scheme(),
                        "version",
                        run.version(),
                        "period",
                        run.period(),
                        "exclusions",
                        exclusions.size(),
                        "basis",
                        inputs.basis()));
        worker.wakeAfterCommit();
        return run;
    }

    private SchemeVersion scheme(String code, @Nullable Integer version) {
        if (version == null) {
            return schemes.latest(code)
                    .orElseThrow(() -> unknown(InputError.at("/scheme", "scheme.unknown", code, code)));
        }
        return schemes.find(code, version)
                .orElseThrow(() -> unknown(
                        InputError.at("/version", "scheme.version-unknown", version.toString(), code, version)));
    }

    private static Invalid unknown(InputError error) {
        return new Invalid("run.invalid", List.of(error));
    }

    private void requireArea(List<String> areaPath) {
        if (areaPath.isEmpty()) {
            caller.requireEverywhere();
        } else {
            caller.requireWithin(areaPath);
        }
    }

    private static void differs(
            List<InputError> errors, String pointer, @Nullable Object asked, @Nullable Object first) {
        if (asked != null && !Objects.equals(asked, first)) {
            errors.add(InputError.at(pointer, "run.repeat-differs", asked.toString()));
        }
    }
}
