package de.quartierwerk.classification.scheme.shipped;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a shipped scheme is taken over.
 *
 * @param code code of the scheme it becomes, null for its own
 * @param levels own level by the level that the document names
 * @param indicators own indicator by the indicator that the document names
 */
@Schema(name = "AdoptionRequest", description = "How a shipped scheme is taken over; names left out stay as they are")
public record AdoptionRequest(
        @Schema(description = "Code of the scheme it becomes; its own by default", examples = "mss") @Nullable
        String code,

        @Schema(
                description = "Own level by the level that the document names",
                defaultValue = "{}",
                examples = "{\"planning-area\":\"plr\"}")
        Map<String, String> levels,

        @Schema(
                description = "Own indicator by the indicator that the document names",
                defaultValue = "{}",
                examples = "{\"S1\":\"arbeitslose\"}")
        Map<String, String> indicators) {
    public AdoptionRequest {
        levels = levels == null ? Map.of() : levels;
        indicators = indicators == null ? Map.of() : indicators;
    }
}
