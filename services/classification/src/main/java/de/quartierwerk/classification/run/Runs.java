package de.quartierwerk.classification.run;

import de.quartierwerk.classification.ClassificationConfig;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.scheme.SchemeVersion;
import de.quartierwerk.classification.scheme.Schemes;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Finds runs that a caller may see, and what they worked on. */
@ApplicationScoped
public class Runs {
    /** Later than every need that people state. */
    public static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    /** How long a caller waits for what is being computed. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String[] READERS = {
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    };

    private final RunRepository repository;
    private final RunComputation computation;
    private final Snapshots snapshots;
    private final Schemes schemes;
    private final Caller caller;
    private final SharedComputation<UUID, Outcome> outcomes;

    Runs(
            RunRepository repository,
            RunComputation computation,
            Snapshots snapshots,
            Schemes schemes,
            Caller caller,
            ClassificationConfig config) {
        this.repository = repository;
        this.computation = computation;
        this.snapshots = snapshots;
        this.schemes = schemes;
        this.caller = caller;
        this.outcomes = new SharedComputation<>(config.outcomesAtOnce(), 2, PATIENCE);
    }

    /** A run that the caller may see; otherwise there is none. */
    @Transactional
    public Run visible(UUID id) {
        return repository.findVisible(id, sight()).orElseThrow(() -> new NotFound("run.unknown", id));
    }

    /** A run that the caller may see and that has results. */
    @Transactional
    public Run completed(UUID id) {
        Run run = visible(id);
        if (run.state() != Run.State.COMPLETED) {
            throw new Conflict("run.not-completed", id, run.state());
        }
        return run;
    }

    /** A run, whoever asks. */
    @Transactional
    public Run get(UUID id) {
        return repository.find(id).orElseThrow();
    }

    /** A run, locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Run lock(UUID id) {
        return repository.lock(id);
    }

    @Transactional
    List<Run> list(RunRepository.Filter filter, long before, int limit) {
        return repository.list(filter, sight(), before, limit);
    }

    /** Whether the caller sees every space of a run's results: published ones, or everywhere. */
    public boolean seesAll(Run run) {
        return run.published() || caller.everywhere();
    }

    /** Whether the caller sees a run's result for a space. */
    public boolean sees(Run run, List<String> path) {
        return seesAll(run) || path.stream().anyMatch(caller.areas()::contains);
    }

    /** Whether the caller sees exact values of a space. */
    public boolean seesExact(List<String> path) {
        return caller.hasAny(Roles.STEWARD, Roles.ADMIN)
                && (caller.everywhere() || path.stream().anyMatch(caller.areas()::contains));
    }

    /** Whether a run works on public values although its scheme was approved: somebody chose the spaces. */
    @Transactional
    public boolean isPublicByChoice(Run run) {
        if (run.basis() == Run.Basis.EXACT || run.repeatOf() != null) {
            return false;
        }
        Instant approved = schemes.version(run.scheme(), run.version()).approvedAt();
        return approved != null && approved.isBefore(run.createdAt());
    }

    /** Whether the caller may change a run: acts in its whole area. */
    public void requireWhole(Run run) {
        if (run.area() == null) {
            caller.requireEverywhere();
        } else {
            caller.requireWithin(run.areaPath());
        }
    }

    /** What a run works on. */
    @Transactional
    public RunComputation.Task task(Run run) {
        SchemeVersion scheme = schemes.version(run.scheme(), run.version());
        return new RunComputation.Task(
                Schemes.read(scheme),
                snapshots.read(run.territory()),
                repository.inputs(run.id()),
                run.polarities(),
                run.kinds(),
                run.basis() == Run.Basis.PUBLIC,
                run.area(),
                repository.exclusions(run.id()).keySet());
    }

    /** What a run found, computed anew from what it worked on; to be asked outside of a transaction. */
    public Outcome outcome(Run run) {
        return outcomes.get(run.id(), () -> computation.compute(task(run)));
    }

    /** Reasons of a run's exclusions by space. */
    @Transactional
    public Map<String, String> exclusions(Run run) {
        return repository.exclusions(run.id());
    }

    /** Ids of the releases a run works on, in the order of their ids. */
    @Transactional
    public List<UUID> releases(Run run) {
        return repository.inputs(run.id()).stream()
                .map(Input::release)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The part of a run's spaces that somebody sees.
     *
     * @param all whether these are all
     * @param areas otherwise the areas that they lie in
     */
    record Part(boolean all, List<String> areas) {
        static final Part EVERYTHING = new Part(true, List.of());
    }

    /**
     * Spaces and municipalities per field of action and spaces in need, with the needs that people stated until an
     * instant.
     */
    @Transactional
    public NeedCounts needCounts(Run run, Instant until) {
        return needCounts(run, until, Part.EVERYTHING);
    }

    @Transactional
    NeedCounts needCounts(Run run, Instant until, Part part) {
        List<RunSummary.Need> needs = run.summary().needs();
        if (part.all() && !repository.hasStatedNeeds(run.id(), until)) {
            return new NeedCounts(
                    needs.stream()
                            .map(need -> answer(need, List.of(need.spaces(), need.municipalities(), 0)))
                            .toList(),
                    run.summary().spacesInNeed());
        }
        Map<String, List<Integer>> counts = repository.needCounts(run, until, part);
        return new NeedCounts(
                needs.stream()
                        .map(need -> answer(need, counts.getOrDefault(need.code(), List.of(0, 0, 0))))
                        .toList(),
                repository.spacesInNeed(run, until, part));
    }

    /** Numbers per field of action. */
    public record NeedCounts(List<RunAnswer.NeedCount> needs, int spacesInNeed) {}

    private static RunAnswer.NeedCount answer(RunSummary.Need need, List<Integer> counts) {
        return new RunAnswer.NeedCount(
                need.code(), need.title(), need.targetGroup(), counts.get(0), counts.get(1), counts.get(2));
    }

    /** The run with which the needs of a published one are compared: published last before, for its scheme and area. */
    @Transactional
    public Optional<Run> publishedBefore(Run run) {
        return run.publicationStartedAt() == null
                ? Optional.empty()
                : repository.publishedBefore(run, false).map(this::get);
    }

    /** Id of the run that a published one supersedes: published last before, for its scheme, area and period. */
    @Transactional
    public Optional<UUID> supersedes(Run run) {
        return run.publicationStartedAt() == null ? Optional.empty() : repository.publishedBefore(run, true);
    }

    /** Id of the published run that supersedes a published one. */
    @Transactional
    public Optional<UUID> supersededBy(Run run) {
        return run.published() ? repository.publishedAfter(run) : Optional.empty();
    }

    /** Marks a locked run as being published, after all others of its scheme and area. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void startPublication(Run run, String note, List<String> consulted) {
        Instant now = repository.publicationInstant(run);
        repository.startPublication(run.id(), note, consulted, caller.name(), now);
    }

    /** The present instant by the database's clock; after the publication of a locked run that is published. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant instantAfterPublication(Run run) {
        return repository.instantAfterPublication(run.id());
    }

    /** Marks a run as published: the broker has acknowledged all of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void published(UUID run) {
        repository.published(run);
    }

    private RunRepository.Sight sight() {
        return new RunRepository.Sight(caller.hasAny(READERS), caller.everywhere(), List.copyOf(caller.areas()));
    }
}
