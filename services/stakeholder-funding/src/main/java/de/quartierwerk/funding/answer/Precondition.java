package de.quartierwerk.funding.answer;

import de.quartierwerk.kit.web.ETags;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which version the caller has read; a {@code @BeanParam} of everything that changes. */
public class Precondition {

    @HeaderParam("If-Match")
    @Parameter(
            description = "ETag of the version that was read; a change without it answers 428, with another one 412",
            example = "\"1\"")
    String ifMatch;

    @Context
    HttpHeaders headers;

    /** Lets a change pass only if the caller has read the present version. */
    public void require(long version) {
        ETags.requireMatch(headers, version);
    }

    /** All headers of the request. */
    public HttpHeaders headers() {
        return headers;
    }
}
