package de.quartierwerk.classification.run;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Starts runs: writes down what a run works on, so that nothing that arrives later leaks into it. */
@ApplicationScoped
class RunStart {
    private final RunRepository repository;
    private final RunPlan plans;
    private final RunComputation computation;
    private final SpaceChoice choice;
    private final Snapshots snapshots;
    private final Schemes schemes;
    private final Runs runs;
    private final Audit audit;
    private final Caller caller;
    private final Event<Started> started;
    private final long mostNumbers;

    RunStart(
            RunRepository repository,
            RunPlan plans,
            RunComputation computation,
            SpaceChoice choice,
            Snapshots snapshots,
            Schemes schemes,
            Runs runs,
            Audit audit,
            Caller caller,
            Event<Started> started,
            ClassificationConfig config) {
        this.repository = repository;
        this.plans = plans;
        this.computation = computation;
        this.choice = choice;
        this.snapshots = snapshots;
        this.schemes = schemes;
        this.runs = runs;
        this.audit = audit;
        this.caller = caller;
        this.started = started;
        this.mostNumbers = config.runNumbers();
    }

    /** Says that the running transaction started a run. */
    record Started(UUID run) {}

    /** Starts the run that a caller asks for. */
    @Transactional
    UUID start(RunBody body) {
        if (body.repeatOf() != null) {
            return repeat(body);
        }
        List<InputError> errors = new ArrayList<>();
        if (body.scheme() == null) {
            errors.add(InputError.at("/scheme", "run.scheme-missing", null));
        }
        if (body.period() == null) {
            errors.add(InputError.at("/period", "run.period-missing", null));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("run.invalid", errors);
        }
        SchemeVersion scheme = scheme(body);
        requireArea(plans.areaPath(body.area(), body.asOf()));
        RunPlan.Order order =
                new RunPlan.Order(body.period(), body.area(), body.asOf(), body.recordedAt(), body.exclusions());
        return start(scheme, order, caller.name(), false);
    }

    /** Starts the run that a release asks for. */
    @Transactional
    UUID startAutomatic(SchemeVersion scheme, String period, String author) {
        return start(scheme, new RunPlan.Order(period, null, null, null, List.of()), author, true);
    }

    private UUID start(SchemeVersion scheme, RunPlan.Order order, String author, boolean automatic) {
        Scheme document = Schemes.read(scheme);
        long numbers = plans.size(document, order).numbers();
        if (numbers > mostNumbers) {
            throw new Invalid("run.too-many-numbers", numbers, mostNumbers);
        }
        RunPlan.Plan plan = plans.plan(document, order);
        Run run = new Run(
                UUID.randomUUID(),
                0,
                scheme.code(),
                scheme.version(),
                scheme.level(),
                plan.period().text(),
                order.area(),
                plan.areaPath(),
                plan.asOf(),
                plan.recordedAt(),
                null,
                basis(scheme, document, order, plan, automatic),
                snapshots.keep(plan.snapshot()),
                Run.State.RUNNING,
                Run.Standing.PRELIMINARY,
                automatic,
                author,
                now(),
                null,
                null,
                plan.spaces(),
                plan.polarities(),
                plan.kinds(),
                null,
                null,
                List.of(),
                null,
                null);
        return write(run, plan.inputs(), plan.exclusions());
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
        boolean seesExact = !automatic && runs.seesExact(plan.areaPath());
        boolean ownChoice = scheme.approved()
                && !seesExact
                && (!order.exclusions().isEmpty()
                        || plan.areaPath().size() > 1
                        || choice.made(
                                task, order.area() == null || !caller.areas().equals(Set.of(order.area()))));
        return BasisRule.of(scheme.approved(), ownChoice, seesExact, ownChoice && computation.guarded(task));
    }

    private UUID repeat(RunBody body) {
        Run first = runs.visible(body.repeatOf());
        List<InputError> errors = new ArrayList<>();
        differs(errors, "/scheme", body.scheme(), first.scheme());
        differs(errors, "/version", body.version(), first.version());
        differs(errors, "/period", body.period(), first.period());
        differs(errors, "/area", body.area(), first.area());
        differs(errors, "/asOf", body.asOf(), first.asOf());
        differs(errors, "/recordedAt", body.recordedAt(), first.recordedAt());
        if (!body.exclusions().isEmpty()) {
            errors.add(InputError.at("/exclusions", "run.repeat-differs", null));
        }
        if (!errors.isEmpty()) {
            throw new Invalid("run.invalid", errors);
        }
        requireArea(first.areaPath());
        Run run = new Run(
                UUID.randomUUID(),
                0,
                first.scheme(),
                first.version(),
                first.level(),
                first.period(),
                first.area(),
                first.areaPath(),
                first.asOf(),
                first.recordedAt(),
                first.id(),
                first.basis(),
                first.territory(),
                Run.State.RUNNING,
                Run.Standing.PRELIMINARY,
                false,
                caller.name(),
                now(),
                null,
                null,
                first.spaces(),
                first.polarities(),
                first.kinds(),
                null,
                null,
                List.of(),
                null,
                null);
        return write(run, repository.inputs(first.id()), repository.exclusions(first.id()));
    }

    private UUID write(Run run, List<Input> inputs, Map<String, String> exclusions) {
        repository.insert(run);
        repository.insertInputs(run.id(), inputs);
        repository.insertExclusions(run.id(), exclusions);
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
                        run.basis()));
        started.fire(new Started(run.id()));
        return run.id();
    }

    private SchemeVersion scheme(RunBody body) {
        return (body.version() == null ? schemes.latest(body.scheme()) : schemes.find(body.scheme(), body.version()))
                .orElseThrow(() -> new Invalid(
                        "run.invalid",
                        List.of(
                                body.version() == null
                                        ? InputError.at("/scheme", "scheme.unknown", body.scheme(), body.scheme())
                                        : InputError.at(
                                                "/version",
                                                "scheme.version-unknown",
                                                body.version().toString(),
                                                body.scheme(),
                                                body.version()))));
    }

    private void requireArea(List<String> areaPath) {
        if (areaPath.isEmpty()) {
            caller.requireEverywhere();
        } else {
            caller.requireWithin(areaPath);
        }
    }

    private static void differs(List<InputError> errors, String pointer, Object asked, Object first) {
        if (asked != null && !Objects.equals(asked, first)) {
            errors.add(InputError.at(pointer, "run.repeat-differs", asked.toString()));
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
