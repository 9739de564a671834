package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.funding.application.ApplicationContent.CostItem;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of the money (Verwendungsnachweis): a report and figures.
 *
 * @param report report on the work and its effect
 * @param costs what was spent
 * @param spent sum of the costs
 * @param effects what was achieved
 * @param by name of the account
 * @param at instant of the delivery
 * @param kind interim or final
 * @param reason why it came early
 * @param ownShare own share as it came
 * @param otherGrants other grants as they came
 * @param income income of the project
 * @param overruns items of more than 120 percent of their plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of the money (Verwendungsnachweis)")
public record ProofOfUse(
        @Schema(examples = "Die Stelle war ganzjährig besetzt.")
        String report,

        List<CostItem> costs,
        Money spent,
        List<Effect> effects,
        @Schema(examples = "supplier") String by,
        Instant at,
        @Nullable Kind kind,

        @Schema(examples = "Das Vorhaben endete vorzeitig") @Nullable
        String reason,

        @Nullable Money ownShare,
        @Nullable Money otherGrants,
        @Nullable Money income,

        @Schema(description = "Items of more than 120 percent of their plan")
        List<Overrun> overruns) {

    /** Copies the lists. */
    public ProofOfUse {
        costs = Texts.copy(costs);
        effects = Texts.copy(effects);
        overruns = Texts.copy(overruns);
    }

    static ProofOfUse of(ProofOfUseRequest request, ApplicationContent content, String by, Instant at) {
        return new ProofOfUse(
                request.report(),
                request.costs(),
                Money.sum(request.costs().stream().map(CostItem::amount).toList()),
                request.effects(),
                by,
                at,
                request.kind(),
                request.reason(),
                request.ownShare(),
                request.otherGrants(),
                request.income(),
                overruns(request.costs(), content));
    }

    /** Own share, other grants and income as they came; as planned where the proof does not say. */
    Money others(ApplicationContent content) {
        Money planned = content.totalCosts().minus(content.requested()).minus(Money.orZero(content.ownShare()));
        return (ownShare == null ? Money.orZero(content.ownShare()) : ownShare)
                .plus(otherGrants == null ? planned : otherGrants)
                .plus(Money.orZero(income));
    }

    private static List<Overrun> overruns(List<CostItem> costs, ApplicationContent content) {
        List<CostItem> plan = content.costs() == null ? List.of() : content.costs();
        return plan.stream()
                .map(item -> new Overrun(
                        item.item(),
                        item.amount(),
                        Money.sum(costs.stream()
                                .filter(each -> each.item().equals(item.item()))
                                .map(CostItem::amount)
                                .toList())))
                .filter(Overrun::isFlagged)
                .toList();
    }

    /** Whether more follow. */
    @Schema(name = "ProofOfUseKind")
    public enum Kind {
        /** On the way (Zwischennachweis). */
        @JsonProperty("interim")
        INTERIM,
        /** The last one (Schlussverwendungsnachweis). */
        @JsonProperty("final")
        FINAL
    }

    /**
     * An item that cost more than 120 percent of its plan.
     *
     * @param item item of the cost plan
     * @param planned what was planned
     * @param spent what it cost
     */
    @Schema(description = "An item that cost more than 120 percent of its plan")
    public record Overrun(@Schema(examples = "Personal") String item, Money planned, Money spent) {

        private static final BigDecimal MOST = new BigDecimal("1.2");

        private boolean isFlagged() {
            return spent.value().compareTo(planned.value().multiply(MOST)) > 0;
        }
    }

    /**
     * What was achieved of a goal.
     *
     * @param outcome what was to be achieved
     * @param value value reached
     * @param note remarks
     */
    @Schema(description = "What was achieved of a goal")
    public record Effect(
            @NotBlank @Size(max = 1000) @Schema(examples = "Mehr Familien werden erreicht")
            String outcome,

            @Size(max = 64) @Schema(examples = "76") @Nullable
            String value,

            @Size(max = 2000) @Schema(examples = "Ziel knapp verfehlt") @Nullable
            String note) {}
}
