package de.quartierwerk.kit.limit;

import de.quartierwerk.kit.problem.TooLarge;
import de.quartierwerk.kit.problem.Unavailable;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Receives documents on the event loop, so that a client that sends one byte a second holds no thread. All documents
 * that are arriving together are bounded; beyond that they are refused.
 */
@ApplicationScoped
class ArrivingDocuments {
    private final long largestDocument;
    private final long most;
    private final AtomicLong present = new AtomicLong();

    ArrivingDocuments(
            @ConfigProperty(name = "quartierwerk.http.largest-document") MemorySize largest, LimitSettings settings) {
        this.largestDocument = largest.asLongValue();
        this.most = settings.arriving().asLongValue();
    }

    /** Completes when the document of a request is there; its input stream does not wait any more then. */
    Uni<Void> await(ResteasyReactiveRequestContext context) {
        return Uni.createFrom().emitter(emitter -> new Arrival(context, emitter).begin());
    }

    private final class Arrival {
        private final ResteasyReactiveRequestContext context;
        private final UniEmitter<? super Void> emitter;
        private final Buffer content = Buffer.buffer();
        private boolean over;

        Arrival(ResteasyReactiveRequestContext context, UniEmitter<? super Void> emitter) {
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
            content.appendBuffer(more);
            if (present.addAndGet(more.length()) > most) {
                fail(new Unavailable("server.busy"));
            } else if (content.length() > largestDocument) {
                fail(new TooLarge(largestDocument));
            }
        }

        private void complete() {
            if (end()) {
                context.setInputStream(new ByteArrayInputStream(content.getBytes()));
                emitter.complete(null);
            }
        }

        private void fail(Throwable failure) {
            if (end()) {
                emitter.fail(failure);
            }
        }

        private boolean end() {
            boolean first = !over;
            over = true;
            if (first) {
                present.addAndGet(-content.length());
            }
            return first;
        }
    }
}
