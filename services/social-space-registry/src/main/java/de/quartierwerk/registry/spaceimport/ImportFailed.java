package de.quartierwerk.registry.spaceimport;

import java.util.UUID;

/** An import could not be read or applied in the background. */
final class ImportFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID id;

    ImportFailed(UUID id, Exception cause) {
        super("Import " + id + " could not be applied", cause);
        this.id = id;
    }

    UUID id() {
        return id;
    }
}
