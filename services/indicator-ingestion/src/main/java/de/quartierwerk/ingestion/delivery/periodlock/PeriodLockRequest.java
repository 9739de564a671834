package de.quartierwerk.ingestion.delivery.periodlock;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A lock as it is written; its fields are those of {@link LockedPeriod}. */
@Schema(
        name = "PeriodLockRequest",
        description = "Closes a period, or all up to a day",
        examples =
                "{\"until\":\"2022-12-31\",\"indicators\":[\"unemployed\"],\"reason\":\"Sozialbericht 2022 beschlossen\"}")
public record PeriodLockRequest(
        @Size(max = 20) @Schema(examples = "2022") @Nullable String period,
        @Nullable LocalDate until,

        @Size(max = 200) @Schema(description = "All where left out", examples = "[\"unemployed\"]") @Nullable
        List<@NotBlank String> indicators,

        @Schema(examples = "99001") @Nullable String area,

        @NotBlank @Size(max = 2000) @Schema(examples = "Sozialbericht 2022 beschlossen")
        String reason) {

    /** What it closes. */
    LockedPeriod locked() {
        return new LockedPeriod(period, until, indicators == null ? List.of() : indicators, area, reason);
    }
}
