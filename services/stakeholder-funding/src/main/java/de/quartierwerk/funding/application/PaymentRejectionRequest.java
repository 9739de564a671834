package de.quartierwerk.funding.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a payment is rejected. */
@Schema(description = "Why a payment is rejected")
public record PaymentRejectionRequest(
        @NotBlank @Size(max = 1000) @Schema(examples = "Betrag vertauscht")
        String reason) {}
