package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.document.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What binds the recipient (Zuwendungsbescheid, Zweckvereinbarung).
 *
 * @param kind notice or agreement
 * @param number file number
 * @param signedOn day of the notice or the last signature
 * @param conditions conditions
 * @param proofOfUseDue until when the proof of use is due, or null
 * @param by name of the account
 * @param at instant of the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What binds the recipient")
public record Agreement(
        Kind kind,
        @Schema(examples = "ZV-2024-17") String number,
        LocalDate signedOn,

        @Schema(examples = "[\"Jährlicher Bericht über die Wirkung\"]")
        List<String> conditions,

        LocalDate proofOfUseDue,
        @Schema(examples = "funding-officer") String by,
        Instant at) {

    /** Copies the list. */
    public Agreement {
        conditions = Texts.copy(conditions);
    }

    /** Form of the bond. */
    @Schema(name = "AgreementKind")
    public enum Kind {
        /** A notice (Bescheid). */
        @JsonProperty("notice")
        NOTICE,
        /** A purpose-bound agreement (Zweckvereinbarung). */
        @JsonProperty("agreement")
        AGREEMENT
    }

    /**
     * An agreement as sent.
     *
     * @param kind notice or agreement
     * @param number file number
     * @param signedOn day of the notice or the last signature
     * @param conditions conditions
     * @param proofOfUseDue until when the proof of use is due, or null
     */
    @Schema(name = "AgreementEntry", description = "A notice or agreement")
    public record Entry(
            @NotNull @Schema(examples = "agreement") Kind kind,

            @NotBlank @Size(max = 64) @Schema(examples = "ZV-2024-17")
            String number,

            @NotNull @Schema(examples = "2024-07-01") LocalDate signedOn,

            @Schema(examples = "[\"Jährlicher Bericht über die Wirkung\"]")
            List<@NotBlank @Size(max = 1000) String> conditions,

            @Schema(nullable = true, examples = "2025-03-31")
            LocalDate proofOfUseDue) {

        /** Cleans the text and copies the list. */
        public Entry {
            number = Texts.clean(number);
            conditions = Texts.copy(conditions);
        }
    }
}
