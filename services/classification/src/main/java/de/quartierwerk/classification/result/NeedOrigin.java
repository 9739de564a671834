package de.quartierwerk.classification.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a need comes from that people stated. */
public enum NeedOrigin {
    /** From what professionals and volunteers know. */
    @JsonProperty("qualitative")
    QUALITATIVE,

    /** From a municipality. */
    @JsonProperty("municipal")
    MUNICIPAL;

    /** As it is written in requests, answers and events. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The origin that is written so; empty where it is none. */
    public static Optional<NeedOrigin> of(String code) {
        return Arrays.stream(values())
                .filter(origin -> origin.code().equals(code))
                .findFirst();
    }
}
