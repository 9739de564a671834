package de.quartierwerk.reporting.report;

import de.quartierwerk.kit.identity.Caller;
import java.util.List;

/**
 * Which unpublished reports a caller may see; published ones are for everybody.
 *
 * @param everywhere all of them
 * @param areas those whose area lies in one of these
 */
record Scope(boolean everywhere, List<String> areas) {
    static final Scope ALL = new Scope(true, List.of());
    static final Scope PUBLISHED_ONLY = new Scope(false, List.of());

    /** The scope of a caller with one of the roles: the caller's areas; published reports only without one. */
    static Scope of(Caller caller, String... roles) {
        return caller.hasAny(roles) ? new Scope(caller.everywhere(), List.copyOf(caller.areas())) : PUBLISHED_ONLY;
    }
}
