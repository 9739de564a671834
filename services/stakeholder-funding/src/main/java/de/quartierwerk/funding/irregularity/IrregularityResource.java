package de.quartierwerk.funding.irregularity;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Page;
import de.quartierwerk.kit.web.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Irregularities over HTTP. */
@Path("irregularities")
@Tag(name = "Irregularities", description = "What happened outside of the usual order")
@Produces(MediaType.APPLICATION_JSON)
public class IrregularityResource {

    private final IrregularityStatements statements;

    IrregularityResource(IrregularityStatements statements) {
        this.statements = statements;
    }

    /** What happened outside of the usual order. */
    @GET
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    @Operation(
            operationId = "listIrregularities",
            summary = "List irregularities",
            description = "What happened outside of the usual order, e.g. a decision recorded more than 60 days late,"
                    + " or a year of a budget line that nobody has adopted.")
    public Page<Irregularity> list(@BeanParam PageRequest page) {
        List<String> after = page.after(2);
        String kind = after.isEmpty() ? "" : after.get(0);
        String subject = after.isEmpty() ? "" : after.get(1);
        return Page.of(
                statements.list(kind, subject, page.limit() + 1),
                page.limit(),
                last -> List.of(last.kind(), last.subject()));
    }
}
