package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.work.ProgressStream;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.MapCoverage;
import de.quartierwerk.registry.level.LevelService;
import de.quartierwerk.registry.space.SpaceChanges;
import de.quartierwerk.registry.space.SpaceEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Imports from the file to the published events, in steps: a large file is stored with the request, then staged, then
 * applied, by whichever instance finds it; each step is a transaction.
 */
@ApplicationScoped
class ImportService {
    private static final Duration LONGEST_WORK = Duration.ofHours(6);
    /**
     * After so many instances have died in the same step of an import, it is given up: most likely the file needs more
     * memory than there is. A step that fails with an exception does not count, nor does one that ends; and machines
     * that are switched off a few times in a row should not count a good file out.
     */
    static final int MOST_ATTEMPTS = 20;

    private final ImportRepository imports;
    private final StagingStatements staging;
    private final LevelService levels;
    private final RowComparisonStatements comparison;
    private final SameKeys sameKeys;
    private final UnitedKeys unitedKeys;
    private final BoundaryComparison boundaries;
    private final RowApplicationStatements application;
    private final SpaceEvents events;
    private final ChangeStatements updates;
    private final SpaceChanges changes;
    private final BulkPublisher publisher;
    private final StoredFileStatements files;
    private final ImportProgressStatements progress;
    private final ProgressStream followers;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            StagingStatements staging,
            LevelService levels,
            RowComparisonStatements comparison,
            SameKeys sameKeys,
            UnitedKeys unitedKeys,
            BoundaryComparison boundaries,
            RowApplicationStatements application,
            SpaceEvents events,
            ChangeStatements updates,
            SpaceChanges changes,
            BulkPublisher publisher,
            StoredFileStatements files,
            ImportProgressStatements progress,
            ProgressStream followers,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.levels = levels;
        this.comparison = comparison;
        this.sameKeys = sameKeys;
        this.unitedKeys = unitedKeys;
        this.boundaries = boundaries;
        this.application = application;
        this.events = events;
        this.updates = updates;
        this.changes = changes;
        this.publisher = publisher;
        this.files = files;
        this.progress = progress;
        this.followers = followers;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Reads a file and stages its good rows and its findings. */
    @Transactional
    UUID stage(Path file, ImportOptions options, String fileName) throws FileFault, IOException {
        SpaceImport started = started(options, fileName);
        imports.persistAndFlush(started);
        stage(started, file, options);
        return started.id;
    }

    /** Keeps a file, which is read later. */
    @Transactional
    UUID store(Path file, ImportOptions options, String fileName) throws IOException {
        SpaceImport started = started(options, fileName);
        started.options = options;
        imports.persistAndFlush(started);
        files.keep(started.id, file);
        return started.id;
    }

    private void stage(SpaceImport started, Path file, ImportOptions options) throws FileFault, IOException {
        FileContent content;
        ImportProgressStatements.Counter counter = progress.counter(started.id, null);
        try (RowStagingStatements rows = staging.stage(started, counter)) {
            content = SpaceFile.read(file, options, rows);
        }
        staging.analyze();
        started.counts = Counts.ofReceived(content.received());
        started.crs = content.crs();
        started.varying |= content.ownSpans();
        started.endsStated |= content.ownSpans();
        started.partial = content.partial();
        started.parentStated = options.parent() != null || content.parentStated();
        started.mapTolerance = MapCoverage.tolerance(staging.medianArea(started.id));
        started.staged = true;
        started.options = null;
        imports.flush();
    }

    private SpaceImport started(ImportOptions options, String fileName) {
        SpaceImport started = new SpaceImport();
        started.id = UUID.randomUUID();
        started.level = options.level();
        started.validFrom = options.validFrom();
        started.atomic = options.atomic();
        started.dryRun = options.dryRun();
        started.crs = Crs.EPSG_4326;
        started.tolerance = options.tolerance();
        started.anywhere = options.anywhere();
        started.varying = options.varying();
        started.endsStated = options.validToProperty() != null;
        started.united = options.sameKey() == SameKeyRule.UNION;
        started.fileName = fileName;
        started.caller = caller.name();
        started.scope = new SpaceImport.Scope(caller.everywhere(), List.copyOf(caller.areas()));
        started.state = SpaceImport.State.RUNNING;
        started.counts = Counts.ofReceived(0);
        started.startedAt = clock.instant();
        return started;
    }

    /** Says in the audit trail that a file was accepted which is applied later. */
    @Transactional
    void recordAcceptance(UUID id, ImportOptions options, String fileName) {
        audit.record("spaces-import-accepted", "imports/" + id, null, Map.of("file", fileName, "options", options));
    }

