package de.quartierwerk.reporting.report;

import de.quartierwerk.reporting.text.Language;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report that somebody wants. */
@Schema(description = "A report that is wanted")
record ReportRequest(
        @NotNull @Schema(description = "Kind of report; only `monitoring` is offered so far", examples = "monitoring")
        ReportType type,

        @Schema(description = "Key of the space it speaks of; left out for the whole installation", examples = "99001")
        @Nullable
        String area,

        @NotNull @Schema(description = "Period it speaks of", examples = "2023")
        String period,

        @Schema(description = "Language of its pages", defaultValue = "de", examples = "de") @Nullable
        Language language,

        @Schema(
                description = "Code of a scheme; left out for all schemes with a published run",
                examples = "fields-of-action")
        @Nullable
        String scheme) {}
