package de.quartierwerk.funding.offer;

import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which offers a list shows. */
public class OfferQuery {

    @QueryParam("stakeholder")
    @Parameter(description = "Key of the actor", example = "verband-a")
    String stakeholder;

    @QueryParam("space")
    @Parameter(description = "Key of a space it serves", example = "99001001-01")
    String space;

    @QueryParam("need")
    @Parameter(description = "Code of a field of action", example = "HF3")
    String need;

    OfferRepository.Filter filter() {
        return new OfferRepository.Filter(
                requireNonNullElse(stakeholder, ""), requireNonNullElse(space, ""), requireNonNullElse(need, ""));
    }
}
