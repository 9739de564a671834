package de.quartierwerk.kit.trial;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.limit.Demanding;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.problem.Unavailable;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import de.quartierwerk.kit.work.ProgressStream;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Every kind of endpoint that services have. */
@Path("things")
@Tag(name = "Things", description = "Things")
@Singleton
class ThingResource {

    private final Caller caller;
    private final Idempotency idempotency;
    private final Audit audit;
    private final ProgressStream progress;
    private final AtomicInteger works = new AtomicInteger();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    ThingResource(Caller caller, Idempotency idempotency, Audit audit, ProgressStream progress) {
        this.caller = caller;
        this.progress = progress;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listThings", summary = "List things")
    public Page<Thing> list(
            @BeanParam PageRequest page,
            @QueryParam("day") @Parameter(description = "A day", example = "2023-12-31") LocalDate day,
            @QueryParam("colour") @Parameter(description = "A colour") Thing.Colour colour,
            @QueryParam("most") @Max(5) @Parameter(description = "At most", example = "5") Long most,
            @QueryParam("tag") @Parameter(description = "Tags, any of them", example = "a") List<String> tags) {
        int start =
                page.after(1).stream().mapToInt(Integer::parseInt).findFirst().orElse(0);
        List<Thing> found = IntStream.range(start + 1, Math.min(250, start + 2 + page.limit()))
                .mapToObj(i -> thing(Integer.toString(i), colour))
                .toList();
        return Page.of(found, page.limit(), thing -> List.of(thing.key()));
    }

    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput listAsCsv() {
        return CsvAnswer.of(List.of("key", "name"), List.of(List.of("a", "=1+1"), List.of(-1, "Ä;ö")));
    }

    @GET
    @Path("{key}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getThing", summary = "Read a thing")
    public Thing get(@PathParam("key") @Parameter(description = "Its key", example = "a") String key) {
        if (key.equals("none")) {
            throw new NotFound("thing.unknown", key);
        }
        return thing(Keys.check("key", key), null);
    }

    @PUT
    @Path("{key}")
    @RolesAllowed({Roles.PLANNER, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putThing", summary = "Change a thing")
    @APIResponse(
            responseCode = "200",
            description = "The thing",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Thing.class)))
    public RestResponse<Thing> put(
            @PathParam("key") @Parameter(description = "Its key", example = "a") String key,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid Thing thing) {
        ifMatch.require(7);
        return new Stored<>(thing, 8, false).toResponse();
    }

    @POST
    @RolesAllowed(Roles.PLANNER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createThing", summary = "Create a thing")
    @APIResponse(
            responseCode = "201",
            description = "The thing",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Thing.class)))
    public RestResponse<Thing> create(@Context HttpHeaders headers, @Valid Thing thing) {
        return idempotency.once(headers, List.of(thing), () -> {
            int number = works.incrementAndGet();
            if (thing.name().equals("refused")) {
                throw new Invalid(
                        "thing.refused", List.of(InputError.at("/name", "thing.refused", thing.name(), 7)), 7);
            }
            names.put(thing.name(), thing.name());
            audit.record("thing-created", "things/" + thing.name(), null, thing);
            return new Stored<>(thing, number, true).toCreated(URI.create("/trial/v1/things/" + number));
        });
    }

    @POST
    @Path("files")
    @RolesAllowed(Roles.PLANNER)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "uploadThings", summary = "Take a file")
    public Map<String, String> upload(
            @RestForm("file") FileUpload file, @RestForm("options") @PartType("application/json") Thing options) {
        if (file == null || options == null) {
            throw Invalid.parameter("file", null, "parameter.missing", "file");
        }
        return new TreeMap<>(Map.of("size", Long.toString(file.size()), "name", options.name()));
    }

    @GET
    @Path("caller")
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.SUPPLIER})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getCaller", summary = "Read who asks")
    public Map<String, Object> caller() {
        caller.requireWithin(List.of("99001001-01", "99001001", "99001"));
        return new TreeMap<>(Map.of(
                "name", caller.name(),
                "areas", caller.areas(),
                "everywhere", caller.everywhere(),
                "organisation", caller.organisation().orElse("-")));
    }

    @GET
    @Path("stream")
    @RolesAllowed(Roles.PLANNER)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(operationId = "streamThings", summary = "Follow things")
    public Multi<Thing> stream() {
        return Multi.createFrom().item(thing(caller.name(), null));
    }

    @GET
    @Path("silence")
    @PermitAll
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Multi<Thing> silence() {
        return progress.follow("silence", () -> thing("a", null), thing -> false);
    }

    @GET
    @Path("faults/{kind}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "failThing", summary = "Fails")
    public Thing fail(@PathParam("kind") @Parameter(description = "How", example = "state") String kind) {
        throw switch (kind) {
            case "soon" -> new Unavailable("server.unavailable");
            case "argument" -> new IllegalArgumentException("secret argument");
            default -> new IllegalStateException("select secret from de.quartierwerk.Secret");
        };
    }

    @GET
    @Path("long")
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    @Operation(hidden = true)
    public StreamingOutput longList() {
        return CsvAnswer.of(
                List.of("number", "text"),
                () -> IntStream.range(0, 200_000)
                        .mapToObj(i -> List.<Object>of(i, "x".repeat(100)))
                        .iterator());
    }

    @GET
    @Path("large")
    @PermitAll
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(hidden = true)
    public byte[] large() {
        return new byte[1_000_000];
    }

    @POST
    @Path("demanding")
    @RolesAllowed(Roles.PLANNER)
    @Demanding
    @Operation(hidden = true)
    public void demanding() {
        works.incrementAndGet();
    }

    @GET
    @Path("unannotated")
    @Operation(hidden = true)
    public String unannotated() {
        return "never";
    }

    @GET
    @Path("identified/{id}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "identifyThing", summary = "Gives a thing by its id")
    public Thing identified(@PathParam("id") @Parameter(description = "Its id") UUID id) {
        return thing(id.toString(), null);
    }

    int works() {
        return works.get();
    }

    private static Thing thing(String key, Thing.Colour colour) {
        return new Thing(
                key, "Ding " + key, new java.math.BigDecimal("1.50"), LocalDate.of(2023, 12, 31), colour, List.of());
    }
}
