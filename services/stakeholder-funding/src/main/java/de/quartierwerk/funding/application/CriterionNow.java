package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.programme.CriterionKind;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How an assessed application stands to a criterion now (heutiger Stand eines Kriteriums).
 *
 * @param result as it stands now; as judged, where people judge it
 * @param changed whether it was otherwise at the assessment
 */
@Schema(description = "How an assessed application stands to a criterion now")
public record CriterionNow(
        @JsonUnwrapped CriterionResult result,

        @Schema(description = "Whether it was otherwise at the assessment")
        boolean changed) {

    /** The criteria now beside those of the assessment. */
    static List<CriterionNow> of(List<CriterionResult> assessed, List<CriterionResult> now) {
        return assessed.stream()
                .map(then -> now.stream()
                        .filter(each -> each.code().equals(then.code()) && each.kind() != CriterionKind.JUDGED)
                        .findFirst()
                        .map(each -> new CriterionNow(each, !Objects.equals(each.met(), then.met())))
                        .orElseGet(() -> new CriterionNow(then, false)))
                .toList();
    }

    /** Whether a published need went since the assessment. */
    boolean vanished() {
        return changed && result.kind() == CriterionKind.PUBLISHED_NEED && !Boolean.TRUE.equals(result.met());
    }
}
