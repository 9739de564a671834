package de.quartierwerk.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change: who, when, what, before, after. */
@Schema(name = "AuditEntry", description = "One change: who, when, what, before, after")
record AuditEntryResponse(
        @Schema(description = "Number of the entry, ascending in time", examples = "4711")
        long id,

        @Schema(description = "When it was done", examples = "2026-03-01T09:30:00Z")
        Instant at,

        @Schema(description = "Name of the caller, or of the service itself", examples = "planner")
        String actor,

        @Schema(description = "What was done", examples = "space-changed")
        String action,

        @Schema(description = "What was changed", examples = "spaces/01011101")
        String subject,

        @Schema(description = "State before; null where there was none", implementation = Object.class) @Nullable
        JsonNode before,

        @Schema(description = "State after; null where none is left", implementation = Object.class) @Nullable
        JsonNode after) {

    static AuditEntryResponse of(AuditEntry entry) {
        return new AuditEntryResponse(
                entry.id, entry.recordedAt, entry.actor, entry.action, entry.subject, entry.before, entry.after);
    }
}
