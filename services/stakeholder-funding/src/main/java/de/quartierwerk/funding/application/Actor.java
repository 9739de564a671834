package de.quartierwerk.funding.application;

import de.quartierwerk.kit.identity.Roles;
import java.util.Set;

/**
 * Who takes a step.
 *
 * @param name name of the account
 * @param organisation key of the actor spoken for, or null
 * @param roles roles of the account
 */
record Actor(String name, String organisation, Set<String> roles) {

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
}
