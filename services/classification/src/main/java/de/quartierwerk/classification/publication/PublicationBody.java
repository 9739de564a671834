package de.quartierwerk.classification.publication;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Asks for the publication of a run.
 *
 * @param note note on the publication, or null
 * @param consulted who was consulted before
 */
@Schema(name = "PublicationRequest", description = "Publishes a run")
public record PublicationBody(
        @Schema(
                description = "Note on the publication",
                nullable = true,
                examples = "In der Planungskonferenz vom 12. März beraten")
        String note,

        @Schema(description = "Who was consulted before", examples = "99001001")
        List<String> consulted) {
    public PublicationBody {
        consulted = consulted == null ? List.of() : consulted;
    }
}
