package de.quartierwerk.reporting.report;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report that somebody wants. */
@Schema(description = "A report that is wanted")
public record ReportRequest(
        @NotNull
        @Schema(
                description = "Kind of report; monitoring is offered so far",
                enumeration = {"monitoring", "social-report", "action-concept", "funding"},
                examples = "monitoring")
        String type,

        @Schema(
                description = "Key of the space it speaks of; left out for the whole installation",
                nullable = true,
                examples = "99001")
        String area,

        @NotNull @Schema(description = "Period it speaks of", examples = "2023")
        String period,

        @Schema(
                description = "Language of its pages",
                enumeration = {"de", "en"},
                defaultValue = "de",
                nullable = true,
                examples = "de")
        String language,

        @Schema(
                description = "Code of a scheme; left out for all schemes with a published run",
                nullable = true,
                examples = "fields-of-action")
        String scheme) {}
