package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivered file and what became of it (Lieferung).
 *
 * @param number order of receipt
 * @param dryRun whether it leaves no value behind
 * @param decision what a second person decided, once one has
 * @param result what the check found, once it is done
 */
public record Submission(
        UUID id,
        long number,
        State state,
        boolean dryRun,
        Submitter submitter,
        DeliveredFile file,
        Reading reading,
        Times times,
        @Nullable Decision decision,
        Work work,
        @Nullable Result result,
        Links links) {

    /** Warnings that nobody has answered. */
    public long openWarnings() {
        return result == null ? 0 : result.counts().warnings() - result.answered();
    }

    /** Whether the service itself has to go on with it: to check it or to write its values. */
    public boolean waitsForWork() {
        return state == State.RECEIVED
                || state == State.VALIDATING
                || (state == State.RELEASING && links.release() == null);
    }

    /** Whether nothing follows any more. */
    public boolean ended() {
        return state.last() || (dryRun && state == State.VALIDATED);
    }

    /**
     * Who delivered it.
     *
     * @param organisation for whom
     * @param scope areas the submitter may deliver for; null for all
     * @param readsExact whether the submitter may read what is suppressed
     */
    public record Submitter(
            String name,
            @Nullable String organisation,
            @Nullable List<String> scope,
            boolean readsExact) {
        /** Copies the areas. */
        public Submitter {
            scope = scope == null ? null : List.copyOf(scope);
        }
    }

    /**
     * The file as it was delivered.
     *
     * @param size bytes
     * @param sha256 hash of the bytes
     */
    public record DeliveredFile(String name, long size, String sha256) {}

    /**
     * How the file is read.
     *
     * @param mapping what its columns mean
     * @param profile the stored mapping that was used
     * @param detected its format
     * @param header its column names
     */
    public record Reading(Mapping mapping, @Nullable ProfileVersion profile, Detected detected, List<String> header) {
        /** Copies the names. */
        public Reading {
            header = List.copyOf(header);
        }
    }

    /** A version of a stored mapping. */
    public record ProfileVersion(String code, long version) {}

    /** When what happened; null for what has not. */
    public record Times(
            Instant received,
            @Nullable Instant validated,
            @Nullable Instant released) {}

    /**
     * What a second person decided.
     *
     * @param reason why it was refused, if it was
     */
    public record Decision(String by, Instant at, @Nullable Reason reason) {}

    /** Why a submission was refused. */
    public sealed interface Reason {
        /** A steward's own words. */
        record Stated(String text) implements Reason {}

        /** What the service found, as a code of the message bundles and its arguments. */
        record Found(String code, List<String> arguments) implements Reason {
            /** Copies the arguments. */
            public Found {
                arguments = List.copyOf(arguments);
            }
        }
    }

    /**
     * The service's own work on it.
     *
     * @param done rows checked; from the approval on, values written plus values published
     * @param total rows in all; from the approval on, twice the delivered values; null while not known
     * @param expectedRows how many rows the file may have, where that can be said
     * @param checkingSince when the check began
     * @param releasingSince when the values began to be written
     * @param attempts how often work on it failed
     */
    public record Work(
            long done,
            @Nullable Long total,
            @Nullable Long expectedRows,
            @Nullable Instant checkingSince,
            @Nullable Instant releasingSince,
            int attempts) {}

    /**
     * What the check found.
     *
     * @param coverage which spaces the file speaks of; null for a withdrawal
     * @param answered how many warnings were answered
     * @param found how often what was found
     * @param preview how the file was understood, after a dry run
     */
    public record Result(
            Counts counts,
            @Nullable Coverage coverage,
            long answered,
            List<FindingCount> found,
            @Nullable Preview preview) {
        /** Copies the counts. */
        public Result {
            found = List.copyOf(found);
        }
    }

    /**
     * What it belongs to.
     *
     * @param corrects the submission that it corrects
     * @param withdraws the released submission that it takes back
     * @param followedBy the submission that has corrected or taken it back
     * @param release its release
     * @param territory whether it has no file and sums up anew, since spaces have moved
     */
    public record Links(
            @Nullable UUID corrects,
            @Nullable UUID withdraws,
            @Nullable UUID followedBy,
            @Nullable UUID release,
            boolean territory) {}
}
