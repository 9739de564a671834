package de.quartierwerk.funding.application;

import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decided grants over HTTP. */
@Path("grants")
@Tag(name = "Applications")
@Produces(MediaType.APPLICATION_JSON)
public class GrantResource {

    private final ApplicationService service;

    GrantResource(ApplicationService service) {
        this.service = service;
    }

    /** The decided grants of all applicants. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listGrants",
            summary = "List decided grants",
            description = "The grants of all applicants, for everybody; the newest applications come first.")
    public Page<ApplicationView> list(@BeanParam ApplicationQuery query, @BeanParam PageRequest page) {
        List<ApplicationView> found = service.grants(query.filter(), Place.of(page.after(2)), page.limit() + 1);
        return Page.of(found, page.limit(), last -> Place.of(last).cursor());
    }

    /** The same as a table. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam ApplicationQuery query) {
        return ApplicationTable.of(
                (last, limit) -> service.grants(query.filter(), last == null ? Place.START : Place.of(last), limit));
    }
}
