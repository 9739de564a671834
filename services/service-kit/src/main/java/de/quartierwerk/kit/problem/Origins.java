package de.quartierwerk.kit.problem;

import io.quarkus.vertx.http.runtime.cors.CORSFilter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The origins from which browsers may call: those of the settings and the service's own. */
@ApplicationScoped
class Origins {

    private final Optional<List<String>> configured;
    private final List<Pattern> patterns;

    Origins(@ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> configured) {
        this.configured = configured;
        this.patterns = CORSFilter.parseAllowedOriginsRegex(configured);
    }

    boolean isAllowed(HttpServerRequest request, String origin) {
        return CORSFilter.isConfiguredWithWildcard(configured)
                || configured.orElse(List.of()).contains(origin)
                || CORSFilter.isOriginAllowedByRegex(patterns, origin)
                || isOwn(request, origin);
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
