package de.quartierwerk.funding.need;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Who found a need for action. */
public enum NeedOrigin {
    /** A rule of the scheme. */
    @JsonProperty("rule")
    RULE,
    /** People, by qualitative knowledge. */
    @JsonProperty("qualitative")
    QUALITATIVE,
    /** A municipality. */
    @JsonProperty("municipal")
    MUNICIPAL;

    /** The origin as events and the database write it. */
    static NeedOrigin of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
