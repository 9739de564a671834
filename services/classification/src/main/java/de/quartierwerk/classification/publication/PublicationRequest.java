package de.quartierwerk.classification.publication;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the publication of a run.
 *
 * @param note note on the publication
 * @param consulted who was consulted before
 */
@Schema(name = "PublicationRequest", description = "Publishes a run")
public record PublicationRequest(
        @Schema(description = "Note on the publication", examples = "In der Planungskonferenz vom 12. März beraten")
        @Nullable
        String note,

        @Schema(description = "Who was consulted before", defaultValue = "[]", examples = "99001001")
        List<String> consulted) {
    public PublicationRequest {
        consulted = consulted == null ? List.of() : consulted;
    }
}
