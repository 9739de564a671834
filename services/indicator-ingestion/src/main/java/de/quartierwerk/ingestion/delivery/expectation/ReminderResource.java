package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.CallerLanguage;
import de.quartierwerk.kit.problem.Messages;
import de.quartierwerk.kit.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reminders over HTTP, for the system that sends them. */
@Path("reminders")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class ReminderResource {
    private final ExpectationService service;
    private final Messages messages;
    private final CallerLanguage language;

    ReminderResource(ExpectationService service, Messages messages, CallerLanguage language) {
        this.service = service;
        this.messages = messages;
        this.language = language;
    }

    /** Who has to be reminded. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "listReminders",
            summary = "List reminders",
            description = "Expected deliveries that are due soon or overdue and of which values are missing; an"
                    + " organisation sees its own")
    public Page<ReminderResponse> list(
            @Parameter(description = "Only of this organisation", example = "verband-a")
                    @QueryParam("organisation")
                    @Nullable
                    String organisation,
            @Parameter(description = "As of this day; today where left out", example = "2025-04-20")
                    @QueryParam("on")
                    @Nullable
                    LocalDate day) {
        return new Page<>(
                service.reminders(organisation, day).stream()
                        .map(this::reminder)
                        .toList(),
                null);
    }

    private ReminderResponse reminder(ExpectationResponse expectation) {
        ExpectedDelivery delivery = expectation.delivery();
        long missing = expectation.counts().missing();
        String code = expectation.daysLeft() < 0 ? "reminder.overdue" : "reminder.due";
        String message = messages.text(
                language.locale(), code, delivery.due().toString(), Long.toString(missing), delivery.period());
        return new ReminderResponse(
                expectation.code(),
                delivery.organisation(),
                delivery.indicators(),
                delivery.period(),
                delivery.due(),
                expectation.daysLeft(),
                missing,
                code,
                message);
    }
}
