package de.quartierwerk.classification.comment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Comments on a run.
 *
 * @param space space it speaks of, null for the run as a whole
 * @param speaker municipality or department that says it
 * @param text what it says
 */
@Schema(name = "CommentRequest", description = "Comments on the results of a run")
public record CommentRequest(
        @Schema(description = "Space it speaks of; the run as a whole by default", examples = "99001001-01") @Nullable
        String space,

        @Schema(description = "Municipality or department that says it", examples = "Jugendamt")
        String speaker,

        @Schema(description = "What it says", examples = "Der Neubau am Bahnhof ist noch nicht in den Zahlen.")
        String text) {}
