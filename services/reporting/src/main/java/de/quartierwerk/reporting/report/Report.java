package de.quartierwerk.reporting.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report (Bericht) without its document.
 *
 * @param id id of the report
 * @param subject what it speaks of
 * @param state how far it is
 * @param done steps of its assembly done
 * @param total steps of its assembly
 * @param failure code of the problem where it failed
 * @param createdAt when it was requested
 * @param finishedAt when it was complete or failed
 * @param publication its publication, null before
 * @param corrects the published report that it corrects, null for a first version
 * @param number number of the version that it is or becomes
 * @param reason why it corrects, null for a first version
 * @param version grows with every change
 */
record Report(
        UUID id,
        ReportSubject subject,
        ReportState state,
        int done,
        int total,
        @Nullable String failure,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Publication publication,
        @Nullable UUID corrects,
        int number,
        @Nullable String reason,
        long version) {

    /** The report that was the first version. */
    UUID firstVersion() {
        return corrects == null ? id : corrects;
    }

    Standing standing() {
        return publication == null ? Standing.PRELIMINARY : Standing.PUBLISHED;
    }
}
