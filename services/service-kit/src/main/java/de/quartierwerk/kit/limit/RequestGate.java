package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.Unavailable;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets a request in, once its caller is known: counts it, waits on the event loop until its document is there, and
 * gives it a place. So neither many requests nor slow ones hold threads that others need.
 */
@Singleton
class RequestGate {
    /** The client of a request, for everybody who counts. */
    static final String CLIENT = RequestGate.class.getName() + ".client";

    private static final String LEFT = RequestGate.class.getName() + ".left";
    private static final int AFTER_AUTHENTICATION = Priorities.AUTHENTICATION + 100;

    private final CurrentIdentityAssociation association;
    private final Rates rates;
    private final ArrivingDocuments arriving;
    private final Places requests;
    private final Places uploads;
    private final Places followers;
    private final Turns turns;

    RequestGate(
            CurrentIdentityAssociation association, Rates rates, ArrivingDocuments arriving, LimitSettings settings) {
        this.association = association;
        this.rates = rates;
        this.arriving = arriving;
        this.requests = new Places(settings.requests());
        this.uploads = new Places(settings.uploads());
        this.followers = new Places(settings.followers());
        this.turns = new Turns(settings.working().all(), settings.working().client());
    }

    @ServerRequestFilter(priority = AFTER_AUTHENTICATION, nonBlocking = true)
    public Uni<Response> enter(ResteasyReactiveContainerRequestContext request, ResourceInfo resource) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        RoutingContext routing = context.unwrap(RoutingContext.class);
        SecurityIdentity identity = association.getIdentity();
        String client = Clients.of(identity, routing.request());
        request.setProperty(CLIENT, client);
        count(request, resource, identity.isAnonymous(), client);
        if (isForm(request)) {
            take(uploads, client, routing);
            take(requests, client, routing);
            String boundary = request.getMediaType().getParameters().get("boundary");
            if (boundary != null) {
                context.setInputStream(new PartHeads(context.getInputStream(), boundary));
            }
            return Uni.createFrom().nullItem();
        }
        boolean waits = !identity.isAnonymous() && hasContent(routing.request());
        Uni<Void> arrived =
                waits ? arriving.await(client, context) : Uni.createFrom().voidItem();
        boolean follows = follows(request);
        Uni<Void> placed = arrived.invoke(() -> take(follows ? followers : requests, client, routing));
        return (follows ? placed : placed.chain(() -> turn(client, routing))).replaceWith(() -> null);
    }

    private Uni<Void> turn(String client, RoutingContext routing) {
        Context loop = Objects.requireNonNull(Vertx.currentContext());
        return turns.take(client)
                .emitOn(task -> loop.runOnContext(now -> task.run()))
                .invoke(end -> {
                    if (routing.response().closed()) {
                        end.run();
                        throw new Unavailable("server.busy");
                    }
                    Places.keep(routing, end);
                })
                .replaceWithVoid();
    }

    @ServerResponseFilter
    public void tellWhatIsLeft(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(LEFT) instanceof Rates.Left left
                && !response.getHeaders().containsKey("RateLimit")) {
            response.getHeaders().putSingle("RateLimit-Policy", left.policyText());
            response.getHeaders().putSingle("RateLimit", left.limit());
        }
    }

    private void count(ContainerRequestContext request, ResourceInfo resource, boolean anonymous, String client) {
        Rates.Left left = anonymous ? rates.countAnonymous(client) : rates.countKnown(client);
        if (resource.getResourceMethod().isAnnotationPresent(Demanding.class)) {
            left = rates.countDemanding(client);
        } else if (isForm(request)) {
            left = rates.countUpload(client);
        }
        request.setProperty(LEFT, left);
    }

    private static boolean follows(ContainerRequestContext request) {
        String form = request.getHeaderString(HttpHeaders.ACCEPT);
        return form != null && form.startsWith(MediaType.SERVER_SENT_EVENTS);
    }

    private static void take(Places places, String client, RoutingContext routing) {
        Places.keep(routing, places.take(client).orElseThrow(() -> new Unavailable("server.busy")));
    }

    private static boolean isForm(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean hasContent(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        boolean none = length == null ? request.getHeader("Transfer-Encoding") == null : length.equals("0");
        return !none && !request.isEnded();
    }
}
