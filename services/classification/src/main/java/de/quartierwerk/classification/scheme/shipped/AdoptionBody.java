package de.quartierwerk.classification.scheme.shipped;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a shipped scheme is taken over.
 *
 * @param code code of the scheme it becomes, null for its own
 * @param levels own level by the level that the document names
 * @param indicators own indicator by the indicator that the document names
 */
@Schema(name = "AdoptionRequest", description = "How a shipped scheme is taken over; names left out stay as they are")
public record AdoptionBody(
        @Schema(description = "Code of the scheme it becomes; its own by default", nullable = true, examples = "mss")
        String code,

        @Schema(
                description = "Own level by the level that the document names",
                nullable = true,
                examples = "{\"planning-area\":\"plr\"}")
        Map<String, String> levels,

        @Schema(
                description = "Own indicator by the indicator that the document names",
                nullable = true,
                examples = "{\"S1\":\"arbeitslose\"}")
        Map<String, String> indicators) {
    public AdoptionBody {
        levels = levels == null ? Map.of() : levels;
        indicators = indicators == null ? Map.of() : indicators;
    }
}
