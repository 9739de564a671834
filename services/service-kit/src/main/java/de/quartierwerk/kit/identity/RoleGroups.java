package de.quartierwerk.kit.identity;

/** Roles that may do the same, for what depends on the caller inside of an endpoint (Rollengruppen). */
public final class RoleGroups {
    /** Who sees exact values and acts on the deliveries and runs of others. */
    public static String[] stewards() {
        return new String[] {Roles.STEWARD, Roles.ADMIN};
    }

    /** Who sees expectations and observations of their areas. */
    public static String[] statistics() {
        return new String[] {Roles.STEWARD, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN};
    }

    /** Who sees and writes the actors and offers of their areas. */
    public static String[] planning() {
        return new String[] {Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.ADMIN};
    }

    /** Who sees programmes, budget lines and the applications of their areas. */
    public static String[] administration() {
        return new String[] {
            Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN
        };
    }

    /** Who sees runs and reports that are not published yet. */
    public static String[] readers() {
        return new String[] {
            Roles.PLANNER,
            Roles.MUNICIPAL_PLANNER,
            Roles.STEWARD,
            Roles.FUNDING_OFFICER,
            Roles.CLERK,
            Roles.AUDITOR,
            Roles.ADMIN
        };
    }

    private RoleGroups() {}
}
