package de.quartierwerk.classification.comment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment on a run (Rückmeldung).
 *
 * @param number order of the comments
 * @param id id
 * @param run run it belongs to
 * @param space space it speaks of
 * @param speaker municipality or department that says it
 * @param text what it says
 * @param author who wrote it down
 * @param addedAt when
 */
@Schema(
        name = "Comment",
        description = "A comment of a municipality or department on the results of a run",
        requiredProperties = {"id", "run", "space", "speaker", "text", "author", "addedAt"})
public record CommentResponse(
        @JsonIgnore @Schema(hidden = true) long number,

        @Schema(description = "Id", examples = "5f0f1e5a-8f5d-4e7a-8f40-0b6f6a349c10")
        UUID id,

        @Schema(description = "Id of the run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(
                description = "Space it speaks of; null for the run as a whole",
                nullable = true,
                examples = "99001001-01")
        @Nullable
        String space,

        @Schema(description = "Municipality or department that says it", examples = "Jugendamt")
        String speaker,

        @Schema(description = "What it says", examples = "Der Neubau am Bahnhof ist noch nicht in den Zahlen.")
        String text,

        @Schema(description = "Who wrote it down", examples = "municipal-planner")
        String author,

        @Schema(description = "When", examples = "2026-11-22T10:15:30Z")
        Instant addedAt) {}
