package de.quartierwerk.ingestion.space;

import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the spaces that a document names lie where its caller may act. */
@ApplicationScoped
public class SpaceAreas {
    private final SpaceStatements statements;
    private final Settling settling;

    SpaceAreas(SpaceStatements statements, Settling settling) {
        this.statements = statements;
        this.settling = settling;
    }

    /** Refuses a space in a document that does not exist: 422. */
    public void requireKnown(String pointer, String space) {
        if (!known(space)) {
            throw new Invalid("space.unknown", List.of(InputError.at(pointer, "space.unknown", space, space)), space);
        }
    }

    /** Refuses a space in a parameter of a request that does not exist: 404. */
    public void requireKnown(String space) {
        if (!known(space)) {
            throw new NotFound("space.unknown", space);
        }
    }

    /** Refuses the first of several spaces in a parameter that does not exist: 404. */
    public void requireKnown(Collection<String> spaces) {
        if (statements.unknown(spaces).isPresent()) {
            settling.catchUp(Topics.SOCIAL_SPACE);
            statements.unknown(spaces).ifPresent(space -> {
                throw new NotFound("space.unknown", space);
            });
        }
    }

    /**
     * Refuses a space that does not exist or does not lie in the caller's areas.
     *
     * @param space its key; null for the whole installation
     */
    public void requireWithin(Caller caller, String pointer, @Nullable String space) {
        if (space == null) {
            caller.requireEverywhere();
            return;
        }
        requireKnown(pointer, space);
        if (!within(space, caller.everywhere(), caller.areaArray())) {
            throw new Forbidden("area.forbidden");
        }
    }

    /** Whether a space lies in the areas. */
    public boolean within(String space, boolean everywhere, String[] areas) {
        return everywhere || statements.isWithin(space, areas);
    }

    /** Whether a space lies in the areas or holds one of them; the whole installation (null) touches all. */
    public boolean touches(@Nullable String space, boolean everywhere, String[] areas) {
        return space == null || within(space, everywhere, areas) || statements.holdsAny(space, areas);
    }

    private boolean known(String space) {
        if (statements.exists(space)) {
            return true;
        }
        settling.catchUp(Topics.SOCIAL_SPACE);
        return statements.exists(space);
    }
}
