package de.quartierwerk.classification.scheme.difference;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.web.Keys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comparison of two versions of a scheme. */
@Path("schemes/{code}/versions/{version}/comparison")
@Tag(name = "Schemes", description = "Methods of classification as documents")
@Produces(MediaType.APPLICATION_JSON)
class SchemeComparisonResource {
    private final SchemeComparisons comparisons;

    SchemeComparisonResource(SchemeComparisons comparisons) {
        this.comparisons = comparisons;
    }

    @GET
    @RolesAllowed({
        Roles.PLANNER,
        Roles.MUNICIPAL_PLANNER,
        Roles.STEWARD,
        Roles.FUNDING_OFFICER,
        Roles.CLERK,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    @Operation(
            operationId = "compareSchemeVersions",
            summary = "Compare a version with another",
            description = "Pointer by pointer, each with a sentence in the language of `Accept-Language`; indices,"
                    + " components and needs are matched by what they name.")
    public SchemeComparison compare(
            @Parameter(description = "Code of the scheme", example = "mss") @PathParam("code") String code,
            @Parameter(description = "Version", example = "2") @PathParam("version") int version,
            @Parameter(description = "The version it is compared with; the one before by default", example = "1")
                    @QueryParam("with")
                    Integer with) {
        return comparisons.compare(Keys.check("code", code), version, with == null ? version - 1 : with);
    }
}
