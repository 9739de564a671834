package de.quartierwerk.kit.web;

import de.quartierwerk.kit.database.StatementCount;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells how many SQL statements an answer took, where that is switched on: in tests and while developing. */
@Singleton
class StatementCountFilter {
    private final StatementCount statements;
    private final boolean shown;

    StatementCountFilter(
            StatementCount statements, @ConfigProperty(name = "quartierwerk.http.show-statements") boolean shown) {
        this.statements = statements;
        this.shown = shown;
    }

    @ServerResponseFilter
    public void tell(ContainerResponseContext response) {
        if (shown) {
            response.getHeaders().putSingle("Server-Timing", "sql;desc=\"" + statements.ofRequest() + "\"");
        }
    }
}
