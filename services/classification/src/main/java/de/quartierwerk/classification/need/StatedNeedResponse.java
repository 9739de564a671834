package de.quartierwerk.classification.need;

import de.quartierwerk.classification.result.NeedOrigin;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A need that people stated.
 *
 * @param run run it belongs to
 * @param space space key
 * @param need code of the field of action
 * @param origin where it comes from
 * @param reason why
 * @param addedAt when it was stated
 */
@Schema(name = "StatedNeed", description = "A need of qualitative or municipal origin")
public record StatedNeedResponse(
        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "Space key", examples = "99001001-01")
        String space,

        @Schema(description = "Code of the need", examples = "HF2")
        String need,

        @Schema(description = "Where it comes from", examples = "qualitative")
        NeedOrigin origin,

        @Schema(description = "Why", examples = "Gespräche mit Pflegediensten im Mai")
        String reason,

        @Schema(description = "When it was stated", examples = "2026-11-22T10:15:30Z")
        Instant addedAt) {}
