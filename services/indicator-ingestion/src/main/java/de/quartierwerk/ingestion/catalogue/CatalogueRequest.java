package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A catalogue as one document (Katalogpaket), as it is imported.
 *
 * @param format {@value #FORMAT}
 * @param title what it is
 * @param version of the catalogue it was taken from
 * @param hash SHA-256 of themes and indicators, see {@link CatalogueHash}; checked where it is given
 * @param themes by code
 * @param indicators definitions by code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CatalogueRequest", description = "A catalogue as one document", examples = """
            {"format":"quartierwerk-catalogue-1","title":"Beispiel","themes":{"employment":{"name":"Erwerbsleben"}},\
            "indicators":{"unemployed":{"name":"Arbeitslose","unit":"persons","kind":"count","theme":"employment"}}}""")
public record CatalogueRequest(
        @NotNull @Pattern(regexp = FORMAT) @Schema(examples = FORMAT)
        String format,

        @Size(max = 500) @Schema(examples = "Sozialmonitoring") @Nullable
        String title,

        @Schema(examples = "141") @Nullable Long version,

        @Schema(
                description = "SHA-256 of {\"indicators\":…,\"themes\":…} as JSON without blanks, all names sorted",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        @Nullable
        String hash,

        @Nullable Map<String, @NotNull @Valid Theme> themes,

        @NotNull @Size(max = 5000) Map<String, @NotNull @Valid DefinitionRequest> indicators) {

    /** The only form there is. */
    public static final String FORMAT = "quartierwerk-catalogue-1";

    /** The themes, none where they were left out. */
    Map<String, Theme> statedThemes() {
        return themes == null ? Map.of() : themes;
    }
}
