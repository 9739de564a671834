package de.quartierwerk.kit.limit;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Names the clients that limits count: callers with a token by its subject, others by their address. */
public final class Clients {

    private Clients() {}

    /** The address from which a request comes; behind a gateway the one that it forwards, where that is configured. */
    public static String address(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        return address == null ? "address" : "address " + address.hostAddress();
    }

    /** Who sends a request that was let in. */
    public static String of(ContainerRequestContext request) {
        return String.valueOf(request.getProperty(RequestGate.CLIENT));
    }

    /** Who sends a request. */
    public static String of(SecurityIdentity identity, HttpServerRequest request) {
        if (identity.isAnonymous()) {
            return address(request);
        }
        String subject = identity.getPrincipal() instanceof JsonWebToken token ? token.getSubject() : null;
        return "subject " + (subject == null ? identity.getPrincipal().getName() : subject);
    }
}
