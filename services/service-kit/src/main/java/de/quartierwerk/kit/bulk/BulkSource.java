package de.quartierwerk.kit.bulk;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import java.util.List;
import java.util.UUID;

/** Says how the batches of one kind of bulk job are read from the service's own tables. */
public interface BulkSource {
    /** Name of the kind, as given to {@link BulkPublisher#start}. */
    String kind();

    /**
     * Reads the events of one batch, within a transaction. Must give the same events in the same order whenever it is
     * asked again; the events may go to several topics.
     *
     * @param job id of the job
     * @param number number of the batch, from 0
     */
    List<OutgoingEvent> batch(UUID job, int number);

    /** Called once, in the transaction that ends the job: the broker has acknowledged every batch. */
    void published(UUID job);
}
