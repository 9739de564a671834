package de.quartierwerk.kit.problem;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The origins from which browsers may call: those of the settings and the service's own; any, for reads without a
 * token. Health and metrics are for the installation alone.
 */
@ApplicationScoped
class Origins {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final String inside;
    private final Optional<List<String>> configured;
    private final List<Pattern> patterns;

    Origins(
            @ConfigProperty(name = "quarkus.http.root-path") String root,
            @ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> configured) {
        this.inside = root + "/q/";
        this.configured = configured;
        this.patterns = CORSFilter.parseAllowedOriginsRegex(configured);
    }

    boolean isAllowed(HttpServerRequest request, String origin) {
        return CORSFilter.isConfiguredWithWildcard(configured)
                || configured.orElse(List.of()).contains(origin)
                || CORSFilter.isOriginAllowedByRegex(patterns, origin)
                || isOwn(request, origin);
    }

    /** Whether a page of any origin may read the answer: what anyone may read without a token is open data. */
    boolean isOpen(HttpServerRequest request) {
        return READING.contains(request.method())
                && request.getHeader("Authorization") == null
                && !request.path().startsWith(inside);
    }

    private static boolean isOwn(HttpServerRequest request, String origin) {
        HostAndPort own = request.authority();
        String scheme = request.scheme() + "://";
        if (own == null || !origin.startsWith(scheme)) {
            return false;
        }
        HostAndPort asked = HostAndPort.parseAuthority(origin.substring(scheme.length()), -1);
        return asked != null
                && asked.host().equalsIgnoreCase(own.host())
                && port(asked, request.isSSL()) == port(own, request.isSSL());
    }

    private static int port(HostAndPort authority, boolean encrypted) {
        int usual = encrypted ? 443 : 80;
        return authority.port() < 0 ? usual : authority.port();
    }
}
