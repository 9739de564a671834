package de.quartierwerk.funding.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application as it stands: what its answer and its next steps follow from.
 *
 * @param id id of the application
 * @param state how far it is
 * @param programme code of the programme
 * @param applicant key of the applying actor
 * @param createdBy name of the account that wrote it
 * @param createdAt instant of the draft
 * @param granted amount granted
 * @param content what was applied for
 * @param steps steps taken so far
 */
record ApplicationRow(
        UUID id,
        State state,
        String programme,
        String applicant,
        String createdBy,
        Instant createdAt,
        @Nullable BigDecimal granted,
        ApplicationContent content,
        Steps steps) {

    /** The applicant's own steps; an administrator without an organisation may take them in the applicant's name. */
    boolean mayApply(Actor actor) {
        return actor.mayApplyFor(applicant);
    }

    /** Whether this person speaks for the applicant, wrote the application or handed it in. */
    boolean isOwn(Actor actor) {
        Submission submission = steps.submission;
        return actor.speaksFor(applicant)
                || actor.name().equals(createdBy)
                || (submission != null && actor.name().equals(submission.by()));
    }
}
