package de.quartierwerk.funding.application;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for the caller, over HTTP. */
@Path("inbox")
@Tag(name = "Application steps")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {

    private final ApplicationInbox inbox;

    InboxResource(ApplicationInbox inbox) {
        this.inbox = inbox;
    }

    /** The steps that wait for the caller. */
    @GET
    @RolesAllowed({Roles.SUPPLIER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.ADMIN})
    @Operation(
            operationId = "getInbox",
            summary = "List what waits for me",
            description = "The steps that lead an application on and that the caller may take, with deadline and"
                    + " address. A page holds the steps of up to `limit` applications, the newest first.")
    public Page<InboxItem> list(@BeanParam PageRequest page) {
        Place before = page.after(2, Place::of).orElse(Place.START);
        Page<ApplicationResponse> applications = Page.of(
                inbox.page(before, page.limit() + 1),
                page.limit(),
                last -> Place.of(last).cursor());
        return new Page<>(
                applications.items().stream()
                        .flatMap(each -> ApplicationInbox.items(each).stream())
                        .toList(),
                applications.next());
    }
}
