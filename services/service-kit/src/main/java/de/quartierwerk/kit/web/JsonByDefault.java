package de.quartierwerk.kit.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers a caller that takes anything in JSON wherever there is JSON. */
@Singleton
class JsonByDefault {
    private static final String JSON_FIRST = MediaType.APPLICATION_JSON + ", */*;q=0.1";

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void preferJson(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT);
        if (accepted == null || accepted.isBlank() || accepted.equals(MediaType.WILDCARD)) {
            request.getHeaders().putSingle(HttpHeaders.ACCEPT, JSON_FIRST);
        }
    }
}
