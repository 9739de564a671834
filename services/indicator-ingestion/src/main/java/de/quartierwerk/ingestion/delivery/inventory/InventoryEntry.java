package de.quartierwerk.ingestion.delivery.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Data that exist in house or are missing (Eintrag des Datenbestands), as it is written.
 *
 * @param title what the data are
 * @param holder office or organisation that holds them, or should
 * @param granularity how fine they are: a level's code or in words
 * @param periodicity ISO 8601 duration between two periods
 * @param firstPeriod first period there is
 * @param lastPeriod last period there is
 * @param legalBasis law on which collecting and delivering rests
 * @param state how far their delivery is
 * @param area space that they are about; null for the whole installation
 * @param indicators codes of the indicators that need them
 * @param contact whom to ask
 * @param note anything else
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "InventoryEntry", description = "Data that exist in house or are missing", examples = """
            {"title":"Schuleingangsuntersuchung","holder":"Gesundheitsamt","granularity":"social-space",\
            "periodicity":"P1Y","firstPeriod":"2015","legalBasis":"§ 54 SchulG NRW","state":"promised",\
            "indicators":["school-entry-examined"]}""")
public record InventoryEntry(
        @NotBlank @Size(max = 200) @Schema(examples = "Schuleingangsuntersuchung")
        String title,

        @NotBlank @Size(max = 200) @Schema(examples = "Gesundheitsamt")
        String holder,

        @NotBlank @Size(max = 200) @Schema(examples = "social-space")
        String granularity,

        @Pattern(regexp = "P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+D)?") @Schema(nullable = true, examples = "P1Y")
        String periodicity,

        @Size(max = 20) @Schema(nullable = true, examples = "2015")
        String firstPeriod,

        @Size(max = 20) @Schema(nullable = true, examples = "2024")
        String lastPeriod,

        @Size(max = 500) @Schema(nullable = true, examples = "§ 54 SchulG NRW")
        String legalBasis,

        @NotNull DeliveryState state,

        @Schema(nullable = true, examples = "99001") String area,

        @Size(max = 200) @Schema(nullable = true, examples = "[\"school-entry-examined\"]")
        List<@NotBlank String> indicators,

        @Size(max = 500) @Schema(nullable = true, examples = "gesundheitsamt@kreis.example")
        String contact,

        @Size(max = 4000) @Schema(nullable = true, examples = "Ab 2026 auch für die Teilräume")
        String note) {

    /** Copies the indicators. */
    public InventoryEntry {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
    }
}
