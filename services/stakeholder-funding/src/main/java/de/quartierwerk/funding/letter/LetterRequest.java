package de.quartierwerk.funding.letter;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which document is to be made.
 *
 * @param kind its kind
 */
@Schema(name = "DocumentRequest", description = "Which document is to be made")
public record LetterRequest(
        @NotNull @Schema(examples = "notice") LetterKind kind) {}
