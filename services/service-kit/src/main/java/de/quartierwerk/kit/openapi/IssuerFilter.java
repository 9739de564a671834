package de.quartierwerk.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Names the issuer of the running installation, which is not known when the service is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class IssuerFilter implements OASFilter {

    @Override
    public SecurityScheme filterSecurityScheme(SecurityScheme scheme) {
        if (scheme.getType() == SecurityScheme.Type.OPENIDCONNECT) {
            Config config = ConfigProvider.getConfig();
            String issuer = config.getOptionalValue("quarkus.oidc.token.issuer", String.class)
                    .orElseGet(() -> config.getValue("quarkus.oidc.auth-server-url", String.class));
            scheme.setOpenIdConnectUrl(issuer + "/.well-known/openid-configuration");
        }
        return scheme;
    }
}
