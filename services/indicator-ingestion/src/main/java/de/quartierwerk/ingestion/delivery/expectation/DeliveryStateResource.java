package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The state of deliveries over HTTP. */
@Path("delivery-state")
@Tag(name = "Deliveries")
@Produces(MediaType.APPLICATION_JSON)
public class DeliveryStateResource {
    private final DeliveryMatrixService service;

    DeliveryStateResource(DeliveryMatrixService service) {
        this.service = service;
    }

    /** Which values are there. */
    @GET
    @RolesAllowed({Roles.STEWARD, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "readDeliveryState",
            summary = "Read the delivery state",
            description = "A row per space of the caller's areas, a column per indicator and period, as JSON or, all at"
                    + " once, as CSV")
    public DeliveryMatrixResponse matrix(
            @Parameter(description = "Level of the spaces", required = true, example = "social-space")
                    @QueryParam("level")
                    @Nullable
                    String level,
            @Parameter(description = "Only spaces within this one", example = "99001001")
                    @QueryParam("parent")
                    @Nullable
                    String parent,
            @Parameter(
                            description = "Codes of indicators, separated by commas",
                            required = true,
                            example = "unemployed")
                    @QueryParam("indicator")
                    @Nullable
                    String indicators,
            @Parameter(description = "Periods, separated by commas", required = true, example = "2023,2024")
                    @QueryParam("period")
                    @Nullable
                    String periods,
            @Parameter(description = "Spaces valid on this day; today where left out", example = "2024-12-31")
                    @QueryParam("asOf")
                    @Nullable
                    LocalDate asOf,
            @BeanParam PageRequest page) {
        return service.matrix(
                new DeliveryMatrixService.Query(level, parent, split(indicators), split(periods), asOf),
                page.after(1, values -> values.get(0)).orElse(""),
                page.limit());
    }

    /** Which values are there, as a table. */
    @GET
    @Produces(CsvAnswer.MEDIA_TYPE)
    @RolesAllowed({Roles.STEWARD, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(hidden = true)
    public StreamingOutput table(
            @QueryParam("level") @Nullable String level,
            @QueryParam("parent") @Nullable String parent,
            @QueryParam("indicator") @Nullable String indicators,
            @QueryParam("period") @Nullable String periods,
            @QueryParam("asOf") @Nullable LocalDate asOf) {
        DeliveryMatrixResponse matrix = service.matrix(
                new DeliveryMatrixService.Query(level, parent, split(indicators), split(periods), asOf),
                "",
                Integer.MAX_VALUE);
        List<String> header = new ArrayList<>(List.of("space", "name"));
        matrix.columns().forEach(column -> header.add(column.indicator() + " " + column.period()));
        return CsvAnswer.of(
                header, matrix.items().stream().map(DeliveryStateResource::row).toList());
    }

    private static List<Object> row(DeliveryMatrixResponse.Row row) {
        return Stream.concat(
                        Stream.of(CsvAnswer.code(row.space()), row.name()),
                        row.cells().stream().map(cell -> (Object) cell.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static List<String> split(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .distinct()
                        .toList();
    }
}
