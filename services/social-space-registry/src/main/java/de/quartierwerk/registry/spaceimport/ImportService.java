package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.MapCoverage;
import de.quartierwerk.registry.space.SpaceChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.locationtech.jts.geom.Geometry;

/**
 * Imports from the staged file to the published events. Staging and applying are two steps, so that a large file can be
 * staged within the request, which refuses what cannot be read, and applied after it by any instance.
 */
@ApplicationScoped
class ImportService {
    private final ImportRepository imports;
    private final RowComparison comparison;
    private final RowApplication application;
    private final SpaceChanges changes;
    private final BulkPublisher publisher;
    private final Audit audit;
    private final Caller caller;

    ImportService(
            ImportRepository imports,
            RowComparison comparison,
            RowApplication application,
            SpaceChanges changes,
            BulkPublisher publisher,
            Audit audit,
            Caller caller) {
        this.imports = imports;
        this.comparison = comparison;
        this.application = application;
        this.changes = changes;
        this.publisher = publisher;
        this.audit = audit;
        this.caller = caller;
    }

    /** Stages the good rows of a file and its findings. */
    @Transactional
    UUID stage(SpaceRows file, ImportOptions options, String fileName) {
        UUID id = UUID.randomUUID();
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
        boolean parentStated = options.parent() != null || file.parentStated();
        imports.insert(
                id,
                new ImportRepository.Staging(
                        options,
                        fileName,
                        caller.name(),
                        caller.everywhere(),
                        List.copyOf(caller.areas()),
                        parentStated,
                        tolerance),
                file,
                Instant.now());
        imports.stage(id, file.rows(), onMap);
        imports.insertFindings(id, file.findings());
        return id;
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
    SpaceImport apply(UUID id) {
        long version = changes.begin();
        comparison.compare(id);
        if (comparison.countOutside(id) > 0) {
            throw new Forbidden("area.forbidden");
        }
        SpaceImport staged = imports.find(id).orElseThrow();
        Counts counts = counts(id, staged.counts().received());
        if (staged.atomic() && counts.rejected() > 0) {
            imports.setCounts(id, new Counts(counts.received(), 0, 0, 0, counts.received()), false);
            imports.end(id, SpaceImport.State.FAILED, "import.atomic", Instant.now());
        } else {
            imports.setCounts(id, counts, true);
            if (staged.dryRun()) {
                imports.end(id, SpaceImport.State.COMPLETED, null, Instant.now());
            } else {
                takeOver(staged, counts, version);
            }
        }
        return imports.find(id).orElseThrow();
    }

    private void takeOver(SpaceImport staged, Counts counts, long version) {
        application.apply(staged.id(), version);
        int batches = application.publish(staged.id(), version);
        audit.record(
                "spaces-imported",
                "imports/" + staged.id(),
                null,
                Map.of("level", staged.level(), "validFrom", staged.validFrom(), "counts", counts));
        if (batches == 0) {
            imports.end(staged.id(), SpaceImport.State.COMPLETED, null, Instant.now());
        } else {
            publisher.start(ImportBatches.KIND, staged.id(), batches);
        }
    }

    private Counts counts(UUID id, int received) {
        int created = (int) comparison.count(id, "created");
        int updated = (int) comparison.count(id, "updated");
        int unchanged = (int) comparison.count(id, "unchanged");
        return new Counts(received, created, updated, unchanged, received - created - updated - unchanged);
    }

    /** Applies an import that waits for it, if there is one. */
    @Transactional
    Optional<SpaceImport> applyWaiting() {
        Optional<SpaceImport> waiting = imports.lockWaiting();
        waiting.ifPresent(found -> {
            try {
                apply(found.id());
            } catch (RuntimeException e) {
                throw new ImportFailed(found.id(), e);
            }
        });
        return waiting;
    }

    /** Ends an import that could not be applied. */
    @Transactional
    void fail(UUID id, String code) {
        imports.end(id, SpaceImport.State.FAILED, code, Instant.now());
    }

    Optional<SpaceImport> find(UUID id) {
        return imports.find(id);
    }

    List<Finding> findings(UUID id, int skipped, int limit) {
        return imports.findings(id, skipped, limit);
    }

    long countFindings(UUID id) {
        return imports.countFindings(id);
    }

    /**
     * Waits until the broker has acknowledged the events of an import; where it left spaces unchanged, those of the
     * imports too that may have brought these spaces just before.
     */
    void awaitPublication(UUID id) {
        publisher.await(id);
        SpaceImport done = imports.find(id).orElseThrow();
        if (done.counts().unchanged() > 0 && !done.dryRun()) {
            imports.openPublications(done.level()).forEach(publisher::await);
        }
    }
}