    /**
     * Compares the staged rows with the registry and takes them over.
     *
     * @throws Forbidden when a row's space would lie, or lies, outside the caller's areas; nothing is taken then
     */
    @Transactional
    void apply(UUID id) {
        long version = changes.begin();
        SpaceImport staged = imports.findById(id);
        comparison.keepParentsWhereFileIsSilent(id);
        if (staged.united) {
            staged.counts = Counts.ofReceived(staged.counts.received() - unitedKeys.unite(staged));
        } else {
            sameKeys.choose(id);
        }
        comparison.findFaults(id);
        boundaries.findFresh(staged);
        boundaries.check(staged);
        comparison.conclude(id);
        if (comparison.countOutside(id) > 0) {
            throw new Forbidden("area.forbidden");
        }
        Counts counts = comparison.counts(id, staged.counts.received());
        if (staged.atomic && counts.rejected() > 0) {
            staged.counts = counts.allRejected();
            end(staged, SpaceImport.State.FAILED, "import.atomic");
            return;
        }
        staged.counts = counts;
        staged.applied = true;
        updates.note(id);
        if (staged.dryRun) {
            end(staged, SpaceImport.State.COMPLETED, null);
        } else {
            takeOver(staged, version);
        }
    }

    private void takeOver(SpaceImport staged, long version) {
        application.apply(staged.id, version);
        int batches = events.plan(staged.id, version);
        audit.record(
                "spaces-imported",
                "imports/" + staged.id,
                null,
                Map.of("level", staged.level, "validFrom", staged.validFrom, "counts", staged.counts));
        if (batches == 0) {
            end(staged, SpaceImport.State.COMPLETED, null);
        } else {
            publisher.start(ImportBatches.KIND, staged.id, batches);
            followers.changed(staged.id);
        }
    }

    /** Goes on with an import that waits for it, by one step, and answers whether there was one. */
    boolean goOnWithWaiting() {
        return QuarkusTransaction.requiringNew()
                .timeout((int) LONGEST_WORK.toSeconds())
                .call(() -> {
                    Optional<SpaceImport> waiting = imports.lockWaiting();
                    waiting.ifPresent(this::goOn);
                    return waiting.isPresent();
                });
    }

    private void goOn(SpaceImport waiting) {
        if (progress.begin(waiting.id) > MOST_ATTEMPTS) {
            waiting.failureArguments = List.of(Integer.toString(MOST_ATTEMPTS));
            end(waiting, SpaceImport.State.FAILED, "import.given-up");
            return;
        }
        try {
            if (waiting.staged) {
                apply(waiting.id);
            } else {
                stageStored(waiting);
            }
            progress.forgetAttempts(waiting.id);
        } catch (RuntimeException | FileFault | IOException e) {
            throw new ImportFailed(waiting.id, e);
        }
    }

    private void stageStored(SpaceImport waiting) throws FileFault, IOException {
        ImportOptions options = Objects.requireNonNull(waiting.options).with(levels.rules(waiting.level));
        files.read(waiting.id, file -> {
            stage(waiting, file, options);
            return waiting;
        });
        files.remove(waiting.id);
    }

    /** Notes that a step has failed, but not with the whole instance. */
    @Transactional
    void forgetAttempts(UUID id) {
        progress.forgetAttempts(id);
    }

    /** Ends an import that could not be read or applied. */
    @Transactional
    void fail(UUID id, String code, List<String> arguments) {
        SpaceImport failed = imports.findById(id);
        failed.failureArguments = arguments;
        end(failed, SpaceImport.State.FAILED, code);
    }

    /** Ends an import whose events the broker has acknowledged. */
    @Transactional
    void complete(UUID id) {
        events.published(id);
        end(imports.findById(id), SpaceImport.State.COMPLETED, null);
    }

    private void end(SpaceImport ended, SpaceImport.State state, @Nullable String failure) {
        ended.state = state;
        ended.failure = failure;
        ended.endedAt = clock.instant();
        staging.removeRows(ended.id);
        files.remove(ended.id);
        progress.remove(ended.id);
        followers.changed(ended.id);
    }

    /**
     * Waits until the broker has acknowledged the events of an import. If the import left spaces unchanged, also waits
     * for the imports that may have brought these spaces just before.
     */
    void awaitPublication(UUID id) {
        publisher.await(id);
        openPublicationsBefore(id).forEach(publisher::await);
    }

    @Transactional
    List<UUID> openPublicationsBefore(UUID id) {
        SpaceImport done = imports.findById(id);
        return done.counts.unchanged() > 0 && !done.dryRun ? imports.findOpenPublications(done.level) : List.of();
    }
}
