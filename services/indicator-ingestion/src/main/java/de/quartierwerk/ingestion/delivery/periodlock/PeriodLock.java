package de.quartierwerk.ingestion.delivery.periodlock;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is closed (Sperre), as it is written.
 *
 * @param period the period, or null
 * @param until all periods with a reference date up to this day, or null
 * @param indicators codes; empty for all indicators
 * @param area space with all within it; null for the whole installation
 * @param reason why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "PeriodLock",
        description = "Closes a period, or all up to a day",
        examples =
                "{\"until\":\"2022-12-31\",\"indicators\":[\"unemployed\"],\"reason\":\"Sozialbericht 2022 beschlossen\"}")
public record PeriodLock(
        @Size(max = 20) @Schema(nullable = true, examples = "2022")
        String period,

        @Schema(nullable = true) LocalDate until,

        @Size(max = 200) @Schema(nullable = true, examples = "[\"unemployed\"]")
        List<@NotBlank String> indicators,

        @Schema(nullable = true, examples = "99001") String area,

        @NotBlank @Size(max = 2000) @Schema(examples = "Sozialbericht 2022 beschlossen")
        String reason) {

    /** Copies the indicators. */
    public PeriodLock {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
    }
}
