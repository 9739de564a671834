package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A body dealt with an application before the decision (Beratung).
 *
 * @param body code of the body
 * @param bodyName its name
 * @param heldOn day of the meeting
 * @param role whether it advised or took note
 * @param result what came of it
 * @param votes how it voted, or null
 * @param paperNumber number of the paper, or null
 * @param note remarks, or null
 * @param by name of the account
 * @param at instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A body dealt with the application before the decision (Beratung)")
public record Consultation(
        @Schema(examples = "specialist-committee") String body,
        @Schema(examples = "Fachausschuss") String bodyName,
        LocalDate heldOn,
        Role role,
        Advice result,
        Votes votes,
        @Schema(examples = "2024/0123") String paperNumber,
        @Schema(examples = "Ohne Aussprache") String note,
        @Schema(examples = "clerk") String by,
        Instant at) {

    /** What the body did. */
    @Schema(name = "ConsultationRole")
    public enum Role {
        /** It advised (vorberatend). */
        @JsonProperty("advising")
        ADVISING,
        /** It took note (zur Kenntnis). */
        @JsonProperty("taking-note")
        TAKING_NOTE
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
        /** It took note. */
        @JsonProperty("noted")
        NOTED
    }

    /** Whether this body has advised by that day. */
    boolean counts(String code, LocalDate day) {
        return role == Role.ADVISING && body.equals(code) && !heldOn.isAfter(day);
    }

    /**
     * A consultation as sent.
     *
     * @param body code of the body
     * @param heldOn day of the meeting
     * @param role whether it advised or took note
     * @param result what came of it
     * @param votes how it voted, or null
     * @param paperNumber number of the paper, or null
     * @param note remarks, or null
     */
    @Schema(name = "ConsultationEntry", description = "A consultation")
    public record Entry(
            @NotNull @Pattern(regexp = Keys.PATTERN) @Schema(examples = "specialist-committee")
            String body,

            @NotNull @Schema(examples = "2024-06-16") LocalDate heldOn,
            @Schema(defaultValue = "advising") Role role,
            @NotNull @Schema(examples = "recommended") Advice result,
            @Valid @Schema(nullable = true) Votes votes,

            @Size(max = 64) @Schema(nullable = true, examples = "2024/0123")
            String paperNumber,

            @Size(max = 4000) @Schema(nullable = true, examples = "Ohne Aussprache")
            String note) {

        /** Cleans the texts and sets the default. */
        public Entry {
            role = Objects.requireNonNullElse(role, Role.ADVISING);
            paperNumber = Texts.clean(paperNumber);
            note = Texts.clean(note);
        }
    }
}
