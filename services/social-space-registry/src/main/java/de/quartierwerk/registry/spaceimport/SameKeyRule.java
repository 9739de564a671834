package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What several rows of one key are. */
@Schema(
        name = "SameKeyRule",
        description = "What several rows of one key are: reject: all but one are left out; union: parts of one space")
enum SameKeyRule {
    /** All but one are slips. */
    @JsonProperty("reject")
    REJECT,
    /** Parts of one space, as land and water of one municipality. */
    @JsonProperty("union")
    UNION
}
