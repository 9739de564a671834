package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A subject that indicators belong to (Thema).
 *
 * @param name name for people
 * @param englishName name for people who read English
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Theme", description = "A subject that indicators belong to")
public record Theme(
        @NotBlank @Size(max = 200) @Schema(examples = "Erwerbsleben")
        String name,

        @Size(max = 200) @Schema(examples = "Employment") @Nullable
        String englishName) {}
