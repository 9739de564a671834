package de.quartierwerk.funding.programme;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a criterion is checked. */
public enum CriterionKind {
    /** The spaces have a published need for action. */
    @JsonProperty("published-need")
    PUBLISHED_NEED,
    /** The applicant bears a share of the costs. */
    @JsonProperty("own-share")
    OWN_SHARE,
    /** The amount applied for is not above a limit. */
    @JsonProperty("maximum-amount")
    MAXIMUM_AMOUNT,
    /** The application is for one of these target groups. */
    @JsonProperty("target-group")
    TARGET_GROUP,
    /** The application is for spaces of a list. */
    @JsonProperty("spaces")
    SPACES,
    /** A person judges it in the assessment. */
    @JsonProperty("judged")
    JUDGED
}
