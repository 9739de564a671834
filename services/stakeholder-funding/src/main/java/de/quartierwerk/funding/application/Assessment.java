package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The funding office's check (fachliche Prüfung) with the criteria as they stood then.
 *
 * @param recommendation what it recommends
 * @param proposedAmount amount it proposes for the amount applied for
 * @param note its reasons
 * @param earlyStartAllowed whether the project may begin before the grant
 * @param criteria how the application stood to the criteria
 * @param by name of the account
 * @param at instant
 * @param assessedOn day of the check, if it was told
 * @param score weighted points of the criteria from 0 to 100; null where none has a weight
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The funding office's check")
public record Assessment(
        Recommendation recommendation,
        @Nullable Money proposedAmount,

        @Schema(examples = "Der Bedarf ist belegt.") @Nullable
        String note,

        boolean earlyStartAllowed,
        List<CriterionResult> criteria,
        @Schema(examples = "funding-officer") String by,
        Instant at,
        @Nullable LocalDate assessedOn,

        @Schema(examples = "82.50", description = "Weighted points of the criteria from 0 to 100") @Nullable
        BigDecimal score) {

    /** Copies the list. */
    public Assessment {
        criteria = Texts.copy(criteria);
    }

    /** Whether both recommend the same. */
    boolean agrees(Assessment other) {
        return recommendation == other.recommendation && Objects.equals(proposedAmount, other.proposedAmount);
    }

    /** What the office recommends. */
    @Schema(name = "Recommendation")
    public enum Recommendation {
        /** To grant. */
        @JsonProperty("grant")
        GRANT,
        /** To refuse. */
        @JsonProperty("refuse")
        REFUSE
    }
}
