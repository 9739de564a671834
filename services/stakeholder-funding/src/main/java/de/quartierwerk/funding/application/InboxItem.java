package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for the caller (Wiedervorlage).
 *
 * @param application id of the application
 * @param title title of the project
 * @param applicantName name of the applicant
 * @param state how far it is
 * @param action the step
 * @param deadline until when
 * @param address where the application is read, and below which the step is taken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A step that waits for the caller")
public record InboxItem(
        UUID application,
        @Schema(examples = "Koordinierungsstelle Familien") String title,
        @Schema(examples = "Verband A") String applicantName,
        State state,
        Action action,
        @Nullable LocalDate deadline,

        @Schema(examples = "/funding/v1/applications/00000000-0000-4000-8000-000000000000")
        String address) {}
