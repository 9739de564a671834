package de.quartierwerk.ingestion.delivery.periodlock;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is closed: one period, or all up to a day.
 *
 * @param period the period
 * @param until all periods with a reference date up to this day
 * @param indicators codes; empty for all indicators
 * @param area space with all within it; the whole installation where none is stated
 * @param reason why
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LockedPeriod", description = "What is closed: one period, or all up to a day")
public record LockedPeriod(
        @Schema(examples = "2022") @Nullable String period,
        @Nullable LocalDate until,

        @JdbcTypeCode(SqlTypes.ARRAY) @Schema(examples = "[\"unemployed\"]")
        List<String> indicators,

        @Schema(examples = "99001") @Nullable String area,
        @Schema(examples = "Sozialbericht 2022 beschlossen") String reason) {

    /** Copies the indicators. */
    public LockedPeriod {
        indicators = List.copyOf(indicators);
    }
}
