package de.quartierwerk.funding.answer;

import de.quartierwerk.kit.web.ETags;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * What a write left behind.
 *
 * @param value as it is answered
 * @param version for the entity tag
 * @param created whether it was not there before
 */
public record Stored<T>(T value, long version, boolean created) {

    /** 201 with {@code Location} or 200, both with {@code ETag}; the request's address is the thing's own. */
    public Response toResponse(UriInfo uri) {
        Response.ResponseBuilder answer = created ? Response.created(uri.getAbsolutePath()) : Response.ok();
        return answer.entity(value).tag(ETags.of(version)).build();
    }

    /** 201 with this {@code Location} and {@code ETag}. */
    public Response toCreated(URI location) {
        return Response.created(location).entity(value).tag(ETags.of(version)).build();
    }

    /** 200 with {@code ETag}. */
    public Response toResponse() {
        return Response.ok(value).tag(ETags.of(version)).build();
    }

    /** 200 for a reader, with {@code ETag} and leave to keep it for a moment where it is the same for everybody. */
    public Response toRead(boolean same) {
        return Response.ok(value)
                .tag(ETags.of(version))
                .header(HttpHeaders.CACHE_CONTROL, same ? "public, max-age=60" : "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
