package de.quartierwerk.kit.identity;

import de.quartierwerk.kit.problem.Forbidden;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: name and roles of the token, the areas in which the caller may act (claim {@code areas}: keys, each
 * standing for its whole subtree; {@code *} for the whole installation) and the organisation spoken for (claim
 * {@code organisation}). Without a token the caller is anonymous, has no role, no area and no organisation.
 */
@RequestScoped
public class Caller {

    private static final String EVERYWHERE = "*";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The token's {@code preferred_username}; {@code anonymous} without a token. */
    public String name() {
        return anonymous() ? "anonymous" : identity.getPrincipal().getName();
    }

    /** Whether the request came without a token. */
    public boolean anonymous() {
        return identity.isAnonymous();
    }

    /** Whether the caller has the role. */
    public boolean has(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller has at least one of the roles. */
    public boolean hasAny(String... roles) {
        return Arrays.stream(roles).anyMatch(this::has);
    }

    /** The keys of the areas the caller may act in; may hold {@code *}. */
    public Set<String> areas() {
        Object claim = claim("areas");
        Set<String> areas = new LinkedHashSet<>();
        if (claim instanceof JsonArray array) {
            array.getValuesAs(JsonString.class).forEach(key -> areas.add(key.getString()));
        } else if (claim instanceof Collection<?> keys) {
            keys.forEach(key -> areas.add(text(key)));
        } else if (claim != null) {
            areas.add(text(claim));
        }
        return Collections.unmodifiableSet(areas);
    }

    /** Whether the caller may act in the whole installation. */
    public boolean everywhere() {
        return areas().contains(EVERYWHERE);
    }

    /** The organisation that the caller speaks for. */
    public Optional<String> organisation() {
        return Optional.ofNullable(claim("organisation")).map(Caller::text).filter(key -> !key.isBlank());
    }

    /** The areas for an SQL parameter ({@code path && cast(:areas as text[])}). */
    public String[] areaArray() {
        return areas().toArray(String[]::new);
    }

    /** Refuses a caller who may not act in the whole installation. */
    public void requireEverywhere() {
        if (!everywhere()) {
            throw new Forbidden("area.forbidden");
        }
    }

    /**
     * Refuses a caller whose areas hold none of these keys.
     *
     * @param path a space's own key and those of all its ancestors
     */
    public void requireWithin(Collection<String> path) {
        Set<String> areas = areas();
        if (!areas.contains(EVERYWHERE) && Collections.disjoint(areas, path)) {
            throw new Forbidden("area.forbidden");
        }
    }

    private @Nullable Object claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(name) : null;
    }

    private static String text(Object claim) {
        return claim instanceof JsonString string ? string.getString() : String.valueOf(claim);
    }
}
