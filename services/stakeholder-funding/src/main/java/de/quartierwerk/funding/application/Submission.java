package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.support.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who handed an application in.
 *
 * @param by name of the account
 * @param at instant
 * @param receivedOn day on which the application was received first; on paper, the day of the paper
 * @param changes how it differs from the submission before
 * @param repeats identical application that it repeats on purpose
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ApplicationSubmission", description = "Who handed the application in")
public record Submission(
        @Schema(examples = "supplier") String by,
        Instant at,
        @Nullable LocalDate receivedOn,

        @Schema(description = "How it differs from the submission before")
        List<Change> changes,

        @Schema(description = "The identical application that it repeats on purpose") @Nullable
        UUID repeats) {

    /** Copies the list. */
    public Submission {
        changes = Texts.copy(changes);
    }

    /** The same with the application that it repeats. */
    Submission repeating(@Nullable UUID first) {
        return new Submission(by, at, receivedOn, changes, first);
    }
}
