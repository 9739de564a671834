package de.quartierwerk.ingestion.intake.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A finding as callers see it, its message in their language. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FindingResponse", description = "Something about a place of the file")
public record FindingResponse(
        @Schema(description = "Place in the list, by which a warning is answered", examples = "3")
        long number,

        @Schema(description = "Line, row or object, from 1", examples = "17") @Nullable
        Long line,

        @Schema(description = "Name or number of the column", examples = "s1") @Nullable
        String column,

        @Schema(description = "The cell of a spreadsheet, with its sheet where there are several", examples = "C7")
        @Nullable
        String cell,

        @Schema(description = "Stable code for programs", examples = "number.malformed")
        String code,

        @Schema(description = "How much it matters", examples = "error")
        Severity severity,

        @Schema(description = "The cell's text", examples = "12,5,3") @Nullable
        String value,

        @Schema(description = "What the public knows instead so far", examples = "1234") @Nullable
        String before,

        @Schema(description = "In the language of Accept-Language", examples = "Die Zelle enthält keine Zahl.")
        String message,

        @Schema(description = "Why the warning is accepted", examples = "Neubaugebiet, der Anstieg stimmt.") @Nullable
        String answer,

        @Schema(description = "Who answered it", examples = "supplier") @Nullable
        String answeredBy,

        @Nullable Instant answeredAt) {}
