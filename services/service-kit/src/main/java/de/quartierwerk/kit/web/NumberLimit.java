package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.Invalid;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.List;

/** Refuses JSON documents with a number that no decimal can hold: the exponent of {@code 1e-2147483648} is too long. */
@Provider
public class NumberLimit implements ReaderInterceptor {
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (NumberFormatException beyond) {
            throw Invalid.request("json.beyond-limits", List.of());
        }
    }
}
