package de.quartierwerk.ingestion.delivery.expectation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an organisation shall deliver, and by when (Lieferverpflichtung), as it is written.
 *
 * @param organisation stakeholder key of the organisation
 * @param indicators codes
 * @param level level of the spaces
 * @param area space in which these lie; null for all
 * @param period period of the values
 * @param due last day in time
 * @param remindDays how many days before that reminding begins; 14 where not stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Expectation", description = "What an organisation shall deliver, and by when", examples = """
            {"organisation":"verband-a","indicators":["day-care-0-2"],"level":"social-space","period":"2024",\
            "due":"2025-04-30","remindDays":14}""")
public record Expectation(
        @NotBlank @Size(max = 64) @Schema(examples = "verband-a")
        String organisation,

        @NotEmpty @Size(max = 200) @Schema(examples = "[\"day-care-0-2\"]")
        List<@NotBlank String> indicators,

        @NotBlank @Schema(examples = "social-space") String level,
        @Schema(nullable = true, examples = "99001") String area,
        @NotBlank @Schema(examples = "2024") String period,
        @NotNull LocalDate due,

        @Min(0) @Max(365) @Schema(nullable = true, examples = "14")
        Integer remindDays) {

    private static final int USUAL_REMIND_DAYS = 14;

    /** Copies the indicators. */
    public Expectation {
        indicators = indicators == null ? null : List.copyOf(indicators);
    }

    /** Fills in what was left out. */
    Expectation completed() {
        return new Expectation(
                organisation,
                indicators,
                level,
                area,
                period,
                due,
                remindDays == null ? USUAL_REMIND_DAYS : remindDays);
    }
}
