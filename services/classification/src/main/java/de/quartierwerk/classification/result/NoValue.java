package de.quartierwerk.classification.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.classification.method.Gap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a space has no value of an index that can be shown. */
@Schema(name = "NoValue", description = "Why there is no value; `withheld` where a suppressed value takes part")
public enum NoValue {
    @JsonProperty("not-in-universe")
    NOT_IN_UNIVERSE,
    @JsonProperty("component-missing")
    COMPONENT_MISSING,
    @JsonProperty("negative-component")
    NEGATIVE_COMPONENT,
    @JsonProperty("nothing-varies")
    NOTHING_VARIES,
    @JsonProperty("not-computable")
    NOT_COMPUTABLE,
    @JsonProperty("withheld")
    WITHHELD;

    /** The reason that a computation found; null where it found a value. */
    public static @Nullable NoValue of(Gap gap) {
        return gap == Gap.NONE ? null : valueOf(gap.name());
    }

    /** The reason stored under a code; null for none. */
    static @Nullable NoValue of(@Nullable String code) {
        return code == null ? null : of(Gap.of(code));
    }
}
