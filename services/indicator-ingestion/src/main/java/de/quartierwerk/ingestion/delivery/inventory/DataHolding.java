package de.quartierwerk.ingestion.delivery.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Data that exist in house or are missing (Datenbestand).
 *
 * @param title what the data are
 * @param holder office or organisation that holds them, or should
 * @param granularity how fine they are: a level's code or in words
 * @param periodicity ISO 8601 duration between two periods
 * @param firstPeriod first period there is
 * @param lastPeriod last period there is
 * @param legalBasis law that allows collecting and delivering them
 * @param state how far their delivery is
 * @param area space that they are about; the whole installation where none is stated
 * @param indicators codes of the indicators that need them
 * @param contact whom to ask
 * @param note anything else
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DataHolding", description = "Data that exist in house or are missing")
public record DataHolding(
        @Schema(examples = "Schuleingangsuntersuchung") String title,
        @Schema(examples = "Gesundheitsamt") String holder,
        @Schema(examples = "social-space") String granularity,
        @Schema(examples = "P1Y") @Nullable String periodicity,
        @Schema(examples = "2015") @Nullable String firstPeriod,
        @Schema(examples = "2024") @Nullable String lastPeriod,
        @Schema(examples = "§ 54 SchulG NRW") @Nullable String legalBasis,
        @Enumerated(EnumType.STRING) DeliveryState state,
        @Schema(examples = "99001") @Nullable String area,

        @JdbcTypeCode(SqlTypes.ARRAY) @Schema(examples = "[\"school-entry-examined\"]")
        List<String> indicators,

        @Schema(examples = "gesundheitsamt@kreis.example") @Nullable
        String contact,

        @Schema(examples = "Ab 2026 auch für die Teilräume") @Nullable
        String note) {

    /** Copies the indicators. */
    public DataHolding {
        indicators = List.copyOf(indicators);
    }
}
