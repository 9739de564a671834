package de.quartierwerk.kit.identity;

import de.quartierwerk.kit.limit.Clients;
import de.quartierwerk.kit.limit.Rates;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks the token before every call, also where none is needed: a caller with an expired token must learn of it (401)
 * and not silently get what anonymous callers get. It also makes the identity known to code on the event loop. Calls
 * without a token do not need the issuer: public reads go on while it is away.
 */
@Singleton
class TokenCheck {

    private static final SecurityIdentity ANONYMOUS =
            QuarkusSecurityIdentity.builder().setAnonymous(true).build();

    private final CurrentIdentityAssociation association;
    private final Rates rates;

    TokenCheck(CurrentIdentityAssociation association, Rates rates) {
        this.association = association;
        this.rates = rates;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
    public Uni<Response> check(ContainerRequestContext request, HttpServerRequest http) {
        List<String> authorizations = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (authorizations == null) {
            association.setIdentity(ANONYMOUS);
            return Uni.createFrom().nullItem();
        }
        String client = Clients.address(http);
        return association
                .getDeferredIdentity()
                .invoke(identity -> requireKnown(identity, authorizations))
                .onFailure(AuthenticationFailedException.class)
                .transform(refused -> rates.countRefused(client, refused))
                .invoke(association::setIdentity)
                .replaceWith(Uni.createFrom().nullItem());
    }

    /** A header that holds no bearer token leaves the caller unknown; of two, another reader may take the other. */
    private static void requireKnown(SecurityIdentity identity, List<String> authorizations) {
        if (identity.isAnonymous() || authorizations.size() > 1) {
            throw new AuthenticationFailedException();
        }
    }
}
