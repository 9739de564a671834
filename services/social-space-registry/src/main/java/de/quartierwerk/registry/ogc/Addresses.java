package de.quartierwerk.registry.ogc;

import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Addresses of the OGC API as the caller reaches it: host, scheme and prefix are those of a trusted gateway, where
 * there is one.
 */
final class Addresses {
    private final URI api;
    private final URI asked;

    private Addresses(URI api, URI asked) {
        this.api = api;
        this.asked = asked;
    }

    static Addresses of(UriInfo uri) {
        URI base = uri.getBaseUri();
        URI api = base.resolve("../ogc");
        String below = uri.getRequestUri().getRawPath().substring((base.getRawPath() + "ogc").length());
        String query = uri.getRequestUri().getRawQuery();
        return new Addresses(api, URI.create(api + below + (query == null ? "" : "?" + query)));
    }

    /** Address of the landing page. */
    String api() {
        return api.toString();
    }

    /** Address of something below the landing page, such as {@code /collections}. */
    String of(String path) {
        return api + path;
    }

    /** What was asked. */
    String asked() {
        return asked.toString();
    }

    /** What was asked, with another value of a parameter; without the parameter for null. */
    String askedWith(String parameter, String value) {
        return UriBuilder.fromUri(asked)
                .replaceQueryParam(parameter, value)
                .build()
                .toString();
    }
}
