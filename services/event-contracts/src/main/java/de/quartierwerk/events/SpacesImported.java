package de.quartierwerk.events;

import java.util.List;
import java.util.UUID;

/**
 * A batch of the spaces that an import created or changed.
 *
 * @param importId id of the import
 * @param batch number of this batch, from 0
 * @param of number of batches of the import
 * @param spaces states after the import
 */
public record SpacesImported(UUID importId, int batch, int of, List<SocialSpace> spaces) {
    public SpacesImported {
        spaces = Copies.of(spaces);
    }
}
