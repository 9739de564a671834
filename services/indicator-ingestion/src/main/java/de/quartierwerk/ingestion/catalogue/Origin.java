package de.quartierwerk.ingestion.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an indicator comes from (Herkunft).
 *
 * @param source who publishes it
 * @param licence licence of the data
 * @param contact whom to ask about it
 * @param references what recommends or explains it, e.g. a publication of the KGSt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Origin", description = "Where an indicator comes from")
public record Origin(
        @Schema(examples = "Statistikstelle") @Nullable String source,
        @Schema(examples = "dl-de/by-2-0") @Nullable String licence,

        @Schema(examples = "statistik@stadt.example") @Nullable
        String contact,

        @Schema(examples = "[\"KGSt, Materialien 4/2009: Sozialmonitoring\"]") @Nullable
        List<String> references) {

    /** Nothing is stated. */
    public static final Origin NONE = new Origin(null, null, null, null);

    /** Copies the references. */
    public Origin {
        references = references == null ? null : List.copyOf(references);
    }
}
