package de.quartierwerk.classification.need;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * States a need.
 *
 * @param space space key
 * @param need code of a field of action of the run's scheme
 * @param reason why
 * @param origin qualitative or municipal; qualitative by default
 */
@Schema(name = "StatedNeedRequest", description = "States a need of qualitative or municipal origin")
public record StatedNeedRequest(
        @Schema(description = "Space key", examples = "99001001-01")
        String space,

        @Schema(description = "Code of a need of the run's scheme", examples = "HF2")
        String need,

        @Schema(description = "Why", examples = "Gespräche mit Pflegediensten im Mai")
        String reason,

        @Schema(
                description = "Where it comes from; `qualitative` by default",
                enumeration = {"qualitative", "municipal"},
                examples = "qualitative")
        @Nullable
        String origin) {}
