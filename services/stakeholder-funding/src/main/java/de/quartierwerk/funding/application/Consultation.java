package de.quartierwerk.funding.application;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.support.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A body dealt with an application before the decision (Beratung).
 *
 * @param body code of the body
 * @param bodyName its name
 * @param heldOn day of the meeting
 * @param role whether it advised, took note, heard, or was to decide
 * @param result what came of it
 * @param votes how it voted
 * @param paperNumber number of the paper
 * @param note remarks
 * @param by name of the account
 * @param at instant of the entry
 * @param warnings codes of what is doubtful about the vote
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A body dealt with the application before the decision (Beratung)")
public record Consultation(
        @Schema(examples = "specialist-committee") String body,
        @Schema(examples = "Fachausschuss") String bodyName,
        LocalDate heldOn,
        Role role,
        Advice result,
        @Nullable Votes votes,
        @Schema(examples = "2024/0123") @Nullable String paperNumber,
        @Schema(examples = "Ohne Aussprache") @Nullable String note,
        @Schema(examples = "clerk") String by,
        Instant at,

        @Schema(examples = "[\"votes.few-present\"]", description = "What is doubtful about the vote")
        List<String> warnings) {

    /** Copies the list. */
    public Consultation {
        warnings = Texts.copy(warnings);
    }

    /** What the body did. */
    @Schema(name = "ConsultationRole")
    public enum Role {
        /** It advised (vorberatend). */
        @JsonProperty("advising")
        ADVISING,
        /** It took note (zur Kenntnis). */
        @JsonProperty("taking-note")
        TAKING_NOTE,
        /** It heard those concerned (Anhörung). */
        @JsonProperty("hearing")
        HEARING,
        /** It was to decide and did not. */
        @JsonProperty("deciding")
        DECIDING
    }

    /** What came of it. */
    @Schema(name = "ConsultationResult")
    public enum Advice {
        /** It recommends the grant. */
        @JsonProperty("recommended")
        RECOMMENDED,
        /** It does not recommend the grant. */
        @JsonProperty("not-recommended")
        NOT_RECOMMENDED,
        /** It took note, or heard. */
        @JsonProperty("noted")
        NOTED,
        /** It put the matter off to another meeting (vertagt). */
        @JsonProperty("postponed")
        POSTPONED,
        /** It referred the matter to another body (verwiesen). */
        @JsonProperty("referred")
        REFERRED;

        /** Whether it leaves the body's part open. */
        public boolean open() {
            return this == POSTPONED || this == REFERRED;
        }
    }

    /** The same with what a correction puts right. */
    Consultation corrected(CorrectionRequest correction) {
        return new Consultation(
                body,
                bodyName,
                requireNonNullElse(correction.date(), heldOn),
                role,
                result,
                correction.votes() == null ? votes : correction.votes(),
                correction.paperNumber() == null ? paperNumber : correction.paperNumber(),
                correction.note() == null ? note : correction.note(),
                by,
                at,
                warnings);
    }

    /** Whether this body has advised by that day. */
    public boolean counts(String code, LocalDate day) {
        return role == Role.ADVISING && !result.open() && body.equals(code) && !heldOn.isAfter(day);
    }
}
