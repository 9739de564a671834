package de.quartierwerk.funding.offer;

import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which offers a list shows; unknown codes answer 404. */
public class OfferQuery {

    @QueryParam("stakeholder")
    @Parameter(description = "Key of the actor; an unknown one answers 404", example = "verband-a")
    @Nullable
    String stakeholder;

    @QueryParam("space")
    @Parameter(description = "Key of a space it serves; an unknown one answers 404", example = "99001001-01")
    @Nullable
    String space;

    @QueryParam("need")
    @Parameter(description = "Code of a field of action; an unknown one answers 404", example = "HF3")
    @Nullable
    String need;

    OfferRepository.Filter filter() {
        return new OfferRepository.Filter(
                requireNonNullElse(stakeholder, ""), requireNonNullElse(space, ""), requireNonNullElse(need, ""));
    }
}
