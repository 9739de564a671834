package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Code and version of a stored scheme.
 *
 * @param code scheme code
 * @param version its version
 * @param isNew whether the document made a new version
 */
@Schema(name = "SchemeStored", description = "Under which version the document is stored")
public record SchemeStored(
        @Schema(description = "Code of the scheme", examples = "mss")
        String code,

        @Schema(description = "Its version", examples = "1") int version,

        @JsonIgnore @Schema(hidden = true) boolean isNew) {}
