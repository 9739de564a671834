package de.quartierwerk.funding.application;

import de.quartierwerk.funding.programme.Programme;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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
 * @param writers names of the accounts that wrote what is applied for
 * @param content what was applied for
 * @param rules the programme as it was when it was handed in first
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
        List<String> writers,
        ApplicationContent content,
        @Nullable Programme rules,
        Steps steps) {

    /** Copies the list. */
    ApplicationRow {
        writers = List.copyOf(writers);
    }

    /**
     * The applicant's own steps; whoever recorded an application on paper takes them for the applicant, and so may an
     * administrator without an organisation.
     */
    boolean mayApply(Actor actor) {
        return actor.mayApplyFor(applicant) || recordedBy(actor);
    }

    /** Whether this person recorded the application on behalf of the applicant. */
    boolean recordedBy(Actor actor) {
        return content.onBehalf() != null && actor.name().equals(createdBy);
    }

    /**
     * The steps taken so far, with who took them; who wrote it stands on the applicant's side like who handed it in.
     */
    List<Done> done() {
        List<Done> done = steps.done();
        writers.forEach(writer -> done.add(new Done(Action.SUBMISSION, writer)));
        return done;
    }
}
