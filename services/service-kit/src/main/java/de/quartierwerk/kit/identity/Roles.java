package de.quartierwerk.kit.identity;

/** The realm roles that endpoints name in {@code @RolesAllowed}. */
public final class Roles {

    /** District planner: writes spaces, schemes, runs. */
    public static final String PLANNER = "planner";
    /** Planner of a municipality: acts in own areas. */
    public static final String MUNICIPAL_PLANNER = "municipal-planner";
    /** Statistics office: sees exact values, approves releases and schemes. */
    public static final String STEWARD = "steward";
    /** Association: submits, sees its own. */
    public static final String SUPPLIER = "supplier";
    /** Handles programmes, applications and payments. */
    public static final String FUNDING_OFFICER = "funding-officer";
    /** Committee services: records consultations and decisions. */
    public static final String CLERK = "clerk";
    /** Reads the audit trail. */
    public static final String AUDITOR = "auditor";
    /** May do all but approve its own. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
