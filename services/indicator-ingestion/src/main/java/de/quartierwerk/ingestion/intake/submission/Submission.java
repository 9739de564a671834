package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivered file and what became of it (Lieferung).
 *
 * @param id its id
 * @param number order of receipt
 * @param state how far it is
 * @param dryRun whether it shall leave no value behind
 * @param submitter who delivered it
 * @param organisation for whom, or null
 * @param scope areas the submitter may deliver for; null for all
 * @param fileName name of the file
 * @param fileSize bytes
 * @param fileSha256 hash of the bytes
 * @param mapping what its columns mean
 * @param profile stored mapping that was used, or null
 * @param profileVersion version of it
 * @param detected how it is read
 * @param header its column names
 * @param times when what happened
 * @param decidedBy who approved or refused it, or null
 * @param reason why it was refused, or null
 * @param done rows done; from its approval on, values written plus values told
 * @param total rows in all, or null; from its approval on, twice the delivered values
 * @param counts what it holds, once checked
 * @param coverage which spaces it speaks of, once checked
 * @param release id of its release, or null
 * @param attempts how often work on it failed
 * @param answered how many warnings were answered
 * @param links other submissions that it follows or is followed by
 * @param work when work on it began and how much it may be
 */
public record Submission(
        UUID id,
        long number,
        State state,
        boolean dryRun,
        String submitter,
        String organisation,
        List<String> scope,
        String fileName,
        long fileSize,
        String fileSha256,
        Mapping mapping,
        String profile,
        Long profileVersion,
        Detected detected,
        List<String> header,
        Times times,
        String decidedBy,
        String reason,
        long done,
        Long total,
        Counts counts,
        Coverage coverage,
        UUID release,
        int attempts,
        long answered,
        Links links,
        Work work) {

    /** Copies the lists. */
    public Submission {
        scope = scope == null ? null : List.copyOf(scope);
        header = List.copyOf(header);
    }

    /** Warnings that nobody has answered. */
    public long openWarnings() {
        return counts == null ? 0 : counts.warnings() - answered;
    }

    /** Whether the service itself has to go on with it: to check it or to write its values. */
    public boolean waitsForWork() {
        return state == State.RECEIVED || state == State.VALIDATING || (state == State.RELEASING && release == null);
    }

    /**
     * Other submissions.
     *
     * @param corrects the one that it corrects, or null
     * @param withdraws the released one that it takes back, or null
     * @param followedBy the one that has corrected or taken it back, or null
     */
    public record Links(UUID corrects, UUID withdraws, UUID followedBy) {}

    /**
     * The service's own work.
     *
     * @param checkingSince when the check began, or null
     * @param expectedRows how many rows the file may have, or null where that is not known
     * @param releasingSince when the values began to be written, or null
     */
    public record Work(Instant checkingSince, Long expectedRows, Instant releasingSince) {}

    /** When what happened; null for what has not. */
    public record Times(Instant received, Instant validated, Instant decided, Instant released) {}
}
