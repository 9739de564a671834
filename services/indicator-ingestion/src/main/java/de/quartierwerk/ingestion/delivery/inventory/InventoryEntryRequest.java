package de.quartierwerk.ingestion.delivery.inventory;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the inventory as it is written; its fields are those of {@link DataHolding}. */
@Schema(name = "InventoryEntryRequest", description = "Data that exist in house or are missing", examples = """
            {"title":"Schuleingangsuntersuchung","holder":"Gesundheitsamt","granularity":"social-space",\
            "periodicity":"P1Y","firstPeriod":"2015","legalBasis":"§ 54 SchulG NRW","state":"promised",\
            "indicators":["school-entry-examined"]}""")
public record InventoryEntryRequest(
        @NotBlank @Size(max = 200) @Schema(examples = "Schuleingangsuntersuchung")
        String title,

        @NotBlank @Size(max = 200) @Schema(examples = "Gesundheitsamt")
        String holder,

        @NotBlank @Size(max = 200) @Schema(examples = "social-space")
        String granularity,

        @Pattern(regexp = "P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+D)?") @Schema(examples = "P1Y") @Nullable
        String periodicity,

        @Size(max = 20) @Schema(examples = "2015") @Nullable String firstPeriod,
        @Size(max = 20) @Schema(examples = "2024") @Nullable String lastPeriod,

        @Size(max = 500) @Schema(examples = "§ 54 SchulG NRW") @Nullable
        String legalBasis,

        @NotNull DeliveryState state,
        @Schema(examples = "99001") @Nullable String area,

        @Size(max = 200) @Schema(examples = "[\"school-entry-examined\"]") @Nullable
        List<@NotBlank String> indicators,

        @Size(max = 500) @Schema(examples = "gesundheitsamt@kreis.example") @Nullable
        String contact,

        @Size(max = 4000) @Schema(examples = "Ab 2026 auch für die Teilräume") @Nullable
        String note) {

    /** What it says about the data. */
    DataHolding data() {
        return new DataHolding(
                title,
                holder,
                granularity,
                periodicity,
                firstPeriod,
                lastPeriod,
                legalBasis,
                state,
                area,
                indicators == null ? List.of() : indicators,
                contact,
                note);
    }
}
