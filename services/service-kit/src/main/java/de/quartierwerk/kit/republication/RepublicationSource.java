package de.quartierwerk.kit.republication;

import de.quartierwerk.kit.outbox.OutgoingEvent;
import java.util.List;
import java.util.UUID;

/** Says what a service tells once more. */
public interface RepublicationSource {
    /** Kind of the bulk jobs. */
    String KIND = "republication";

    /**
     * Notes in the caller's transaction what there is to tell.
     *
     * @param job id of the job, new
     * @return number of batches
     */
    int plan(UUID job);

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
