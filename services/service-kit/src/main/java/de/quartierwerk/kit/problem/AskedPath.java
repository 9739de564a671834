package de.quartierwerk.kit.problem;

import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** The path that a caller asked, which problems name, also where a route leads the request to another path. */
public final class AskedPath {

    private static final String KEPT = AskedPath.class.getName();

    private AskedPath() {}

    /** Keeps the present path; to be called before {@link RoutingContext#reroute(String)}. */
    public static void keep(RoutingContext context) {
        context.put(KEPT, of(context));
    }

    static String of(RoutingContext context) {
        String kept = context.get(KEPT);
        return kept == null ? Objects.requireNonNullElse(context.request().path(), "*") : kept;
    }
}
