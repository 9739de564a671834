package de.quartierwerk.classification.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A run as it is stored.
 *
 * @param id id
 * @param number order of creation
 * @param scheme scheme code
 * @param version version of the scheme
 * @param level level of the classified spaces
 * @param period period classified
 * @param area space whose subtree is classified, or null
 * @param areaPath keys from the root down to the area, empty without one
 * @param asOf which spaces were valid
 * @param recordedAt what was known
 * @param repeatOf run it repeats, or null
 * @param basis exact or public values
 * @param territory hash of the territory
 * @param state how far it is
 * @param standing preliminary or published
 * @param automatic whether a release started it
 * @param requestedBy who asked for it
 * @param createdAt when
 * @param finishedAt when it ended, or null
 * @param failure code of the failure, or null
 * @param spaces number of spaces
 * @param polarities declared polarity of the scheme's indicators
 * @param kinds kind of the scheme's indicators, null for runs from before it was written down
 * @param summary what was found, null before the end
 * @param note note on the publication, or null
 * @param consulted who was consulted
 * @param publicationStartedAt when the publication was asked for, or null
 * @param publishedAt when it was complete, or null
 */
public record Run(
        UUID id,
        long number,
        String scheme,
        int version,
        String level,
        String period,
        String area,
        List<String> areaPath,
        LocalDate asOf,
        Instant recordedAt,
        UUID repeatOf,
        Basis basis,
        String territory,
        State state,
        Standing standing,
        boolean automatic,
        String requestedBy,
        Instant createdAt,
        Instant finishedAt,
        String failure,
        int spaces,
        Map<String, String> polarities,
        Map<String, String> kinds,
        RunSummary summary,
        String note,
        List<String> consulted,
        Instant publicationStartedAt,
        Instant publishedAt) {
    /** How far a run is. */
    public enum State {
        RUNNING,
        COMPLETED,
        FAILED
    }

    /** Whether a run was fed back and published. */
    public enum Standing {
        PRELIMINARY,
        PUBLISHED
    }

    /** On which values a run computes. */
    public enum Basis {
        EXACT,
        PUBLIC
    }

    /** Whether everybody may see it. */
    public boolean published() {
        return standing == Standing.PUBLISHED;
    }
}
