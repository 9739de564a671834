package de.quartierwerk.ingestion.space;

import de.quartierwerk.events.Topics;
import de.quartierwerk.kit.database.Sql;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.inbox.Settling;
import de.quartierwerk.kit.problem.Forbidden;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether spaces that documents name lie where a caller may act. */
@ApplicationScoped
public class SpaceAreas {
    private final Sql sql;
    private final Settling settling;

    SpaceAreas(Sql sql, Settling settling) {
        this.sql = sql;
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

    /**
     * Refuses a space that does not exist or does not lie in the caller's areas.
     *
     * @param space its key; null stands for the whole installation
     */
    public void requireWithin(Caller caller, String pointer, String space) {
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
        return everywhere || sql.number("select count(*) from space where key = ? and path && ?", space, areas) > 0;
    }

    /** Whether a space lies in the areas or one of them in it; the whole installation touches all. */
    public boolean touches(String space, boolean everywhere, String[] areas) {
        return space == null
                || within(space, everywhere, areas)
                || sql.number("select count(*) from space where key = any(?) and ? = any(path)", areas, space) > 0;
    }

    private boolean known(String space) {
        if (stored(space)) {
            return true;
        }
        settling.catchUp(Topics.SOCIAL_SPACE);
        return stored(space);
    }

    private boolean stored(String space) {
        return sql.number("select count(*) from space where key = ?", space) > 0;
    }
}
