package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.work.ProgressStream;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.MapCoverage;
import de.quartierwerk.registry.space.SpaceChanges;
import de.quartierwerk.registry.space.SpaceEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Imports from the staged file to the published events. Staging and applying are two steps: the request stages a large
 * file, which refuses what cannot be read, and any instance applies it afterwards.
 */
@ApplicationScoped
class ImportService {
    private final ImportRepository imports;
    private final StagingStatements staging;
    private final RowComparisonStatements comparison;
    private final SameKeys sameKeys;
    private final BoundaryComparison boundaries;
    private final RowApplicationStatements application;
    private final SpaceEvents events;
    private final SpaceChanges changes;
    private final BulkPublisher publisher;
    private final ProgressStream progress;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ImportService(
            ImportRepository imports,
            StagingStatements staging,
            RowComparisonStatements comparison,
            SameKeys sameKeys,
            BoundaryComparison boundaries,
            RowApplicationStatements application,
            SpaceEvents events,
            SpaceChanges changes,
            BulkPublisher publisher,
            ProgressStream progress,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.comparison = comparison;
        this.sameKeys = sameKeys;
        this.boundaries = boundaries;
        this.application = application;
        this.events = events;
        this.changes = changes;
        this.publisher = publisher;
        this.progress = progress;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Stages the good rows of a file and its findings. */
    @Transactional
    UUID stage(SpaceRows file, ImportOptions options, String fileName) {
        List<Boundary> boundaries = file.rows().stream()
                .map(SpaceRow::boundary)
                .filter(Objects::nonNull)
                .toList();
        double tolerance = MapCoverage.tolerance(boundaries.stream()
                .mapToDouble(boundary -> boundary.areaSquareMetres().doubleValue())
                .toArray());
        List<Geometry> onMap = boundaries.isEmpty()
                ? List.of()
                : new MapCoverage()
                        .simplify(boundaries.stream().map(Boundary::geometry).toList(), tolerance);
        SpaceImport started = started(file, options, fileName);
        started.mapTolerance = tolerance;
        imports.persistAndFlush(started);
        staging.stage(started.id, file.rows(), onMap);
        staging.insertFindings(started.id, file.findings());
        return started.id;
    }

    private SpaceImport started(SpaceRows file, ImportOptions options, String fileName) {
        SpaceImport started = new SpaceImport();
        started.id = UUID.randomUUID();
        started.level = options.level();
        started.validFrom = options.validFrom();
        started.atomic = options.atomic();
        started.dryRun = options.dryRun();
        started.crs = file.crs();
        started.tolerance = options.tolerance();
        started.anywhere = options.anywhere();
        started.partial = file.partial();
        started.parentStated = options.parent() != null || file.parentStated();
        started.fileName = fileName;
        started.caller = caller.name();
        started.scope = new SpaceImport.Scope(caller.everywhere(), List.copyOf(caller.areas()));
        started.state = SpaceImport.State.RUNNING;
        started.counts = Counts.ofReceived(file.received());
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
        sameKeys.choose(id);
        comparison.findFaults(id);
        boundaries.keepEqual(id, staged.tolerance);
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
            progress.changed(staged.id);
        }
    }

    /** Applies an import that waits for it and answers whether there was one. */
    @Transactional
    boolean applyWaiting() {
        Optional<SpaceImport> waiting = imports.lockWaiting();
        waiting.ifPresent(found -> {
            try {
                apply(found.id);
            } catch (RuntimeException e) {
                throw new ImportFailed(found.id, e);
            }
        });
        return waiting.isPresent();
    }

    /** Ends an import that could not be applied. */
    @Transactional
    void fail(UUID id, String code) {
        end(imports.findById(id), SpaceImport.State.FAILED, code);
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
        progress.changed(ended.id);
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
