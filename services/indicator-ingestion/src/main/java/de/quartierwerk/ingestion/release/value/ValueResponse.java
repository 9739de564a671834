package de.quartierwerk.ingestion.release.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.disclosure.Reason;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A released value as the caller may see it. */
@Schema(
        name = "ValueResponse",
        description = "A released value, exact for stewards in their areas, else after disclosure control")
public record ValueResponse(
        @Schema(examples = "01011101") String space,
        @Schema(examples = "unemployed") String indicator,
        @Schema(examples = "2013") String period,

        @Schema(description = "null where missing or suppressed", nullable = true, examples = "6.38298") @Nullable
        BigDecimal value,

        @Schema(description = "null where not known or not public", nullable = true, examples = "187") @Nullable
        BigDecimal numerator,

        @Schema(description = "null where not known or not public", nullable = true, examples = "2930") @Nullable
        BigDecimal denominator,

        @Schema(
                enumeration = {"normal", "estimated", "unreliable", "missing", "suppressed"},
                examples = "normal")
        String status,

        @Schema(description = "Why the public does not see it; for stewards only", examples = "SMALL_COUNT")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Reason suppression,

        @Schema(
                description =
                        "Counts the releases that changed it, from 1; null where the caller does not see the value,"
                                + " since it would tell that a suppressed one changed",
                nullable = true,
                examples = "1")
        @Nullable
        Integer revision,

        @Schema(description = "The release that changed it last; null where the revision is", nullable = true) @Nullable
        UUID releaseId,

        @Schema(
                description = "How it was changed so that it is not exact; absent where it is",
                enumeration = {"cell-key", "rounding", "random-rounding"},
                examples = "cell-key")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String protection,

        @Schema(
                description = "By how much it may differ from the true value; absent where it is exact or a sum",
                examples = "2")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        BigDecimal deviation) {}
