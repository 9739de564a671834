package de.quartierwerk.classification.run;

import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.value.Input;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps runs, and finds those that a caller may see. */
@ApplicationScoped
public class Runs {
    /** Later than every need that people state. */
    public static final Instant EVER = Instant.parse("9999-12-31T00:00:00Z");

    private final RunRepository repository;
    private final RunInputStatements inputs;
    private final PublicationStatements publications;
    private final Caller caller;

    Runs(RunRepository repository, RunInputStatements inputs, PublicationStatements publications, Caller caller) {
        this.repository = repository;
        this.inputs = inputs;
        this.publications = publications;
        this.caller = caller;
    }

    /** Writes a new run with the vectors it works on and the reasons of its exclusions by space. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Run add(
            Run.Subject subject,
            Run.Origin origin,
            Run.Inputs about,
            List<Input> vectors,
            Map<String, String> exclusions) {
        RunEntity run = new RunEntity(UUID.randomUUID(), subject, origin, about);
        repository.persistAndFlush(run);
        inputs.insertInputs(run.id, vectors);
        inputs.insertExclusions(run.id, exclusions);
        return run.run();
    }

    /** A run that the caller may see; for others it does not exist. */
    @Transactional
    public Run visible(UUID id) {
        return repository
                .findVisible(id, scope())
                .map(RunEntity::run)
                .orElseThrow(() -> new NotFound("run.unknown", id));
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

    /** A run, without a look at what the caller may see. */
    @Transactional
    public Run get(UUID id) {
        return repository.findByIdOptional(id).map(RunEntity::run).orElseThrow();
    }

    /** A run, locked until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Run lock(UUID id) {
        return repository.lock(id).run();
    }

    /** Runs before a number that the caller may see, the newest first. */
    @Transactional
    public List<Run> list(RunFilter filter, long before, int limit) {
        return repository.list(filter, scope(), before, limit).stream()
                .map(RunEntity::run)
                .toList();
    }

    /** What the caller may see of runs. */
    public Scope scope() {
        return new Scope(caller.hasAny(RoleGroups.readers()), caller.everywhere(), List.copyOf(caller.areas()));
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
        return caller.hasAny(RoleGroups.stewards())
                && (caller.everywhere() || path.stream().anyMatch(caller.areas()::contains));
    }

    /**
     * Whether the caller sees exact values of all spaces on which the indices of a scheme rest: of the area, or of the
     * root area around it where they look beyond it.
     */
    public boolean seesExact(List<String> areaPath, Scheme scheme) {
        boolean beyond = scheme.looksBeyondArea() && !areaPath.isEmpty();
        return seesExact(beyond ? areaPath.subList(0, 1) : areaPath);
    }

    /** Refuses a caller who may not change a run: who does not act in its whole area. */
    public void requireWhole(Run run) {
        if (run.area() == null) {
            caller.requireEverywhere();
        } else {
            caller.requireWithin(run.areaPath());
        }
    }

    /** The vectors that a run works on. */
    @Transactional
    public List<Input> inputs(UUID run) {
        return inputs.inputs(run);
    }

    /** Reasons of a run's exclusions by space. */
    @Transactional
    public Map<String, String> exclusions(UUID run) {
        return inputs.exclusions(run);
    }

    /** Ids of the releases that a run works on, in their order. */
    @Transactional
    public List<UUID> releases(Run run) {
        return List.copyOf(releases(List.of(run)).get(run.id()));
    }

    /** Ids of the releases that runs work on, in their order, by run. */
    @Transactional
    public Map<UUID, Collection<UUID>> releases(Collection<Run> runs) {
        Map<UUID, SortedSet<UUID>> found =
                inputs.releases(runs.stream().map(Run::id).toList());
        Map<UUID, Collection<UUID>> releases = new HashMap<>();
        runs.forEach(run -> releases.put(run.id(), found.getOrDefault(run.id(), new TreeSet<>())));
        return releases;
    }

    /** Texts of the periods that a scheme was run for. */
    @Transactional
    public List<String> periods(String scheme) {
        return repository.periods(scheme);
    }

    /** All runs that are published or being published, in the order of their publication. */
    @Transactional
    public List<Run> allInPublication() {
        return repository.allInPublication().stream().map(RunEntity::run).toList();
    }

    /** The run with which the needs of a published one are compared: published last before, for its scheme and area. */
    @Transactional
    public Optional<Run> publishedBefore(Run run) {
        return run.publication().startedAt() == null
                ? Optional.empty()
                : repository.publishedBefore(run).map(RunEntity::run);
    }

    /** What published runs supersede and what supersedes them, by run. */
    @Transactional
    public Map<UUID, Supersession> supersessions(Collection<Run> runs) {
        Map<UUID, Supersession> supersessions = new HashMap<>();
        runs.forEach(run -> supersessions.put(run.id(), Supersession.none(run.id())));
        repository
                .supersessions(runs.stream().map(Run::id).toList())
                .forEach(found -> supersessions.put(found.run(), found));
        return supersessions;
    }

    /** Marks a locked run as being published, after all others of its scheme and area. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void startPublication(Run run, @Nullable String note, List<String> consulted) {
        Instant now = publications.next(run);
        repository.findById(run.id()).publication =
                new Run.Publication(Run.Standing.PRELIMINARY, note, List.copyOf(consulted), caller.name(), now, null);
    }

    /** The present instant by the database's clock; after the publication of a locked run that is published. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant instantAfterPublication(Run run) {
        return publications.after(run.id());
    }

    /** Marks a run as published: the broker has acknowledged all of it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void published(UUID id) {
        RunEntity run = repository.lock(id);
        Run.Publication asked = run.publication;
        run.publication = new Run.Publication(
                Run.Standing.PUBLISHED,
                asked.note(),
                asked.consulted(),
                asked.publishedBy(),
                asked.startedAt(),
                asked.startedAt());
    }
}
