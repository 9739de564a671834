package de.quartierwerk.registry.level;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How many inhabitants a space of a level should have (Größenempfehlung).
 *
 * @param from fewest
 * @param to most
 * @param text why, or who says so
 */
@Schema(name = "SizeRecommendation", description = "How many inhabitants a space of the level should have")
record SizeRecommendation(
        @NotNull @Min(0) @Schema(examples = "10000") Integer from,
        @NotNull @Min(0) @Schema(examples = "15000") Integer to,

        @Size(max = 500) @Schema(examples = "Einzugsbereich einer Beratungsstelle") @Nullable
        String text) {}
