package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.TooLarge;
import de.quartierwerk.kit.problem.Unavailable;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Receives documents on the event loop, so that a client that sends one byte a second holds no thread. The bytes of all
 * documents that are arriving or being worked on are bounded; beyond that they are refused.
 */
@ApplicationScoped
class ArrivingDocuments {
    private final long largestDocument;
    private final Places bytes;

    ArrivingDocuments(
            @ConfigProperty(name = "quartierwerk.http.largest-document") MemorySize largest, LimitSettings settings) {
        this.largestDocument = largest.asLongValue();
        this.bytes = new Places(
                settings.arriving().all().asLongValue(),
                settings.arriving().client().asLongValue());
    }

    /** Completes when the document of a request is there; its input stream does not wait any more then. */
    Uni<Void> await(String client, ResteasyReactiveRequestContext context) {
        return Uni.createFrom().emitter(emitter -> new Arrival(client, context, emitter).begin());
    }

    private final class Arrival {
        private final String client;
        private final ResteasyReactiveRequestContext context;
        private final UniEmitter<? super Void> emitter;
        private Buffer content = Buffer.buffer();
        private long counted;
        private boolean over;

        Arrival(String client, ResteasyReactiveRequestContext context, UniEmitter<? super Void> emitter) {
            this.client = client;
            this.context = context;
            this.emitter = emitter;
        }

        void begin() {
            HttpServerRequest request = context.unwrap(HttpServerRequest.class);
            request.handler(this::add);
            request.exceptionHandler(this::fail);
            request.endHandler(end -> complete());
            context.serverRequest().resumeRequestInput();
        }

        private void add(Buffer more) {
            if (over) {
                return;
            }
            if (!bytes.add(client, more.length())) {
                fail(new Unavailable("server.busy"));
                return;
            }
            counted += more.length();
            content.appendBuffer(more);
            if (content.length() > largestDocument) {
                fail(new TooLarge(largestDocument));
            }
        }

        private void complete() {
            if (end()) {
                Places.keep(context.unwrap(RoutingContext.class), () -> bytes.giveBack(client, counted));
                context.setInputStream(new ByteArrayInputStream(content.getBytes()));
                content = Buffer.buffer();
                emitter.complete(null);
            }
        }

        private void fail(Throwable failure) {
            if (end()) {
                bytes.giveBack(client, counted);
                emitter.fail(failure);
            }
        }

        private boolean end() {
            boolean first = !over;
            over = true;
            return first;
        }
    }
}
