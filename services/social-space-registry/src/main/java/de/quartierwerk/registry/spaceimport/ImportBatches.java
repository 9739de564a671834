package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.SocialSpace;
import de.quartierwerk.events.SpacesImported;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.bulk.BulkSource;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.registry.space.SpaceEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The events of an import, batch by batch. */
@ApplicationScoped
class ImportBatches implements BulkSource {
    static final String KIND = "space-import";

    private final ImportRepository imports;
    private final SpaceEvents spaces;

    ImportBatches(ImportRepository imports, SpaceEvents spaces) {
        this.imports = imports;
        this.spaces = spaces;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        List<SocialSpace> told = spaces.ofBatch(job, number);
        long version = told.stream().mapToLong(SocialSpace::version).max().orElse(0);
        return List.of(new OutgoingEvent(
                Topics.SOCIAL_SPACE,
                told.isEmpty() ? job.toString() : told.get(0).key(),
                EventTypes.SPACES_IMPORTED,
                "imports/" + job,
                version,
                new SpacesImported(job, number, imports.countBatches(job), told)));
    }

    @Override
    public void published(UUID job) {
        imports.removePublication(job);
        imports.end(job, SpaceImport.State.COMPLETED, null, Instant.now());
    }
}
