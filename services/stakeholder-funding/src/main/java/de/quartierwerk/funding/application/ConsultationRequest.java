package de.quartierwerk.funding.application;

import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A consultation as sent.
 *
 * @param body code of the body
 * @param heldOn day of the meeting
 * @param role whether it advised, took note or heard; that it was to decide is told by a decision
 * @param result what came of it
 * @param votes how it voted
 * @param paperNumber number of the paper
 * @param note remarks
 */
@Schema(description = "A consultation")
public record ConsultationRequest(
        @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "specialist-committee")
        String body,

        @NotNull @Schema(examples = "2024-06-16") LocalDate heldOn,
        @Schema(defaultValue = "advising") Consultation.Role role,
        @NotNull @Schema(examples = "recommended") Consultation.Advice result,
        @Valid @Nullable Votes votes,

        @Size(max = 64) @Schema(examples = "2024/0123") @Nullable
        String paperNumber,

        @Size(max = 4000) @Schema(examples = "Ohne Aussprache") @Nullable
        String note) {

    /** Cleans the texts and sets the default. */
    public ConsultationRequest {
        role = Objects.requireNonNullElse(role, Consultation.Role.ADVISING);
        paperNumber = Texts.clean(paperNumber);
        note = Texts.clean(note);
    }

    /**
     * Refuses with 422 what contradicts itself: a recommendation whose votes were lost, a role that only a decision
     * has.
     */
    public void require() {
        if (role == Consultation.Role.DECIDING) {
            throw new Invalid(
                    "consultation.deciding", List.of(InputError.at("/role", "consultation.deciding", "deciding")));
        }
        if (votes != null) {
            votes.require("/votes");
            if (result == Consultation.Advice.RECOMMENDED && !votes.carried()) {
                throw Votes.contradict("/votes");
            }
        }
    }

    /** As it is kept. */
    public Consultation by(Body held, String person, Instant now) {
        return new Consultation(
                body,
                held.name(),
                heldOn,
                role,
                result,
                votes,
                paperNumber,
                note,
                person,
                now,
                Votes.warnings(votes, held.votingMembersOn(heldOn)));
    }
}
