package de.quartierwerk.funding.application;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A submission as sent; it may be left out.
 *
 * @param repeats application of the same applicant, programme, title and period that this one repeats on purpose
 */
@Schema(name = "ApplicationSubmissionRequest", description = "A submission")
public record SubmissionRequest(
        @Schema(
                description = "The application of the same applicant, programme, title and period that this one repeats"
                        + " on purpose")
        @Nullable
        UUID repeats) {}
