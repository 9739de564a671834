package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.registry.level.LevelAttribute;
import de.quartierwerk.registry.span.Span;
import de.quartierwerk.registry.span.SpanFilter;
import de.quartierwerk.registry.span.Spans;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Collections of features and the features in them. */
@Path("ogc/collections")
public class CollectionResource {
    private static final String CONTENT_CRS = "Content-Crs";

    private final LevelCollections collections;
    private final Spans spans;
    private final OgcPages pages;
    private final Clock clock;

    CollectionResource(LevelCollections collections, Spans spans, OgcPages pages, Clock clock) {
        this.collections = collections;
        this.spans = spans;
        this.pages = pages;
        this.clock = clock;
    }

    /** All collections. */
    @GET
    @PermitAll
    @Produces({Link.JSON, Link.HTML})
    @Operation(hidden = true)
    public RestResponse<Object> collections(@QueryParam("f") @Nullable Form form, UriInfo uri, HttpHeaders headers) {
        Addresses addresses = Addresses.of(uri);
        String self = addresses.of("/collections");
        CollectionList list = new CollectionList(
                List.of(
                        link(self, "self", Link.JSON, "ogc.link.self"),
                        link(self + "?f=html", "alternate", Link.HTML, "ogc.link.page")),
                collections.describe(collections.all(), addresses));
        return OgcPages.isWanted(headers) ? pages.collections(list, addresses) : RestResponse.ok(list);
    }

    /** One collection. */
    @GET
    @Path("{collection}")
    @PermitAll
    @Produces({Link.JSON, Link.HTML})
    @Operation(hidden = true)
    public RestResponse<Object> collection(
            @PathParam("collection") String id,
            @QueryParam("f") @Nullable Form form,
            UriInfo uri,
            HttpHeaders headers) {
        Addresses addresses = Addresses.of(uri);
        Collection collection =
                collections.describe(List.of(collections.get(id)), addresses).get(0);
        return OgcPages.isWanted(headers) ? pages.collection(collection, addresses) : RestResponse.ok(collection);
    }

    /** Features of a collection, streamed. */
    @GET
    @Path("{collection}/items")
    @PermitAll
    @Produces({Link.GEO_JSON, Link.JSON, Link.HTML})
    @Operation(hidden = true)
    public RestResponse<Object> items(
            @PathParam("collection") String id, @BeanParam ItemsQuery query, UriInfo uri, HttpHeaders headers) {
        Addresses addresses = Addresses.of(uri);
        LevelCollection collection = collections.get(id);
        SpanFilter filter = query.filter(collection, LocalDate.now(clock), clock.getZone());
        FeatureCrs crs = query.crs();
        ItemsPage page = ItemsPage.read(spans, filter, query.cursor(), query.limit());
        if (OgcPages.isWanted(headers)) {
            return pages.items(collection, page, read -> links(read, addresses), addresses);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        List<String> declared = declared(collection);
        StreamingOutput features = output -> {
            try (FeatureWriter writer = new FeatureWriter(output, crs, declared)) {
                writer.write(page, now, read -> links(read, addresses));
            }
        };
        return features(features, crs);
    }

    /** One feature. */
    @GET
    @Path("{collection}/items/{feature}")
    @PermitAll
    @Produces({Link.GEO_JSON, Link.JSON, Link.HTML})
    @Operation(hidden = true)
    public RestResponse<Object> item(
            @PathParam("collection") String id,
            @PathParam("feature") String feature,
            @QueryParam("crs") @Nullable String crsUri,
            @QueryParam("f") @Nullable Form form,
            UriInfo uri,
            HttpHeaders headers)
            throws IOException {
        Addresses addresses = Addresses.of(uri);
        LevelCollection collection = collections.get(id);
        FeatureCrs crs = FeatureCrs.of("crs", crsUri);
        Span span = FeatureId.read(feature)
                .flatMap(position -> spans.find(collection.level(), position))
                .orElseThrow(() -> new NotFound("ogc.feature-unknown", id, feature));
        if (OgcPages.isWanted(headers)) {
            return pages.item(collection, span, addresses);
        }
        List<Link> links = List.of(
                link(addresses.asked(), "self", Link.GEO_JSON, "ogc.link.self"),
                link(addresses.askedWith("f", "html"), "alternate", Link.HTML, "ogc.link.page"),
                link(addresses.of(collection.path()), "collection", Link.JSON, "ogc.link.collection"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FeatureWriter writer = new FeatureWriter(bytes, crs, declared(collection))) {
            writer.write(span, links);
        }
        return features(bytes.toByteArray(), crs);
    }

    private List<String> declared(LevelCollection collection) {
        return spans.declared(collection.level()).stream()
                .map(LevelAttribute::name)
                .toList();
    }

    private static RestResponse<Object> features(Object features, FeatureCrs crs) {
        return RestResponse.ResponseBuilder.ok(features)
                .header(HttpHeaders.CONTENT_TYPE, Link.GEO_JSON)
                .header(CONTENT_CRS, "<" + crs.uri() + ">")
                .build();
    }

    private List<Link> links(ItemsPage page, Addresses addresses) {
        List<Link> links = new ArrayList<>();
        links.add(link(addresses.asked(), "self", Link.GEO_JSON, "ogc.link.self"));
        links.add(link(addresses.askedWith("f", "html"), "alternate", Link.HTML, "ogc.link.page"));
        page.after()
                .ifPresent(cursor -> links.add(link(
                        addresses.askedWith("cursor", cursor.toString()), "next", Link.GEO_JSON, "ogc.link.next")));
        page.before()
                .ifPresent(cursor -> links.add(link(
                        addresses.askedWith("cursor", cursor.toString()), "prev", Link.GEO_JSON, "ogc.link.prev")));
        return links;
    }

    private Link link(String href, String rel, String type, String title) {
        return new Link(href, rel, type, collections.text(title));
    }
}
