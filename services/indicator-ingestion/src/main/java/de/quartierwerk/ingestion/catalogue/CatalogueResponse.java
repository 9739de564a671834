package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as one document (Katalogpaket), as it is exported.
 *
 * @param format {@value CatalogueRequest#FORMAT}
 * @param title what it is
 * @param version of the catalogue; grows with every change
 * @param hash SHA-256 of themes and indicators, see {@link CatalogueHash}
 * @param themes by code
 * @param indicators definitions by code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CatalogueResponse", description = "A catalogue as one document")
public record CatalogueResponse(
        @Schema(examples = CatalogueRequest.FORMAT) String format,
        @Schema(examples = "Sozialmonitoring") @Nullable String title,
        @Schema(examples = "141") @Nullable Long version,

        @Schema(
                description = "SHA-256 of {\"indicators\":…,\"themes\":…} as JSON without blanks, all names sorted",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,

        Map<String, Theme> themes,
        Map<String, Definition> indicators) {

    /** Sorts by code. */
    public CatalogueResponse {
        themes = Collections.unmodifiableMap(new TreeMap<>(themes));
        indicators = Collections.unmodifiableMap(new TreeMap<>(indicators));
    }
}
