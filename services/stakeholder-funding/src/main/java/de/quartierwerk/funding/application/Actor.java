package de.quartierwerk.funding.application;

import de.quartierwerk.kit.identity.Roles;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who takes a step.
 *
 * @param name name of the account
 * @param organisation key of the actor spoken for
 * @param roles roles of the account
 */
record Actor(String name, @Nullable String organisation, Set<String> roles) {

    Actor {
        roles = Set.copyOf(roles);
    }

    boolean may(Action action) {
        return action.permits(roles);
    }

    boolean isAdmin() {
        return roles.contains(Roles.ADMIN);
    }

    boolean speaksFor(String stakeholder) {
        return stakeholder.equals(organisation);
    }

    /** Whether this person may take the steps of that applicant. */
    boolean mayApplyFor(String stakeholder) {
        return speaksFor(stakeholder) || (organisation == null && isAdmin());
    }
}
