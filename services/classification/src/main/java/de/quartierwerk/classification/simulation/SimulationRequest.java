package de.quartierwerk.classification.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.run.start.RunRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a simulation.
 *
 * @param scheme the document
 * @param period period whose values are classified
 * @param area space whose subtree is classified, null for the whole installation
 * @param asOf which spaces were valid, null for the end of the period
 * @param recordedAt what was known, null for now
 * @param exclusions spaces left out
 */
@Schema(name = "SimulationRequest", description = "A run with a scheme in the request")
public record SimulationRequest(
        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "The scheme's document, see GET /schemes/schema",
                examples = "{}")
        JsonNode scheme,

        @Schema(description = "Period whose values are classified", examples = "2013")
        String period,

        @Schema(
                description = "Space whose subtree is classified; the whole installation by default",
                examples = "99001")
        @Nullable
        String area,

        @Schema(
                description =
                        "Which spaces were valid; by default the end of the period, or today where the level had none then",
                examples = "2013-12-31")
        @Nullable
        LocalDate asOf,

        @Schema(description = "What the platform knew at an instant; now by default", examples = "2026-11-22T10:15:30Z")
        @Nullable
        Instant recordedAt,

        @Schema(description = "Spaces left out", defaultValue = "[]")
        List<RunRequest.Exclusion> exclusions) {
    public SimulationRequest {
        exclusions = exclusions == null ? List.of() : exclusions;
    }
}
