package de.quartierwerk.funding.letter;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document that the administration made (Schriftstück).
 *
 * @param number its number, over all applications
 * @param kind its kind
 * @param sha256 SHA-256 of its page
 * @param madeBy who made it
 * @param madeAt when
 */
@Schema(name = "MadeDocument", description = "A document that the administration made; it never changes")
public record LetterResponse(
        @Schema(examples = "17") long number,
        LetterKind kind,

        @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(examples = "funding-officer") String madeBy,
        Instant madeAt) {}
