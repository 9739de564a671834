package de.quartierwerk.funding.application;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application that a paper is about, as far as the paper shows it.
 *
 * @param id id of the application
 * @param title title of the project
 * @param state how far it is
 * @param decision what was decided, if it was
 */
public record ConcernedApplication(
        UUID id, String title, State state, @Nullable Decision decision) {

    static ConcernedApplication of(ApplicationRow row) {
        return new ConcernedApplication(row.id(), row.content().title(), row.state(), row.steps().decision);
    }
}
