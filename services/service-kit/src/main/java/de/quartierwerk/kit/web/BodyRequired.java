package de.quartierwerk.kit.web;

import de.quartierwerk.kit.problem.Invalid;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Refuses a missing JSON body (and the body {@code null}), unless the parameter is marked {@link Nullable}. */
@Provider
public class BodyRequired implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object body = context.proceed();
        boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType());
        if (body == null && json && !nullable(context)) {
            throw Invalid.request("request.body-missing", List.of());
        }
        return body;
    }

    private static boolean nullable(ReaderInterceptorContext context) {
        return context.getAnnotations() != null
                && Arrays.stream(context.getAnnotations()).anyMatch(Nullable.class::isInstance);
    }
}
