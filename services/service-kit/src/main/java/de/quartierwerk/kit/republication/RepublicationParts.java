package de.quartierwerk.kit.republication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;

/** Which batches of a republication tell which thing, where a thing takes several. */
@ApplicationScoped
public class RepublicationParts {
    private final RepublicationStatements statements;

    RepublicationParts(RepublicationStatements statements) {
        this.statements = statements;
    }

    /** A batch of a thing, counted from 0. */
    public record Part(UUID thing, int number) {}

    /**
     * Notes things in the caller's transaction.
     *
     * @param first number of the first batch
     * @param things ids and numbers of batches, in the order in which they are told; one without batches is left out
     * @return number of the batch that comes after them
     */
    public int plan(UUID job, int first, Map<UUID, Integer> things) {
        return statements.insert(job, first, things);
    }

    /** What a batch tells. */
    public Part part(UUID job, int number) {
        return statements.part(job, number);
    }

    /** Forgets what a job had to tell. */
    public void remove(UUID job) {
        statements.delete(job);
    }
}
