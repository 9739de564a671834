package de.quartierwerk.classification.scheme;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Code and version of a stored scheme.
 *
 * @param code scheme code
 * @param version its version
 */
@Schema(name = "SchemeStored", description = "Under which version the document is stored")
public record SchemeStored(
        @Schema(description = "Code of the scheme", examples = "mss")
        String code,

        @Schema(description = "Its version", examples = "1") int version) {}
