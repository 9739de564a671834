package de.quartierwerk.kit.identity;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks the token before every call, also where none is needed: a caller with an expired token must learn of it (401)
 * and not silently get what anonymous callers get. It also makes the identity known to code on the event loop.
 */
@Singleton
class TokenCheck {

    private final CurrentIdentityAssociation association;

    TokenCheck(CurrentIdentityAssociation association) {
        this.association = association;
    }

    @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
    public Uni<Response> check() {
        return association
                .getDeferredIdentity()
                .invoke(association::setIdentity)
                .replaceWith(Uni.createFrom().nullItem());
    }
}
