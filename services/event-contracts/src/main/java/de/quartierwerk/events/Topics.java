package de.quartierwerk.events;

/** Names of the Kafka topics through which the services talk; an installation may set a prefix before each. */
public final class Topics {
    public static final String SOCIAL_SPACE = "quartierwerk.social-space.v1";

    private Topics() {}
}
