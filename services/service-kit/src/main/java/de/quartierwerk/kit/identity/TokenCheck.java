package de.quartierwerk.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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

    TokenCheck(CurrentIdentityAssociation association) {
        this.association = association;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
    public Uni<Response> check(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            association.setIdentity(ANONYMOUS);
            return Uni.createFrom().nullItem();
        }
        return association
                .getDeferredIdentity()
                .invoke(TokenCheck::requireKnown)
                .invoke(association::setIdentity)
                .replaceWith(Uni.createFrom().nullItem());
    }

    /** A header that holds no bearer token leaves the caller unknown. */
    private static void requireKnown(SecurityIdentity identity) {
        if (identity.isAnonymous()) {
            throw new AuthenticationFailedException();
        }
    }
}
