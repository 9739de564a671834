package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
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
    private final PublicationStatements publications;
    private final SpaceEvents spaces;
    private final ProgressStream progress;

    ImportBatches(
            ImportService imports, PublicationStatements publications, SpaceEvents spaces, ProgressStream progress) {
        this.imports = imports;
        this.publications = publications;
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
        List<SocialSpace> batch = spaces.ofBatch(job, number);
        long version = batch.stream().mapToLong(SocialSpace::version).max().orElse(0);
        return List.of(new OutgoingEvent(
                Topics.SOCIAL_SPACE,
                batch.isEmpty() ? job.toString() : batch.get(0).key(),
                EventTypes.SPACES_IMPORTED,
                "imports/" + job,
                version,
                new SpacesImported(job, number, publications.countBatches(job), batch)));
    }

    @Override
    public void published(UUID job) {
        imports.complete(job);
    }
}
