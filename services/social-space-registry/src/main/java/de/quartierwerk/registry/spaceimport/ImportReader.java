package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Reads imports for callers, in their language. */
@ApplicationScoped
class ImportReader {
    private final ImportRepository imports;
    private final StagingStatements staging;
    private final ChangeStatements changes;
    private final ImportProgressStatements progress;
    private final BulkPublisher publisher;
    private final Messages messages;
    private final ImportConfig config;

    ImportReader(
            ImportRepository imports,
            StagingStatements staging,
            ChangeStatements changes,
            ImportProgressStatements progress,
            BulkPublisher publisher,
            Messages messages,
            ImportConfig config) {
        this.imports = imports;
        this.staging = staging;
        this.changes = changes;
        this.progress = progress;
        this.publisher = publisher;
        this.messages = messages;
        this.config = config;
    }

    @Transactional
    ImportResponse get(UUID id, Locale language) {
        SpaceImport found = find(id);
        return response(found, found.state, language);
    }

    /** The response that the caller gets once the broker has acknowledged the events. */
    @Transactional
    ImportResponse whenPublished(UUID id, Locale language) {
        SpaceImport found = find(id);
        return response(found, found.isRunning() ? SpaceImport.State.COMPLETED : found.state, language);
    }

    /**
     * A page of the findings.
     *
     * @param skipped how many findings the pages before have shown
     */
    @Transactional
    Page<FindingResponse> findings(UUID id, int skipped, int limit, Locale language) {
        find(id);
        List<FindingResponse> found = findings(id, skipped, language, limit + 1);
        return Page.of(found, limit, last -> List.of(Integer.toString(skipped + limit)));
    }

    /** A page of what an import changes, after a change of a row. */
    @Transactional
    Page<ChangeStatements.Change> changes(UUID id, int afterRow, String afterWhat, int limit) {
        find(id);
        List<ChangeStatements.Change> found = changes.list(id, afterRow, afterWhat, limit + 1);
        return Page.of(found, limit, last -> List.of(Integer.toString(last.row()), last.what()));
    }

    /** Number of rows of a staged file. */
    @Transactional
    int received(UUID id) {
        return find(id).counts.received();
    }

    private SpaceImport find(UUID id) {
        return imports.findByIdOptional(id).orElseThrow(() -> new NotFound("import.unknown", id));
    }

    private ImportResponse response(SpaceImport found, SpaceImport.State state, Locale language) {
        String failure = found.failure;
        return new ImportResponse(
                found.id,
                state,
                found.dryRun,
                found.counts,
                findings(found.id, 0, language, config.shownFindings()),
                staging.countFindings(found.id),
                progress(found, state),
                state == SpaceImport.State.RUNNING ? found.phase() : null,
                found.startedAt,
                found.endedAt,
                failure == null
                        ? null
                        : new ImportResponse.ImportFailure(
                                failure,
                                messages.text(language, failure + ".detail", found.failureArguments.toArray())));
    }

    private List<FindingResponse> findings(UUID id, int skipped, Locale language, int limit) {
        return staging.findings(id, skipped, limit).stream()
                .map(finding -> response(finding, language))
                .toList();
    }

    private FindingResponse response(Finding finding, Locale language) {
        return new FindingResponse(
                finding.row(),
                finding.key(),
                finding.code(),
                finding.severity(),
                finding.value(),
                finding.place(),
                messages.text(language, finding.code(), finding.arguments().toArray()));
    }

    private Progress progress(SpaceImport found, SpaceImport.State state) {
        if (state == SpaceImport.State.RUNNING && !found.applied) {
            return progress.last(found.id)
                    .orElse(new Progress(0, found.staged ? (long) found.counts.received() : null));
        }
        return state == SpaceImport.State.RUNNING
                ? ofRows(found.counts.received(), publisher.progress(found.id))
                : new Progress(found.counts.received(), (long) found.counts.received());
    }

    /** Rows published so far, from the share of the batches. */
    static Progress ofRows(long rows, Progress batches) {
        Long total = batches.total();
        return new Progress(total == null || total == 0 ? 0 : rows * batches.done() / total, rows);
    }
}
