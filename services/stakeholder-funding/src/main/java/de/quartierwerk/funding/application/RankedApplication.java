package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.funding.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An assessed application in the ranking of its programme (Rangliste).
 *
 * @param rank its rank; those of the same score share it
 * @param score weighted points from 0 to 100; absent where no criterion has a weight
 * @param application its id
 * @param applicant key of its applicant
 * @param applicantName name of its applicant
 * @param title its title
 * @param state how far it is
 * @param recommendation what the office recommends
 * @param requested amount applied for
 * @param proposedAmount amount that the office proposes for it
 * @param granted amount granted, absent where nothing was granted
 * @param criteria points of the criteria that have a weight
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An assessed application in the ranking of its programme (Rangliste)")
public record RankedApplication(
        @Schema(examples = "1") int rank,

        @Schema(examples = "82.50", description = "Weighted points from 0 to 100; absent without weights") @Nullable
        BigDecimal score,

        UUID application,
        @Schema(examples = "verband-a") String applicant,
        @Schema(examples = "Verband A") String applicantName,
        @Schema(examples = "Koordinierungsstelle Familien") String title,
        State state,
        Assessment.Recommendation recommendation,
        Money requested,
        @Nullable Money proposedAmount,
        @Nullable Money granted,
        List<Points> criteria) {

    /** Copies the list. */
    public RankedApplication {
        criteria = List.copyOf(criteria);
    }

    /**
     * Points of a criterion.
     *
     * @param criterion code of the criterion
     * @param weight its weight
     * @param points points from 0 to 100
     */
    @Schema(name = "CriterionPoints", description = "Points of a criterion in a ranking")
    public record Points(
            @Schema(examples = "concept") String criterion,
            @Schema(examples = "40") int weight,
            @Schema(examples = "80") int points) {}
}
