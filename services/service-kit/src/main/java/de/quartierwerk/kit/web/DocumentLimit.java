package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.TooLarge;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses JSON documents that go on and on without having said how long they are; those that say it are refused before
 * they are read. Files, which may be much larger, come in forms and never stand in memory as a whole.
 */
@Provider
public class DocumentLimit implements ReaderInterceptor {
    private final long largest;

    DocumentLimit(@ConfigProperty(name = "quartierwerk.http.largest-document") MemorySize largest) {
        this.largest = largest.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new LimitedStream(context.getInputStream(), largest, () -> {
            throw new TooLarge(largest);
        }));
        return context.proceed();
    }
}
