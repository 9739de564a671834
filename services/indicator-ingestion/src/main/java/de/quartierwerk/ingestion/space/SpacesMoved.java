package de.quartierwerk.ingestion.space;

import java.util.List;

/**
 * The registry has moved spaces, or corrected when they are valid: what was summed up from them has to be summed up
 * anew.
 *
 * @param spaces their keys
 */
public record SpacesMoved(List<String> spaces) {
    /** Copies the keys. */
    public SpacesMoved {
        spaces = List.copyOf(spaces);
    }
}
