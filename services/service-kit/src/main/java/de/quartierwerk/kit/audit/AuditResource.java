package de.quartierwerk.kit.audit;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail of this service. */
@Path("audit")
@Tag(name = "Audit", description = "Who changed what, when")
class AuditResource {

    private final AuditRepository entries;
    private final Clock clock;

    AuditResource(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @Operation(operationId = "listAuditEntries", summary = "List changes, the newest first")
    public Page<AuditEntryResponse> list(
            @QueryParam("subject") @Parameter(description = "What was changed", example = "spaces/01011101")
                    String subject,
            @QueryParam("actor") @Parameter(description = "Who changed it", example = "planner") String actor,
            @QueryParam("from")
                    @Parameter(
                            description = "Changes at or after this instant, or from the beginning of this date",
                            example = "2026-03-01")
                    String from,
            @QueryParam("to")
                    @Parameter(
                            description = "Changes before this instant, or to the end of this date",
                            example = "2026-03-31")
                    String to,
            @BeanParam PageRequest page) {
        AuditRepository.Filter filter = new AuditRepository.Filter(
                empty(subject),
                empty(actor),
                instant("from", from, 0),
                instant("to", to, 1),
                page.after(1, values -> Long.valueOf(values.get(0))).orElse(null));
        List<AuditEntryResponse> found = QuarkusTransaction.joiningExisting()
                .call(() -> entries.find(filter, page.limit() + 1).stream()
                        .map(AuditEntryResponse::of)
                        .toList());
        return Page.of(found, page.limit(), entry -> List.of(Long.toString(entry.id())));
    }

    private static @Nullable String empty(@Nullable String value) {
        return value == null || value.isEmpty() ? null : value;
    }

    private @Nullable Instant instant(String name, @Nullable String value, int plusDays) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        try {
            return value.contains("T")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDate.parse(value)
                            .plusDays(plusDays)
                            .atStartOfDay(clock.getZone())
                            .toInstant();
        } catch (DateTimeException malformed) {
            throw Invalid.parameter(name, value, "parameter.wrong-type", name, MessageText.of("type.instant"));
        }
    }
}
