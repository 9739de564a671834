package de.quartierwerk.ingestion.delivery.expectation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An expectation as it is written; its fields are those of {@link ExpectedDelivery}. */
@Schema(name = "ExpectationRequest", description = "What an organisation has to deliver, and by when", examples = """
            {"organisation":"verband-a","indicators":["day-care-0-2"],"level":"social-space","period":"2024",\
            "due":"2025-04-30","remindDays":14}""")
public record ExpectationRequest(
        @NotBlank @Size(max = 64) @Schema(examples = "verband-a")
        String organisation,

        @NotEmpty @Size(max = 200) @Schema(examples = "[\"day-care-0-2\"]")
        List<@NotBlank String> indicators,

        @NotBlank @Schema(examples = "social-space") String level,
        @Schema(examples = "99001") @Nullable String area,
        @NotBlank @Schema(examples = "2024") String period,
        @NotNull LocalDate due,

        @Min(0) @Max(365) @Schema(description = "14 where left out", examples = "14") @Nullable
        Integer remindDays) {

    private static final int USUAL_REMIND_DAYS = 14;

    /** What it expects, with what was left out filled in. */
    ExpectedDelivery delivery() {
        return new ExpectedDelivery(
                organisation,
                indicators,
                level,
                area,
                period,
                due,
                remindDays == null ? USUAL_REMIND_DAYS : remindDays);
    }
}
