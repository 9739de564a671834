package de.quartierwerk.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The primary rules (primäre Geheimhaltung) suppress
 *
 * <ul>
 *   <li>a count below the minimum, except zero,
 *   <li>a share whose numerator or complement is such a count, whose group is too small, or that says that none or all
 *       of a sensitive group are concerned,
 *   <li>a rate whose numerator is such a count,
 *   <li>a mean over such a number of cases,
 *   <li>a sum or mean that a few contributors dominate, where the rules ask for that and contributions are known,
 *   <li>a share or mean of which the counts are not known, unless its source has controlled it,
 *   <li>what arrives suppressed or was computed from suppressed values.
 * </ul>
 *
 * <p>Counts that their source has changed at random (Cell-Key-Methode, Rundung) are no secrets, however small; a share
 * of too small a group of them is unreliable instead.
 */
public final class PrimaryControl {
    private final Rules rules;

    /** Applies the rules of one indicator. */
    public PrimaryControl(Rules rules) {
        this.rules = rules;
    }

    /** Decides about one value without looking at others. */
    public Decision decide(Cell cell) {
        Reason reason = reason(cell);
        if (reason != null) {
            return new Decision(reason, null);
        }
        return new Decision(null, rounded(cell.value()));
    }

    /** Whether a public share rests on so few cases that the noise in them outweighs it. */
    public boolean isUnreliable(Cell cell) {
        BigDecimal group = cell.denominator();
        boolean share = rules.measure() == Measure.SHARE || rules.measure() == Measure.RATE;
        return rules.noisy() && share && group != null && group.abs().compareTo(rules.minimumDenominator()) < 0;
    }

    private @Nullable Reason reason(Cell cell) {
        if (cell.suppressedAtSource()) {
            return Reason.SOURCE;
        }
        if (cell.inputs() == Inputs.SECRET_DENOMINATOR) {
            return Reason.INPUT_DENOMINATOR;
        }
        Reason own = rules.noisy() ? null : ownReason(cell);
        return own == null && cell.inputs() == Inputs.SECRET ? Reason.INPUT : own;
    }

    private @Nullable Reason ownReason(Cell cell) {
        return switch (rules.measure()) {
            case COUNT -> small(cell.value()) ? Reason.SMALL_COUNT : dominance(cell.value(), cell);
            case SHARE -> share(cell);
            case MEAN -> mean(cell);
            case RATE -> small(cell.numerator()) ? Reason.SMALL_NUMERATOR : null;
            case OTHER -> null;
        };
    }

    private @Nullable Reason mean(Cell cell) {
        if (small(cell.denominator())) {
            return Reason.SMALL_NUMBER;
        }
        boolean unknown = cell.denominator() == null && uncontrolled(cell);
        return unknown ? Reason.COUNTS_UNKNOWN : dominance(cell.numerator(), cell);
    }

    private @Nullable Reason dominance(@Nullable BigDecimal sum, Cell cell) {
        Dominance dominance = rules.dominance();
        if (dominance == null || sum == null || cell.contributions().isEmpty()) {
            return null;
        }
        return dominance.dominates(sum, cell.contributions()) ? Reason.DOMINANCE : null;
    }

    /**
     * Looks at numerator and complement first: where one is small, the numerator must not be public elsewhere either. A
     * group without members has no share, which is no secret.
     */
    private @Nullable Reason share(Cell cell) {
        BigDecimal denominator = cell.denominator();
        if (small(denominator)) {
            return Reason.SMALL_DENOMINATOR;
        }
        Reason reason = small(cell.numerator()) ? Reason.SMALL_NUMERATOR : complement(cell);
        boolean few = denominator != null
                && denominator.signum() != 0
                && denominator.abs().compareTo(rules.minimumDenominator()) < 0;
        return reason == null && few ? Reason.SMALL_DENOMINATOR : reason;
    }

    private @Nullable Reason complement(Cell cell) {
        if (cell.numerator() == null || cell.denominator() == null) {
            return uncontrolled(cell) ? Reason.COUNTS_UNKNOWN : null;
        }
        BigDecimal complement = cell.denominator().subtract(cell.numerator());
        if (small(complement)) {
            return Reason.SMALL_COMPLEMENT;
        }
        boolean noneOrAll =
                cell.denominator().signum() != 0 && (cell.numerator().signum() == 0 || complement.signum() == 0);
        return rules.sensitive() && noneOrAll ? Reason.NONE_OR_ALL : null;
    }

    private static boolean uncontrolled(Cell cell) {
        return cell.value() != null && !cell.controlledAtSource();
    }

    private boolean small(@Nullable BigDecimal count) {
        return count != null && count.signum() != 0 && count.abs().compareTo(rules.minimumCount()) < 0;
    }

    private @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
        if (value == null || rules.publicDecimals() == null || value.scale() <= rules.publicDecimals()) {
            return null;
        }
        BigDecimal rounded = value.setScale(rules.publicDecimals(), RoundingMode.HALF_UP);
        return rounded.compareTo(value) == 0 ? null : rounded;
    }
}
