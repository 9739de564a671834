package de.quartierwerk.funding.body;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a decision is about (Gegenstand). */
public enum Matter {
    /** A grant to others (Zuschuss). */
    @JsonProperty("grant")
    GRANT,
    /** A budget item (Haushaltsansatz). */
    @JsonProperty("budget")
    BUDGET,
    /** Posts in the staffing plan (Stellen). */
    @JsonProperty("posts")
    POSTS,
    /** A concept or plan (Konzept). */
    @JsonProperty("concept")
    CONCEPT
}
