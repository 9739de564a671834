package de.quartierwerk.funding.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.need.PublishedNeed;
import de.quartierwerk.funding.programme.CriterionKind;
import de.quartierwerk.funding.support.Texts;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How an application stands to a criterion.
 *
 * @param code code of the criterion
 * @param title title for people
 * @param kind how it is checked
 * @param required whether a grant needs it
 * @param met whether it is met; null where a person has yet to judge
 * @param evidence for a published need: the needs found
 * @param lacking for a published need: spaces without one
 * @param reason for a judged criterion: why
 * @param weight how much it counts in the ranking; absent where it does not
 * @param points points of a judgement, where it gives some
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(description = "How the application stands to a criterion")
public record CriterionResult(
        @Schema(examples = "need") String code,

        @Schema(examples = "Die Räume haben veröffentlichten Handlungsbedarf")
        String title,

        CriterionKind kind,
        boolean required,

        @Schema(description = "null where a person has yet to judge") @Nullable
        Boolean met,

        @Schema(description = "Published needs that were found")
        List<PublishedNeed> evidence,

        @Schema(description = "Spaces without a need that counts", examples = "[]")
        List<String> lacking,

        @Schema(examples = "Das Konzept ist schlüssig.", description = "Reason of a judgement") @Nullable
        String reason,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "40", description = "How much it counts in the ranking")
        @Nullable
        Integer weight,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "80", description = "Points of a judgement from 0 to 100")
        @Nullable
        Integer points) {

    /** Copies the lists. */
    public CriterionResult {
        evidence = Texts.copy(evidence);
        lacking = Texts.copy(lacking);
    }

    /** Whether a grant needs a recorded reason because of it. */
    public boolean hinders() {
        return required && !Boolean.TRUE.equals(met);
    }
}
