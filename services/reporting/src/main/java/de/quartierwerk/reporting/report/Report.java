package de.quartierwerk.reporting.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A report (Bericht) without its document.
 *
 * @param id id of the report
 * @param type what kind of report
 * @param area space key, or null for the whole installation
 * @param areaPath keys from the root down to the area; empty for the whole installation
 * @param period period it speaks of
 * @param scheme code of the only scheme it shows, or null for all
 * @param language de or en
 * @param state how far it is
 * @param done steps of its assembly done
 * @param total steps of its assembly
 * @param failure code of the problem where it failed, or null
 * @param createdAt when it was requested
 * @param finishedAt when it was complete or failed, or null
 * @param publishedAt when it was published, or null
 * @param note note on the publication, or null
 */
record Report(
        UUID id,
        String type,
        String area,
        List<String> areaPath,
        String period,
        String scheme,
        String language,
        State state,
        int done,
        int total,
        String failure,
        Instant createdAt,
        Instant finishedAt,
        Instant publishedAt,
        String note) {
    /** The only type that is offered so far. */
    static final String MONITORING = "monitoring";

    /** How far a report is. */
    enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    boolean published() {
        return publishedAt != null;
    }
}
