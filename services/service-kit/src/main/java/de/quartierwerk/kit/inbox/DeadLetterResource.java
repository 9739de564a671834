package de.quartierwerk.kit.inbox;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events that could not be applied. */
@Path("dead-letters")
@Tag(name = "Operations", description = "For those who run the service")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
class DeadLetterResource {
    private final DeadLetterService letters;

    DeadLetterResource(DeadLetterService letters) {
        this.letters = letters;
    }

    /** A dead letter without its data. */
    @Schema(name = "DeadLetter", description = "An event that could not be applied")
    record Entry(
            @Schema(
                    description = "CloudEvents id; place of the record in its topic where it has none",
                    examples = "0c8f6a2e-6a2b-4d57-9a51-4a6a2f0b1c11")
            String id,

            @Schema(description = "Topic without the installation's prefix", examples = "quartierwerk.social-space.v1")
            String topic,

            @Schema(description = "CloudEvents type", examples = "de.quartierwerk.space.created.v1")
            String type,

            @Schema(description = "What the event speaks of", examples = "99001001-01")
            String subject,

            @Schema(description = "Type and message of the failure", examples = "UnknownEventType: …")
            String cause,

            @Schema(description = "When it failed last") Instant failedAt,

            @Schema(description = "How often it was given up", examples = "1")
            int attempts) {}

    /** What a replay achieved. */
    @Schema(name = "DeadLetterReplay", description = "What a replay achieved")
    record Replay(
            @Schema(description = "Letters that were applied", examples = "3")
            int replayed,

            @Schema(description = "Letters that failed again and stay", examples = "0")
            int failed) {}

    private record Position(Instant failedAt, String id) {}

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List events that could not be applied",
            description = "In the order in which they failed, without their data.")
    public Page<Entry> list(@BeanParam PageRequest page) {
        Position after = page.after(2, values -> new Position(Instant.parse(values.get(0)), values.get(1)))
                .orElse(new Position(Instant.EPOCH, ""));
        List<Entry> entries = letters.open(after.failedAt(), after.id(), page.limit() + 1).stream()
                .map(letter -> new Entry(
                        letter.id,
                        letter.topic,
                        letter.type,
                        letter.subject,
                        letter.cause,
                        letter.failedAt,
                        letter.attempts))
                .toList();
        return Page.of(entries, page.limit(), entry -> List.of(entry.failedAt().toString(), entry.id()));
    }

    @POST
    @Path("replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Apply the waiting events again",
            description = "Each in a transaction of its own; what fails again stays. An event that carries an older "
                    + "version than the state held changes nothing. Topics that were paused are read on.")
    public Replay replay() {
        return letters.replay();
    }
}
