package de.quartierwerk.funding.application;

import de.quartierwerk.funding.application.RankingStatements.After;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.CsvList;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.CsvAnswer;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ranking of a programme's applications (Rangliste) over HTTP. */
@Path("programmes/{code}/ranking")
@Tag(name = "Programmes")
@Produces(MediaType.APPLICATION_JSON)
public class RankingResource {

    private static final CsvList<RankedApplication> TABLE = new CsvList<>(
            List.of(
                    "rank",
                    "score",
                    "application",
                    "applicant",
                    "applicantName",
                    "title",
                    "state",
                    "recommendation",
                    "requested",
                    "proposedAmount",
                    "granted"),
            RankingResource::row);

    private final RankingService service;

    RankingResource(RankingService service) {
        this.service = service;
    }

    /** The assessed applications of a programme. */
    @GET
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "listRanking",
            summary = "Compare the applications of a programme",
            description = "Its assessed applications in the caller's areas by their points, the best first. A criterion"
                    + " with a weight gives the points of its judgement, else 100 if it is met and 0 if not.")
    public Page<RankedApplication> list(
            @PathParam("code") @Parameter(description = "Code of the programme", example = "quartier") String code,
            @BeanParam PageRequest page) {
        After after = page.after(2, After::of).orElse(After.START);
        return Page.of(
                service.list(code, after, page.limit() + 1),
                page.limit(),
                last -> After.of(last).cursor());
    }

    /** The same as a table; all of it where no page is asked for. */
    @GET
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Produces(CsvAnswer.MEDIA_TYPE)
    public StreamingOutput table(@PathParam("code") String code, @BeanParam PageRequest page, @Context UriInfo uri) {
        return CsvList.isPage(uri)
                ? TABLE.page(list(code, page))
                : TABLE.whole((last, limit) -> service.list(code, last == null ? After.START : After.of(last), limit));
    }

    private static List<Object> row(RankedApplication each) {
        return Arrays.asList(
                each.rank(),
                each.score(),
                each.application(),
                CsvAnswer.code(each.applicant()),
                each.applicantName(),
                each.title(),
                each.state(),
                CsvAnswer.code(each.recommendation().name().toLowerCase(Locale.ROOT)),
                each.requested().value(),
                amount(each.proposedAmount()),
                amount(each.granted()));
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.value();
    }
}
