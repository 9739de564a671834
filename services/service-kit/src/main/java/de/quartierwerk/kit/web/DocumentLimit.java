package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.TooLarge;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
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
        context.setInputStream(new Limited(context.getInputStream()));
        return context.proceed();
    }

    private final class Limited extends FilterInputStream {
        private long read;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int more = super.read(buffer, offset, length);
            count(more);
            return more;
        }

        private void count(int more) {
            read += Math.max(0, more);
            if (read > largest) {
                throw new TooLarge(largest);
            }
        }
    }
}
