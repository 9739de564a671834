package de.quartierwerk.registry.request;

import de.quartierwerk.kit.problem.Invalid;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses parameters without a value that say where, when or how much: answered as if they had not been given, they
 * would give everything instead of nothing.
 */
class EmptyParameters {
    private static final List<String> NEVER_EMPTY = List.of("bbox", "bbox-crs", "crs", "datetime", "limit");

    /** Refuses the first one. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.USER + 1)
    public void check(ContainerRequestContext request) {
        MultivaluedMap<String, String> given = request.getUriInfo().getQueryParameters();
        for (String name : NEVER_EMPTY) {
            if (given.containsKey(name) && given.get(name).stream().anyMatch(String::isBlank)) {
                throw Invalid.parameter(name, "", "parameter.empty", name);
            }
        }
    }
}
