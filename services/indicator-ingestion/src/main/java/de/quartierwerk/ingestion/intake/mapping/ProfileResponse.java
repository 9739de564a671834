package de.quartierwerk.ingestion.intake.mapping;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a stored mapping.
 *
 * @param code natural key
 * @param version from 1, one more with every changed mapping
 * @param mapping the mapping
 * @param recordedAt when this version was stored
 */
@Schema(name = "ProfileResponse", description = "A stored mapping")
public record ProfileResponse(
        @Schema(examples = "statistics-office") String code,
        @Schema(examples = "1") long version,
        Mapping mapping,
        Instant recordedAt) {

    static ProfileResponse of(Profile profile) {
        return new ProfileResponse(profile.code(), profile.version(), profile.mapping(), profile.recordedAt());
    }
}
