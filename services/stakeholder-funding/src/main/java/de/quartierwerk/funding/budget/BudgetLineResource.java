package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.funding.support.LiveAnswer;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import de.quartierwerk.kit.web.Stored;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Budget lines over HTTP. */
@Path("budget-lines")
@Tag(name = "Budget lines", description = "Authorised money (Haushaltspositionen)")
@Produces(MediaType.APPLICATION_JSON)
public class BudgetLineResource {

    private static final CsvList<BudgetLineResponse> TABLE = new CsvList<>(
            List.of("code", "name", "product", "account", "coverGroup", "authorised", "committed"),
            BudgetLineResource::row);

    private final BudgetLineService service;

    BudgetLineResource(BudgetLineService service) {
        this.service = service;
    }

    /** Creates or changes a budget line. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("{code}")
    @RolesAllowed({Roles.FUNDING_OFFICER, Roles.ADMIN})
    @Operation(
            operationId = "putBudgetLine",
            summary = "Create or change a budget line",
            description = "Needs the area *; a change needs If-Match. A year's amounts stay as they are from the first"
                    + " entry on that uses its money (409); then only authorisations change them.")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = BudgetLineResponse.class)))
    @APIResponse(responseCode = "200", description = "Changed, or already as sent")
    public RestResponse<BudgetLineResponse> put(
            @PathParam("code") @Parameter(description = "Code of the line", example = "wohlfahrt") String code,
            @NotNull @Valid BudgetLineRequest body,
            @BeanParam IfMatch ifMatch,
            @Context UriInfo uri) {
        Stored<BudgetLineResponse> stored = service.put(Keys.check("code", code), body, ifMatch);
        return stored.toResponse(uri);
    }

    /** One budget line. */
    @GET
    @Path("{code}")
    @PermitAll
    @Operation(
            operationId = "getBudgetLine",
            summary = "Read a budget line",
            description = "Everybody sees the lines of open programmes; the administration sees all.")
    @APIResponse(responseCode = "200", description = "The budget line")
    public RestResponse<BudgetLineResponse> get(
            @PathParam("code") @Parameter(description = "Code of the line", example = "wohlfahrt") String code) {
        return LiveAnswer.of(service.get(code));
    }

    /** The budget lines that the caller may see. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listBudgetLines",
            summary = "List budget lines",
            description = "The list is in the order of the codes.")
    public Page<BudgetLineResponse> list(@BeanParam PageRequest page) {
        String after = page.after(1, values -> values.get(0)).orElse("");
        return Page.of(service.list(after, page.limit() + 1), page.limit(), last -> List.of(last.code()));
    }

    /** The same as a table, amounts summed over the years; all of it where no page is asked for. */
    @GET
    @PermitAll
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@BeanParam PageRequest page, @Context UriInfo uri) {
        return CsvList.isPage(uri)
                ? TABLE.page(list(page))
                : TABLE.whole((last, limit) -> service.list(last == null ? "" : last.code(), limit));
    }

    private static List<Object> row(BudgetLineResponse each) {
        return Arrays.asList(
                CsvAnswer.code(each.code()),
                each.name(),
                CsvAnswer.code(each.product()),
                CsvAnswer.code(each.account()),
                CsvAnswer.code(each.coverGroup()),
                each.balances().stream()
                        .map(balance -> balance.authorised().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                each.balances().stream()
                        .map(balance -> balance.committed().value())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
