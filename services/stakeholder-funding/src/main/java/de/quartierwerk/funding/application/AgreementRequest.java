package de.quartierwerk.funding.application;

import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as sent.
 *
 * @param kind notice or agreement
 * @param number file number
 * @param signedOn day of the notice or the last signature
 * @param conditions conditions
 * @param beforePayment conditions that must be met before money is paid
 * @param proofOfUseDue until when the proof of use is due
 */
@Schema(description = "A notice or agreement")
public record AgreementRequest(
        @NotNull @Schema(examples = "agreement") Agreement.Kind kind,

        @NotBlank @Size(max = 64) @Schema(examples = "ZV-2024-17")
        String number,

        @NotNull @Schema(examples = "2024-07-01") LocalDate signedOn,

        @Schema(defaultValue = "[]", examples = "[\"Jährlicher Bericht über die Wirkung\"]")
        List<@NotBlank @Size(max = 1000) String> conditions,

        @Size(max = 20)
        @Schema(
                defaultValue = "[]",
                examples = "[\"Die Stelle ist besetzt.\"]",
                description = "Conditions that must be met before money is paid")
        List<@NotBlank @Size(max = 1000) String> beforePayment,

        @Schema(
                examples = "2025-03-31",
                description = "As many months after the project as the programme says if absent")
        @Nullable
        LocalDate proofOfUseDue) {

    /** Cleans the text and copies the lists. */
    public AgreementRequest {
        number = Texts.strip(number);
        conditions = Texts.copy(conditions);
        beforePayment = Texts.copy(beforePayment);
    }
}
