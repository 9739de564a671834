package de.quartierwerk.events;

/**
 * Names of the Kafka topics through which the services talk. An installation may set a prefix before each of them
 * ({@code quartierwerk.topic-prefix}).
 */
public final class Topics {
    /** Levels and spaces; key is the space key (or the level code); all services read it. */
    public static final String SOCIAL_SPACE = "quartierwerk.social-space.v1";
    /** Indicator definitions, compacted; key is the indicator code; all services read it. */
    public static final String INDICATOR = "quartierwerk.indicator.v1";
    /** Released values, exact; key is the indicator code; only classification may read it. */
    public static final String VALUE_PROTECTED = "quartierwerk.value-protected.v1";
    /** Released values after disclosure control; key is the indicator code; all services read it. */
    public static final String VALUE_PUBLIC = "quartierwerk.value-public.v1";
    /** Published runs and the needs of a space; key is the scheme code; all services read it. */
    public static final String CLASSIFICATION = "quartierwerk.classification.v1";
    /** Actors and offers; key is the stakeholder key; reporting reads it. */
    public static final String STAKEHOLDER = "quartierwerk.stakeholder.v1";
    /** Decisions and payments; key is the application id; reporting reads it. */
    public static final String FUNDING = "quartierwerk.funding.v1";
    /** Published reports; key is the report id; all services read it. */
    public static final String REPORT = "quartierwerk.report.v1";

    private Topics() {}
}
