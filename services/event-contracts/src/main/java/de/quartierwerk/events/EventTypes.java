package de.quartierwerk.events;

/**
 * CloudEvents type names. A change of an event's data is additive; anything else is a new type ending in {@code .v2}.
 * Each type has an example under {@code /examples/<type>.json} and a JSON Schema under {@code /schemas/<type>.json}.
 */
public final class EventTypes {
    /** {@link LevelDefined}, on {@link Topics#SOCIAL_SPACE}. */
    public static final String LEVEL_DEFINED = "de.quartierwerk.level.defined.v1";
    /** {@link LevelWithdrawn}, on {@link Topics#SOCIAL_SPACE}. */
    public static final String LEVEL_WITHDRAWN = "de.quartierwerk.level.withdrawn.v1";
    /** {@link SocialSpace}, on {@link Topics#SOCIAL_SPACE}. */
    public static final String SPACE_CREATED = "de.quartierwerk.space.created.v1";
    /** {@link SocialSpace}, on {@link Topics#SOCIAL_SPACE}. */
    public static final String SPACE_CHANGED = "de.quartierwerk.space.changed.v1";
    /** {@link SpacesImported}, on {@link Topics#SOCIAL_SPACE}. */
    public static final String SPACES_IMPORTED = "de.quartierwerk.spaces.imported.v1";
    /** {@link IndicatorDefined}, on {@link Topics#INDICATOR}. */
    public static final String INDICATOR_DEFINED = "de.quartierwerk.indicator.defined.v1";
    /** {@link ProtectedValues}, on {@link Topics#VALUE_PROTECTED}. */
    public static final String PROTECTED_VALUES_RELEASED = "de.quartierwerk.values.released-protected.v1";
    /** {@link PublicValues}, on {@link Topics#VALUE_PUBLIC}. */
    public static final String PUBLIC_VALUES_RELEASED = "de.quartierwerk.values.released-public.v1";
    /** {@link ClassificationPublished}, on {@link Topics#CLASSIFICATION}. */
    public static final String CLASSIFICATION_PUBLISHED = "de.quartierwerk.classification.published.v1";
    /** {@link NeedAdded}, on {@link Topics#CLASSIFICATION}. */
    public static final String NEED_ADDED = "de.quartierwerk.need.added.v1";
    /** {@link StakeholderChanged}, on {@link Topics#STAKEHOLDER}. */
    public static final String STAKEHOLDER_CHANGED = "de.quartierwerk.stakeholder.changed.v1";
    /** {@link OfferChanged}, on {@link Topics#STAKEHOLDER}. */
    public static final String OFFER_CHANGED = "de.quartierwerk.offer.changed.v1";
    /** {@link GrantDecided}, on {@link Topics#FUNDING}. */
    public static final String GRANT_DECIDED = "de.quartierwerk.grant.decided.v1";
    /** {@link GrantPaid}, on {@link Topics#FUNDING}. */
    public static final String GRANT_PAID = "de.quartierwerk.grant.paid.v1";
    /** {@link DeadlineNear}, on {@link Topics#FUNDING}. */
    public static final String DEADLINE_NEAR = "de.quartierwerk.deadline.near.v1";
    /** {@link ReportPublished}, on {@link Topics#REPORT}. */
    public static final String REPORT_PUBLISHED = "de.quartierwerk.report.published.v1";

    /** {@link TopicTold}, on every topic; the key is the topic. */
    public static final String TOPIC_TOLD = "de.quartierwerk.topic.told.v1";

    private EventTypes() {}
}
