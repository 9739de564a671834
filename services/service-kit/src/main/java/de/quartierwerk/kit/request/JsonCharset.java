package de.quartierwerk.kit.request;

import de.quartierwerk.kit.problem.UnsupportedContent;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Refuses JSON documents in UTF-16 and UTF-32, which the parser would read though JSON is UTF-8 (RFC 8259). */
@Provider
public class JsonCharset implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        if (type != null && type.getSubtype().endsWith("json")) {
            context.setInputStream(checked(context.getInputStream()));
        }
        return context.proceed();
    }

    private static InputStream checked(InputStream body) throws IOException {
        byte[] start = body.readNBytes(2);
        if (start.length == 2 && isWide(start[0] & 0xFF, start[1] & 0xFF)) {
            throw UnsupportedContent.charset("UTF-16");
        }
        PushbackInputStream whole = new PushbackInputStream(body, 2);
        whole.unread(start);
        return whole;
    }

    /** A document begins with two ASCII characters, one of which is NUL in wider encodings, or with their mark. */
    private static boolean isWide(int first, int second) {
        boolean mark = (first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE);
        return mark || first == 0 || second == 0;
    }
}
