package de.quartierwerk.funding.body;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import de.quartierwerk.kit.web.Keys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A body's right to decide on a matter within limits of the amount (Entscheidungszuständigkeit), as the main statute
 * gives it, with the bodies that must advise before.
 *
 * @param matter what is decided
 * @param atLeast lowest amount, itself included
 * @param above amount that must be exceeded
 * @param below amount that must not be reached
 * @param atMost highest amount, itself included
 * @param consult codes of the bodies that must advise before
 * @param validFrom first day; null for ever before
 * @param validTo last day; null while it lasts
 * @param legalBasis where it stands
 */
@Schema(description = "A right to decide on a matter within limits of the amount")
public record Competence(
        @NotNull @Schema(examples = "grant") Matter matter,

        @Valid @Schema(description = "Lowest amount, itself included") @Nullable
        Money atLeast,

        @Valid @Schema(description = "Amount that must be exceeded") @Nullable
        Money above,

        @Valid @Schema(description = "Amount that must not be reached") @Nullable
        Money below,

        @Valid @Schema(description = "Highest amount, itself included") @Nullable
        Money atMost,

        @Schema(
                defaultValue = "[]",
                examples = "[\"specialist-committee\"]",
                description = "Bodies that must advise before")
        List<@NotNull @Pattern(regexp = Keys.PATTERN) String> consult,

        @Schema(examples = "2009-10-21") @Nullable LocalDate validFrom,
        @Schema(examples = "2029-12-31") @Nullable LocalDate validTo,

        @Size(max = 500) @Schema(examples = "§ 10 Hauptsatzung") @Nullable
        String legalBasis) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    /** Cleans the text and copies the list. */
    public Competence {
        consult = Texts.copy(consult);
        legalBasis = Texts.clean(legalBasis);
    }

    /** Whether the amount lies within the limits. */
    public boolean covers(Money amount) {
        BigDecimal value = amount.value();
        BigDecimal highest = highest();
        return value.compareTo(lowest()) >= 0 && (highest == null || value.compareTo(highest) <= 0);
    }

    /** Whether it holds on the day. */
    public boolean validOn(LocalDate day) {
        return Validity.holds(validFrom, validTo, day);
    }

    /** Whether some amount of the same matter falls under both on some day. */
    public boolean overlaps(Competence other) {
        return matter == other.matter
                && Validity.meet(validFrom, validTo, other.validFrom, other.validTo)
                && reaches(other)
                && other.reaches(this);
    }

    /** Whether each bound is given at most once and some amount fits between them. */
    public boolean consistent() {
        return (atLeast == null || above == null)
                && (below == null || atMost == null)
                && reaches(this)
                && (validFrom == null || validTo == null || !validTo.isBefore(validFrom));
    }

    private boolean reaches(Competence other) {
        BigDecimal highest = highest();
        return highest == null || other.lowest().compareTo(highest) <= 0;
    }

    /** Amounts are whole cents, so that an excluded bound is the included one a cent further. */
    private BigDecimal lowest() {
        if (above != null) {
            return above.value().add(CENT);
        }
        return atLeast == null ? BigDecimal.ZERO : atLeast.value();
    }

    private @Nullable BigDecimal highest() {
        if (below != null) {
            return below.value().subtract(CENT);
        }
        return atMost == null ? null : atMost.value();
    }
}
