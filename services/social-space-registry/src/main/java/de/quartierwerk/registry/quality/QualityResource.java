package de.quartierwerk.registry.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.kit.limit.Demanding;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The quality report over HTTP. */
@Path("quality")
@Tag(name = "Quality", description = "Where boundaries do not fit (Prüfbericht)")
public class QualityResource {
    private static final List<String> HEADER =
            List.of("kind", "level", "keys", "parent", "areaSquareMetres", "share", "lon", "lat", "proposal");

    private final QualityService quality;
    private final Clock clock;

    QualityResource(QualityService quality, Clock clock) {
        this.quality = quality;
        this.clock = clock;
    }

    /** Tells where boundaries do not fit. */
    @GET
    @PermitAll
    @Demanding
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "checkQuality",
            summary = "Tell where boundaries do not fit",
            description =
                    "The largest first, 10,000 at most; areas are those of EPSG:3035. As JSON, as CSV, or with the"
                            + " faulty pieces as GeoJSON. Made anew for each page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of what somebody should look at",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = QualityPage.class)),
                @Content(mediaType = CsvAnswer.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = QualityFeatures.MEDIA_TYPE,
                        schema = @Schema(implementation = QualityFeatures.class))
            })
    @APIResponse(responseCode = "404", description = "The registry knows no such level or parent")
    public Page<QualityItem> list(@BeanParam QualityQuery query, @BeanParam PageRequest page) {
        Page<Irregularity> found = page(query, page);
        return new Page<>(found.items().stream().map(QualityItem::of).toList(), found.next());
    }

    /** The same as CSV. */
    @GET
    @PermitAll
    @Demanding
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput csv(@BeanParam QualityQuery query, @BeanParam PageRequest page) {
        return CsvAnswer.of(HEADER, page(query, page), found -> cells(QualityItem.of(found)));
    }

    /** The same with the faulty pieces. */
    @GET
    @PermitAll
    @Demanding
    @Produces(QualityFeatures.MEDIA_TYPE)
    @Operation(hidden = true)
    public RestResponse<QualityFeatures> features(
            @BeanParam QualityQuery query, @BeanParam PageRequest page, UriInfo uri) {
        QualityFeatures features = QualityFeatures.of(page(query, page));
        ResponseBuilder<QualityFeatures> response = ResponseBuilder.ok(features);
        if (features.next() != null) {
            URI next = uri.getRequestUriBuilder()
                    .replaceQueryParam("cursor", features.next())
                    .build();
            response.header(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        return response.build();
    }

    private Page<Irregularity> page(QualityQuery query, PageRequest page) {
        int skipped = page.after(1, values -> skipped(values.get(0))).orElse(0);
        int limit = page.limit();
        List<Irregularity> all =
                quality.report(query.level(), query.parent(), query.day(LocalDate.now(clock)), query.from());
        List<Irregularity> rest = all.subList(Math.min(skipped, all.size()), all.size());
        return Page.of(
                rest.subList(0, Math.min(limit + 1, rest.size())),
                limit,
                last -> List.of(Integer.toString(skipped + limit)));
    }

    private static int skipped(String cursor) {
        int skipped = Integer.parseInt(cursor);
        if (skipped < 0) {
            throw new IllegalArgumentException(cursor);
        }
        return skipped;
    }

    private static List<Object> cells(QualityItem item) {
        return Arrays.asList(
                CsvAnswer.code(item.kind().code()),
                CsvAnswer.code(item.level()),
                CsvAnswer.code(String.join(" ", item.keys())),
                CsvAnswer.code(item.parent()),
                item.areaSquareMetres(),
                item.share(),
                item.place() == null ? null : item.place().lon(),
                item.place() == null ? null : item.place().lat(),
                item.proposal() == null ? null : CsvAnswer.code(item.proposal().key()));
    }

    /** Shape of the JSON list, for the API's document. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "QualityPage")
    record QualityPage(
            List<QualityItem> items,

            @Schema(description = "Cursor of the next page; absent at the end", examples = "WyIxMDAiXQ") @Nullable
            String next) {}
}
