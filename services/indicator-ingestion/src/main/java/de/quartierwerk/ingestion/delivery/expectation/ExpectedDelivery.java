package de.quartierwerk.ingestion.delivery.expectation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation has to deliver, and by when (Lieferverpflichtung).
 *
 * @param organisation stakeholder key of the organisation
 * @param indicators codes
 * @param level level of the spaces
 * @param area space in which these lie; all of them where none is stated
 * @param period period of the values
 * @param due last day in time
 * @param remindDays how many days before that reminding begins
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExpectedDelivery", description = "What an organisation has to deliver, and by when")
public record ExpectedDelivery(
        @Schema(examples = "verband-a") String organisation,

        @JdbcTypeCode(SqlTypes.ARRAY) @Schema(examples = "[\"day-care-0-2\"]")
        List<String> indicators,

        @Schema(examples = "social-space") String level,
        @Schema(examples = "99001") @Nullable String area,
        @Schema(examples = "2024") String period,
        LocalDate due,
        @Schema(examples = "14") int remindDays) {

    /** Copies the indicators. */
    public ExpectedDelivery {
        indicators = List.copyOf(indicators);
    }
}
