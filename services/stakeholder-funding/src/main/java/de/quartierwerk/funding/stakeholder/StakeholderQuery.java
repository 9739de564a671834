package de.quartierwerk.funding.stakeholder;

import static java.util.Objects.requireNonNullElse;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which actors a list shows. */
public class StakeholderQuery {

    @QueryParam("q")
    @Parameter(description = "Part of the name", example = "Verband")
    @Nullable
    String text;

    @QueryParam("kind")
    @Parameter(description = "Kind of actor", example = "welfare-association")
    @Nullable
    String kind;

    @QueryParam("space")
    @Parameter(description = "Key of a space it works in; an unknown one answers 404", example = "99001001-01")
    @Nullable
    String space;

    StakeholderRepository.Filter filter() {
        return new StakeholderRepository.Filter(
                requireNonNullElse(text, ""), requireNonNullElse(kind, ""), requireNonNullElse(space, ""));
    }
}
