package de.quartierwerk.registry.ogc;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Entry, conformance and description of the OGC API. These paths describe themselves at {@code /registry/ogc/api}, so
 * the registry's own document leaves them out.
 */
@Path("ogc")
public class OgcResource {
    private final LevelCollections collections;
    private final ApiDocument document;
    private final OgcPages pages;

    OgcResource(LevelCollections collections, ApiDocument document, OgcPages pages) {
        this.collections = collections;
        this.document = document;
        this.pages = pages;
    }

    /** The landing page. */
    @GET
    @PermitAll
    @Produces({Link.JSON, Link.HTML})
    @Operation(hidden = true)
    public RestResponse<Object> landing(@QueryParam("f") @Nullable Form form, UriInfo uri, HttpHeaders headers) {
        Addresses addresses = Addresses.of(uri);
        String self = addresses.api();
        LandingPage page = new LandingPage(
                collections.text("ogc.title"),
                collections.text("ogc.description"),
                List.of(
                        link(self, "self", Link.JSON, "ogc.link.self"),
                        link(self + "?f=html", "alternate", Link.HTML, "ogc.link.page"),
                        link(addresses.of("/api"), "service-desc", Link.OPEN_API, "ogc.link.api"),
                        link(addresses.of("/api?f=html"), "service-doc", Link.HTML, "ogc.link.api-page"),
                        link(addresses.of("/conformance"), "conformance", Link.JSON, "ogc.link.conformance"),
                        link(addresses.of("/collections"), "data", Link.JSON, "ogc.link.collections")));
        return OgcPages.isWanted(headers) ? pages.landing(page, addresses) : RestResponse.ok(page);
    }

    /** The classes of the standard that are kept. */
    @GET
    @Path("conformance")
    @PermitAll
    @Produces({Link.JSON, Link.HTML})
    @Operation(hidden = true)
    public RestResponse<Object> conformance(@QueryParam("f") @Nullable Form form, UriInfo uri, HttpHeaders headers) {
        return OgcPages.isWanted(headers)
                ? pages.conformance(Conformance.KEPT, Addresses.of(uri))
                : RestResponse.ok(Conformance.KEPT);
    }

    /** The description in OpenAPI 3.0, of the collections that there are. */
    @GET
    @Path("api")
    @PermitAll
    @Produces({Link.OPEN_API, Link.JSON, Link.HTML})
    @Operation(hidden = true)
    public RestResponse<Object> api(@QueryParam("f") @Nullable Form form, UriInfo uri, HttpHeaders headers) {
        Addresses addresses = Addresses.of(uri);
        List<LevelCollection> all = collections.all();
        return OgcPages.isWanted(headers)
                ? pages.api(all, addresses)
                : RestResponse.ResponseBuilder.<Object>ok(document.of(all, addresses))
                        .header(HttpHeaders.CONTENT_TYPE, Link.OPEN_API)
                        .build();
    }

    private Link link(String href, String rel, String type, String title) {
        return new Link(href, rel, type, collections.text(title));
    }
}
