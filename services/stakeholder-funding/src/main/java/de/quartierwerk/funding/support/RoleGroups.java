package de.quartierwerk.funding.support;

import de.quartierwerk.kit.identity.Roles;

/** Roles that may do the same in this service. */
public final class RoleGroups {

    private RoleGroups() {}

    /** Who sees programmes, budget lines and the applications of their areas. */
    public static String[] administration() {
        return new String[] {
            Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN
        };
    }

    /** Who sees and writes the actors and offers of their areas. */
    public static String[] planning() {
        return new String[] {Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.ADMIN};
    }
}
