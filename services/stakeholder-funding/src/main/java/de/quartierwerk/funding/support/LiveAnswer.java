package de.quartierwerk.funding.support;

import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Answers that show more than the version of a thing: what is left of the money, whether a programme is open today, how
 * an application stands to the criteria now. Their {@code ETag} serves changes, but nobody may store them.
 */
public final class LiveAnswer {

    private LiveAnswer() {}

    /** 200 with the {@code ETag} of the version, not to be stored. */
    public static <T> RestResponse<T> of(Stored<T> stored) {
        return RestResponse.ResponseBuilder.ok(stored.value())
                .tag(IfMatch.tag(stored.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
