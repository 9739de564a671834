package de.quartierwerk.kit.republication;

import de.quartierwerk.kit.bulk.BulkSource;
import java.util.UUID;

/** Says what a service tells once more. */
public interface RepublicationSource extends BulkSource {
    /** Kind of the bulk jobs. */
    String KIND = "republication";

    @Override
    default String kind() {
        return KIND;
    }

    /**
     * Notes in the caller's transaction what there is to tell.
     *
     * @param job id of the job, new
     * @return number of batches
     */
    int plan(UUID job);
}
