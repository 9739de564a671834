package de.quartierwerk.registry.spaceimport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An import of a file of spaces, as stored.
 *
 * @param id id
 * @param level level of the file's spaces
 * @param validFrom first day on which the file's state holds
 * @param atomic all or nothing
 * @param dryRun checks and counts only
 * @param everywhere whether the caller may act in the whole installation
 * @param areas areas of the caller
 * @param state how far it is
 * @param failure code of what ended it, or null
 * @param applied whether rows were compared and taken over
 * @param counts what became of the rows
 * @param startedAt when the file was accepted
 * @param endedAt when the last event was acknowledged, or null
 */
record SpaceImport(
        UUID id,
        String level,
        LocalDate validFrom,
        boolean atomic,
        boolean dryRun,
        boolean everywhere,
        List<String> areas,
        State state,
        String failure,
        boolean applied,
        Counts counts,
        Instant startedAt,
        Instant endedAt) {
    SpaceImport {
        areas = List.copyOf(areas);
    }

    /** How far an import is. */
    enum State {
        /** The rows are being compared, or their events are on the way. */
        RUNNING,
        /** All is done and the broker has acknowledged all events. */
        COMPLETED,
        /** Nothing of it was taken. */
        FAILED
    }
}
