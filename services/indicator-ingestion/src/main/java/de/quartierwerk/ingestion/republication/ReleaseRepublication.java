package de.quartierwerk.ingestion.republication;

import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.release.ReleaseBatches;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.republication.RepublicationParts;
import de.quartierwerk.kit.republication.RepublicationSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The whole catalogue in the first batch, then every release with its batches. */
@ApplicationScoped
class ReleaseRepublication implements RepublicationSource {
    private final Catalogue catalogue;
    private final ReleaseBatches releases;
    private final RepublicationParts parts;

    ReleaseRepublication(Catalogue catalogue, ReleaseBatches releases, RepublicationParts parts) {
        this.catalogue = catalogue;
        this.releases = releases;
        this.parts = parts;
    }

    @Override
    public int plan(UUID job) {
        return parts.plan(job, 1, releases.all());
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        if (number == 0) {
            return catalogue.events();
        }
        RepublicationParts.Part part = parts.part(job, number);
        return releases.batch(part.thing(), part.number());
    }

    @Override
    public void published(UUID job) {
        parts.remove(job);
    }
}
