package de.quartierwerk.ingestion.intake.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finding with its place in the list.
 *
 * @param answer why the warning is accepted, once somebody has said so
 */
record NumberedFinding(
        long number, Finding finding, @Nullable Answer answer) {

    /** Why a warning is accepted, who said so and when. */
    record Answer(String reason, String by, Instant at) {}
}
