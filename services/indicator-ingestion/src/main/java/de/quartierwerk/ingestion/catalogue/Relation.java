package de.quartierwerk.ingestion.catalogue;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Delivered indicators that add up (Summenbeziehung). Nothing is computed from it; it protects their values.
 *
 * @param total code of the sum
 * @param parts codes of its parts
 */
@Schema(name = "Relation", description = "Delivered indicators that add up")
public record Relation(
        @NotNull @Schema(examples = "persons") String total,

        @NotEmpty @Size(min = 2, max = 200) @Schema(examples = "[\"men\",\"women\"]")
        List<@NotNull String> parts) {
    /** Copies the parts. */
    public Relation {
        parts = parts == null ? List.of() : List.copyOf(parts);
    }
}
