package de.quartierwerk.funding.paymentorder;

import de.quartierwerk.funding.paymentorder.OrderRequests.Cancellation;
import de.quartierwerk.funding.paymentorder.OrderRequests.Confirmation;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.outbox.RequestEvents;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Idempotency;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Orders to the treasury over HTTP. */
@Path("payment-orders")
@Tag(name = "Payment orders", description = "Orders to the treasury (Auszahlungsanordnungen)")
@Produces(MediaType.APPLICATION_JSON)
class PaymentOrderResource {

    private static final String ID = "Id of the order, which is that of the payment";

    private record Place(Instant orderedAt, UUID id) {
        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));
    }

    private final PaymentOrderService service;
    private final Idempotency idempotency;
    private final RequestEvents events;

    PaymentOrderResource(PaymentOrderService service, Idempotency idempotency, RequestEvents events) {
        this.service = service;
        this.idempotency = idempotency;
        this.events = events;
    }

    @GET
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listPaymentOrders",
            summary = "List orders to the treasury",
            description = "The oldest come first. Only here accounts stand in full. Needs the area *.")
    public Page<PaymentOrder> list(
            @QueryParam("state") @Parameter(description = "How far they are", example = "ORDERED") @Nullable
                    OrderState state,
            @BeanParam PageRequest page) {
        Place after = page.after(2, values -> new Place(Instant.parse(values.get(0)), UUID.fromString(values.get(1))))
                .orElse(Place.START);
        return Page.of(
                service.list(state, after.orderedAt(), after.id(), page.limit() + 1),
                page.limit(),
                last -> List.of(last.orderedAt().toString(), last.id().toString()));
    }

    @POST
    @Path("batches")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "createPaymentBatch",
            summary = "Make a file for the treasury",
            description = "Of all orders with an account that are in no file yet; 409 where there is none. Needs the"
                    + " area *.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location is the address of the file",
            content = @Content(schema = @Schema(implementation = BatchResponse.class)))
    public RestResponse<BatchResponse> batch(@Context HttpHeaders headers, @Context UriInfo uri) {
        return idempotency.once(headers, List.of(""), () -> {
            BatchResponse made = service.batch();
            return RestResponse.ResponseBuilder.<BatchResponse>created(uri.getAbsolutePathBuilder()
                            .path(Integer.toString(made.number()))
                            .build())
                    .entity(made)
                    .build();
        });
    }

    @GET
    @Path("batches/{number}")
    @Produces(CsvAnswer.MEDIA_TYPE)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "getPaymentBatch",
            summary = "Read a file for the treasury",
            description = "The same bytes whenever it is read. Needs the area *.")
    public StreamingOutput file(
            @PathParam("number") @Parameter(description = "Number of the file", example = "7") int number) {
        return BatchFile.of(number, service.ofBatch(number));
    }

    @POST
    @Path("{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "confirmPaymentOrder",
            summary = "Record that the treasury has paid",
            description = "Once. Needs the area *.")
    @APIResponse(responseCode = "200", description = "Confirmed")
    public RestResponse<PaymentOrder> confirm(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid Confirmation body,
            @Context HttpHeaders headers) {
        return answer(headers, body, () -> service.confirm(id, body));
    }

    @POST
    @Path("{id}/cancellation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "cancelPaymentOrder",
            summary = "Record that an order is not paid",
            description = "Its money is committed again and can be certified anew; 409 where it is claimed back, until"
                    + " the claim is waived. Needs the area *.")
    @APIResponse(responseCode = "200", description = "Cancelled")
    public RestResponse<PaymentOrder> cancel(
            @PathParam("id") @Parameter(description = ID) UUID id,
            @NotNull @Valid Cancellation body,
            @Context HttpHeaders headers) {
        return answer(headers, body, () -> service.cancel(id, body));
    }

    private RestResponse<PaymentOrder> answer(HttpHeaders headers, Object body, Supplier<PaymentOrder> work) {
        RestResponse<PaymentOrder> answer =
                idempotency.once(headers, List.of(body.toString()), () -> RestResponse.ok(work.get()));
        events.awaitSent();
        return answer;
    }
}
