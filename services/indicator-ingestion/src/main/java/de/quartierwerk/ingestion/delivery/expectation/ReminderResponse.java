package de.quartierwerk.ingestion.delivery.expectation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something an organisation has to be reminded of (Erinnerung).
 *
 * @param expectation code of the expectation
 * @param organisation who has to deliver
 * @param indicators codes
 * @param period period of the values
 * @param due last day in time
 * @param daysLeft days until then, negative when it is overdue
 * @param missing values that are not there yet
 * @param code {@code reminder.due} or {@code reminder.overdue}
 * @param message all of it as a sentence in the caller's language
 */
@Schema(name = "ReminderResponse", description = "Something an organisation has to be reminded of")
public record ReminderResponse(
        @Schema(examples = "day-care-2024") String expectation,
        @Schema(examples = "verband-a") String organisation,
        @Schema(examples = "[\"day-care-0-2\"]") List<String> indicators,
        @Schema(examples = "2024") String period,
        LocalDate due,
        @Schema(examples = "7") long daysLeft,
        @Schema(examples = "33") long missing,
        @Schema(examples = "reminder.due") String code,

        @Schema(examples = "Bis zum 2025-04-30 fehlen noch 33 Werte für 2024.")
        String message) {
    /** Copies the indicators. */
    public ReminderResponse {
        indicators = List.copyOf(indicators);
    }
}
