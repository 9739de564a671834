package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Crs;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An import (Import) of a file of spaces. */
@Entity
class SpaceImport {
    @Id
    UUID id;

    /** Level of the file's spaces. */
    String level;

    /** First day on which the file's state holds. */
    LocalDate validFrom;

    /** All or nothing. */
    boolean atomic;

    /** Checks and counts only. */
    boolean dryRun;

    /** System in which the file's boundaries were read. */
    @Enumerated(EnumType.STRING)
    Crs crs;

    /** Metres by which a boundary may differ and still be the same. */
    double tolerance;

    /** Whether a boundary that seems to lie in a wrong place is taken with a warning. */
    boolean anywhere;

    /** Whether the file speaks only of some properties: what it does not mention stays as it is. */
    boolean partial;

    /** Whether the file or the options speak of parents at all. */
    boolean parentStated;

    String fileName;

    /** Name of the caller. */
    String caller;

    @Embedded
    Scope scope;

    @Enumerated(EnumType.STRING)
    State state;

    /** Code of what ended it. */
    @Nullable
    String failure;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> failureArguments = List.of();

    /** Whether rows have spans of validity of their own. */
    boolean varying;

    /** Whether the file says when spaces end. */
    boolean endsStated;

    /** Whether rows of one key are parts of one space. */
    boolean united;

    /** How the file is to be read, as long as its rows are not staged. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    ImportOptions options;

    /** Whether the rows are staged. */
    boolean staged;

    /** Whether the rows were compared and taken over. */
    boolean applied;

    /** Tolerance in metres of the boundaries simplified for maps. */
    double mapTolerance;

    @Embedded
    Counts counts;

    Instant startedAt;

    /** When the broker had acknowledged the last event. */
    @Nullable
    Instant endedAt;

    /** How far an import is. */
    @Schema(name = "ImportState", description = "RUNNING: rows or events are on the way; FAILED: nothing was taken")
    enum State {
        /** The rows are being compared, or their events are on the way. */
        RUNNING,
        /** All is done and the broker has acknowledged all events. */
        COMPLETED,
        /** Nothing of it was taken. */
        FAILED
    }

    /**
     * Where the caller may write, kept for the time after the request.
     *
     * @param everywhere in the whole installation
     * @param areas keys of the areas
     */
    @Embeddable
    record Scope(
            boolean everywhere,
            @JdbcTypeCode(SqlTypes.ARRAY) List<String> areas) {}

    /** What is being done while it is running. */
    @Schema(name = "ImportPhase", description = "What is being done, as long as the import is running")
    enum Phase {
        /** The file is being read. */
        READING,
        /** Its rows are being compared with the registry and each other. */
        CHECKING,
        /** All is stored; the events are on the way. */
        PUBLISHING
    }

    Phase phase() {
        return applied ? Phase.PUBLISHING : staged ? Phase.CHECKING : Phase.READING;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }
}
