package de.quartierwerk.classification.publication;

import de.quartierwerk.classification.need.StatedNeeds;
import de.quartierwerk.classification.run.Run;
import de.quartierwerk.classification.run.Runs;
import de.quartierwerk.kit.outbox.OutgoingEvent;
import de.quartierwerk.kit.republication.RepublicationParts;
import de.quartierwerk.kit.republication.RepublicationSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every published run in the order of publication: its batches, then the needs that were stated later. */
@ApplicationScoped
class RunRepublication implements RepublicationSource {
    private final Runs runs;
    private final PublishedRuns published;
    private final StatedNeeds stated;
    private final RepublicationParts parts;

    RunRepublication(Runs runs, PublishedRuns published, StatedNeeds stated, RepublicationParts parts) {
        this.runs = runs;
        this.published = published;
        this.stated = stated;
        this.parts = parts;
    }

    @Override
    public int plan(UUID job) {
        Map<UUID, Integer> things = new LinkedHashMap<>();
        runs.allInPublication().forEach(run -> things.put(run.id(), published.batches(run) + 1));
        return parts.plan(job, 0, things);
    }

    @Override
    public List<OutgoingEvent> batch(UUID job, int number) {
        RepublicationParts.Part part = parts.part(job, number);
        Run run = runs.get(part.thing());
        return part.number() < published.batches(run)
                ? published.batch(run.id(), part.number())
                : stated.eventsAfterPublication(run);
    }

    @Override
    public void published(UUID job) {
        parts.remove(job);
    }
}
