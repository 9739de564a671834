package de.quartierwerk.registry.space;

import de.quartierwerk.kit.web.Page;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Links between the pages of lists that are not written as JSON, which the kit links by itself. */
public final class Links {
    private Links() {}

    /** Puts the address of the next page, if there is one, into the head of an answer. */
    public static Response.ResponseBuilder withNext(Response.ResponseBuilder answer, UriInfo uri, Page<?> page) {
        return page.next() == null
                ? answer
                : answer.link(
                        uri.getRequestUriBuilder()
                                .replaceQueryParam("cursor", page.next())
                                .build(),
                        "next");
    }
}
