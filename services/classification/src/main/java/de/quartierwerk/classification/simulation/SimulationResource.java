package de.quartierwerk.classification.simulation;

import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.run.start.RunPlan;
import de.quartierwerk.classification.scheme.SchemeValidation;
import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Simulations. */
@Path("simulations")
@Tag(name = "Simulations", description = "Runs of which nothing is stored")
@Produces(MediaType.APPLICATION_JSON)
class SimulationResource {
    private final SchemeValidation validation;
    private final Settling settling;
    private final Simulations simulations;

    SimulationResource(SchemeValidation validation, Settling settling, Simulations simulations) {
        this.validation = validation;
        this.settling = settling;
        this.simulations = simulations;
    }

    @POST
    @RolesAllowed({Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.STEWARD, Roles.ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "simulate",
            summary = "Compute a scheme given in the request",
            description =
                    "Computes on public values for every caller, and stores nothing. Since everybody may see all that"
                            + " takes part, it is not limited to the caller's areas. Size and time are limited (422),"
                            + " and so is the number of simulations at the same time (503).")
    public SimulationResponse simulate(SimulationRequest request) {
        if (request == null) {
            throw Invalid.request("request.body-missing", List.of());
        }
        if (request.period() == null) {
            throw new Invalid("run.invalid", List.of(InputError.at("/period", "run.period-missing", null)));
        }
        Scheme scheme = validation.check(request.scheme(), "/scheme").scheme();
        settling.catchUp(Topics.SOCIAL_SPACE, Topics.INDICATOR, Topics.VALUE_PROTECTED);
        return simulations.simulate(
                scheme,
                new RunPlan.Order(
                        request.period(), request.area(), request.asOf(), request.recordedAt(), request.exclusions()));
    }
}
