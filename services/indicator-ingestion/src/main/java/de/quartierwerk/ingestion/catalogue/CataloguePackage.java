package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A catalogue as one document (Katalogpaket).
 *
 * @param format {@value #FORMAT}
 * @param title what it is
 * @param version of the catalogue it was taken from; grows with every change
 * @param hash SHA-256 of themes and indicators, see {@link PackageHash}; checked on import where it is given
 * @param themes by code
 * @param indicators definitions by code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CataloguePackage", description = "A catalogue as one document", examples = """
            {"format":"quartierwerk-catalogue-1","title":"Beispiel","themes":{"employment":{"name":"Erwerbsleben"}},\
            "indicators":{"unemployed":{"name":"Arbeitslose","unit":"persons","kind":"count","theme":"employment"}}}""")
public record CataloguePackage(
        @NotNull @Pattern(regexp = FORMAT) @Schema(examples = FORMAT)
        String format,

        @Size(max = 500) @Schema(nullable = true, examples = "Sozialmonitoring")
        String title,

        @Schema(nullable = true, examples = "141") Long version,

        @Schema(
                nullable = true,
                description = "SHA-256 of {\"indicators\":…,\"themes\":…} as JSON without blanks, all names sorted",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String hash,

        Map<String, @NotNull @Valid Theme> themes,

        @NotNull @Size(max = 5000) Map<String, @NotNull @Valid Definition> indicators) {

    /** The only form there is. */
    public static final String FORMAT = "quartierwerk-catalogue-1";

    /** Sorts by code. */
    public CataloguePackage {
        themes = themes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(themes));
        indicators = indicators == null ? null : Collections.unmodifiableMap(new TreeMap<>(indicators));
    }

    CataloguePackage with(Long version, String hash) {
        return new CataloguePackage(format, title, version, hash, themes, indicators);
    }
}
