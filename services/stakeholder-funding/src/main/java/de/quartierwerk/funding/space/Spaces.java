package de.quartierwerk.funding.space;

import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What this service knows about social spaces (Sozialräume). */
@ApplicationScoped
public class Spaces {

    private final SpaceStatements statements;
    private final Settling settling;

    Spaces(SpaceStatements statements, Settling settling) {
        this.statements = statements;
        this.settling = settling;
    }

    /**
     * Refuses keys that are no spaces with 422, after catching up with the registry. To be called before a transaction.
     *
     * @param pointer JSON pointer of the list, e.g. {@code /spaces}
     */
    public void requireKnown(String pointer, List<String> keys) {
        requireKnown(i -> pointer + "/" + i, keys);
    }

    /** The same for a single key, or none. */
    public void requireKnown(String pointer, @Nullable String key) {
        if (key != null) {
            requireKnown(i -> pointer, List.of(key));
        }
    }

    /**
     * Refuses a filter by a key that is no space with 404, after catching up with the registry. To be called outside of
     * a transaction.
     */
    public void requireFilter(@Nullable String key) {
        if (key == null || isKnown(key)) {
            return;
        }
        settling.catchUp(Topics.SOCIAL_SPACE);
        if (!isKnown(key)) {
            throw new NotFound("space.unknown", key);
        }
    }

    /** Refuses a caller who may not act in all of these spaces; no space means the whole installation. */
    public void requireWithin(Caller caller, Collection<String> keys) {
        if (keys.isEmpty()) {
            caller.requireEverywhere();
        } else if (!caller.everywhere()) {
            Map<String, List<String>> paths = statements.paths(keys);
            keys.forEach(key -> caller.requireWithin(paths.getOrDefault(key, List.of(key))));
        }
    }

    /** Those of the spaces in which the caller may act. */
    public Set<String> touched(Caller caller, Collection<String> keys) {
        if (caller.everywhere()) {
            return Set.copyOf(keys);
        }
        Set<String> areas = caller.areas();
        Set<String> touched = new HashSet<>();
        statements.paths(keys).forEach((key, path) -> {
            if (path.stream().anyMatch(areas::contains)) {
                touched.add(key);
            }
        });
        return touched;
    }

    /** Those of the spaces that do not lie within the area. */
    public List<String> outside(String area, Collection<String> keys) {
        Map<String, List<String>> paths = statements.paths(keys);
        return keys.stream()
                .filter(key -> !paths.getOrDefault(key, List.of(key)).contains(area))
                .toList();
    }

    private void requireKnown(IntFunction<String> pointers, List<String> keys) {
        if (keys.isEmpty() || unknown(pointers, keys).isEmpty()) {
            return;
        }
        settling.catchUp(Topics.SOCIAL_SPACE);
        List<InputError> errors = unknown(pointers, keys);
        if (!errors.isEmpty()) {
            throw new Invalid(
                    "space.unknown",
                    errors,
                    Objects.requireNonNull(errors.get(0).value()));
        }
    }

    private boolean isKnown(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> statements.paths(List.of(key)).containsKey(key));
    }

    private List<InputError> unknown(IntFunction<String> pointers, List<String> keys) {
        Map<String, List<String>> known = QuarkusTransaction.requiringNew().call(() -> statements.paths(keys));
        List<InputError> errors = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!known.containsKey(keys.get(i))) {
                errors.add(InputError.at(pointers.apply(i), "space.unknown", keys.get(i), keys.get(i)));
            }
        }
        return errors;
    }
}
