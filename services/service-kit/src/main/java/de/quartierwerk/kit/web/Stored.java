package de.quartierwerk.kit.web;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * What a write left behind.
 *
 * @param value as it is answered
 * @param version for the entity tag
 * @param created whether it was not there before
 */
public record Stored<T>(T value, long version, boolean created) {

    /** 201 with {@code Location} or 200, both with {@code ETag}; the request's address is the thing's own. */
    public RestResponse<T> toResponse(UriInfo uri) {
        return created ? toCreated(uri.getAbsolutePath()) : toResponse();
    }

    /** 201 with this {@code Location} and {@code ETag}. */
    public RestResponse<T> toCreated(URI location) {
        return ResponseBuilder.<T>created(location)
                .entity(value)
                .tag(IfMatch.tag(version))
                .build();
    }

    /** 200 with {@code ETag}. */
    public RestResponse<T> toResponse() {
        return ResponseBuilder.ok(value).tag(IfMatch.tag(version)).build();
    }
}
