package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.bulk.BulkPublisher;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Imports in the caller's language. */
@ApplicationScoped
class ImportAnswers {
    private final ImportService imports;
    private final BulkPublisher publisher;
    private final Messages messages;
    private final ImportConfig config;

    ImportAnswers(ImportService imports, BulkPublisher publisher, Messages messages, ImportConfig config) {
        this.imports = imports;
        this.publisher = publisher;
        this.messages = messages;
        this.config = config;
    }

    ImportAnswer get(UUID id, Locale language) {
        SpaceImport found = imports.find(id).orElseThrow(() -> new NotFound("import.unknown", id));
        return answer(found, language, found.state());
    }

    /** A page of the findings; the cursor is how many there were before. */
    Page<ImportAnswer.FindingAnswer> findings(UUID id, PageRequest page, Locale language) {
        if (imports.find(id).isEmpty()) {
            throw new NotFound("import.unknown", id);
        }
        int skipped = skipped(page);
        List<ImportAnswer.FindingAnswer> found = imports.findings(id, skipped, page.limit() + 1).stream()
                .map(finding -> answer(finding, language))
                .toList();
        return Page.of(found, page.limit(), last -> List.of(Integer.toString(skipped + page.limit())));
    }

    private static int skipped(PageRequest page) {
        List<String> after = page.after(1);
        if (after.isEmpty()) {
            return 0;
        }
        if (!after.get(0).matches("\\d{1,9}")) {
            throw Invalid.parameter("cursor", after.get(0), "page.cursor-malformed");
        }
        return Integer.parseInt(after.get(0));
    }

    /** The answer that the caller gets once the broker has acknowledged the events. */
    ImportAnswer whenPublished(SpaceImport applied, Locale language) {
        boolean running = applied.state() == SpaceImport.State.RUNNING;
        return answer(applied, language, running ? SpaceImport.State.COMPLETED : applied.state());
    }

    private ImportAnswer answer(SpaceImport found, Locale language, SpaceImport.State state) {
        List<ImportAnswer.FindingAnswer> findings = imports.findings(found.id(), 0, config.shownFindings()).stream()
                .map(finding -> answer(finding, language))
                .toList();
        return new ImportAnswer(
                found.id(),
                state,
                found.dryRun(),
                found.counts(),
                findings,
                imports.countFindings(found.id()),
                progress(found, state),
                found.startedAt(),
                found.endedAt(),
                found.failure() == null
                        ? null
                        : new ImportAnswer.Failed(found.failure(), messages.text(language, found.failure())));
    }

    private ImportAnswer.FindingAnswer answer(Finding finding, Locale language) {
        return new ImportAnswer.FindingAnswer(
                finding.row(),
                finding.key(),
                finding.code(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.value(),
                messages.text(language, finding.code(), finding.arguments().toArray()));
    }

    private Progress progress(SpaceImport found, SpaceImport.State state) {
        long total = found.counts().received();
        if (state != SpaceImport.State.RUNNING) {
            return new Progress(total, total);
        }
        Progress batches = publisher.progress(found.id());
        boolean known = batches.total() != null && batches.total() > 0;
        return new Progress(known ? total * batches.done() / batches.total() : 0, total);
    }
}
