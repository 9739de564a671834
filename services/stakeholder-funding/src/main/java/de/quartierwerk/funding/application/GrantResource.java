package de.quartierwerk.funding.application;

import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
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
    public Page<ApplicationResponse> list(@BeanParam ApplicationQuery query, @BeanParam PageRequest page) {
        Place before = page.after(2, Place::of).orElse(Place.START);
        return Page.of(
                read(query, before, page.limit() + 1),
                page.limit(),
                last -> Place.of(last).cursor());
    }

    /** The same as a table; all of it where no page is asked for. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam ApplicationQuery query, @BeanParam PageRequest page, @Context UriInfo uri) {
        return CsvList.isPage(uri)
                ? ApplicationTable.TABLE.page(list(query, page))
                : ApplicationTable.TABLE.whole(
                        (last, limit) -> read(query, last == null ? Place.START : Place.of(last), limit));
    }

    /** A page of the list; where it is empty, unknown codes in the filter are refused. */
    private List<ApplicationResponse> read(ApplicationQuery query, Place before, int limit) {
        List<ApplicationResponse> found = service.grants(query.filter(), before, limit);
        if (found.isEmpty()) {
            service.requireFilter(query);
        }
        return found;
    }
}
