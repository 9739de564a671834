package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.work.ProgressStream;
import de.quartierwerk.registry.space.SpaceEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The events of an import, batch by batch. */
@ApplicationScoped
class ImportBatches implements BulkSource {
    static final String KIND = "space-import";

    private final ImportService imports;
    private final SpaceEvents spaces;
    private final ProgressStream progress;

    ImportBatches(ImportService imports, SpaceEvents spaces, ProgressStream progress) {
        this.imports = imports;
        this.spaces = spaces;
        this.progress = progress;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        progress.changed(job);
        return List.of(spaces.batch(job, number, "imports/" + job));
    }

    @Override
    public void published(UUID job) {
        imports.complete(job);
    }
}
