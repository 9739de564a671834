package de.quartierwerk.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A deadline (Frist) of an application is near; told once for each day that it is moved to.
 *
 * @param application id of the application
 * @param programme code of its programme
 * @param state how far it is, e.g. RETURNED
 * @param action step that is due, e.g. submission or proof-of-use
 * @param deadline last day for it
 * @param version version of the application
 */
public record DeadlineNear(
        UUID application, String programme, String state, String action, LocalDate deadline, long version) {}
