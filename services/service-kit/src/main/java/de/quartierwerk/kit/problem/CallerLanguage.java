package de.quartierwerk.kit.problem;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of the present request's {@code Accept-Language}: German, unless English is preferred. */
@ApplicationScoped
public class CallerLanguage {

    /** Longer lists of languages take seconds to read, and no browser sends one. */
    private static final int LONGEST_WISH = 1_000;

    private final CurrentVertxRequest request;

    CallerLanguage(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The caller's language; German outside of a request. */
    public Locale locale() {
        boolean active = Arc.container().requestContext().isActive();
        RoutingContext context = active ? request.getCurrent() : null;
        return context == null ? Locale.GERMAN : preferred(context.request().getHeader("Accept-Language"));
    }

    /** The best of the platform's languages for a header's value, which may be null or malformed. */
    public static Locale preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_WISH) {
            return Locale.GERMAN;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            Locale found = Locale.lookup(ranges, Messages.LANGUAGES);
            return found == null ? Locale.GERMAN : found;
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            // the latter for "-", which the JDK divides into nothing
            return Locale.GERMAN;
        }
    }
}
