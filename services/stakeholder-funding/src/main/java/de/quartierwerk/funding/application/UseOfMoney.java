package de.quartierwerk.funding.application;

import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.programme.Financing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a proof of use leaves of a grant, by its kind of financing (Finanzierungsart, ANBest-P).
 *
 * @param eligible what the grant may have paid
 * @param recoverable what was paid beyond it
 * @param formula how it was computed
 */
@Schema(name = "ComputedReview", description = "What a proof of use leaves of a grant")
public record UseOfMoney(
        Money eligible,
        Money recoverable,

        @Schema(examples = "min(6000.00, 5000.00 × 6000.00 / 10000.00)")
        String formula) {

    /**
     * What it is computed from.
     *
     * @param financing kind of financing; full where none was named
     * @param decided what was decided on; it bears its share of the plan
     * @param granted what is left of that now
     * @param planned costs of the plan
     * @param spent proven costs
     * @param others own share, other grants and income as they came
     * @param paid what was paid
     */
    record Basis(
            @Nullable Financing financing,
            Money decided,
            Money granted,
            Money planned,
            Money spent,
            Money others,
            Money paid) {}

    static UseOfMoney of(Basis basis) {
        Financing financing = basis.financing() == null ? Financing.FULL : basis.financing();
        String granted = basis.granted().amount();
        String spent = basis.spent().amount();
        return switch (financing) {
            case FULL, FIXED_AMOUNT -> of(basis, basis.spent(), "min(" + granted + ", " + spent + ")");
            case SHARE ->
                of(
                        basis,
                        share(basis),
                        "min(" + granted + ", " + spent + " × "
                                + basis.decided().amount() + " / "
                                + basis.planned().amount() + ")");
            case SHORTFALL ->
                of(
                        basis,
                        basis.spent().minus(basis.others()),
                        "min(" + granted + ", max(0.00, " + spent + " - "
                                + basis.others().amount() + "))");
        };
    }

    private static Money share(Basis basis) {
        BigDecimal planned = basis.planned().value();
        return planned.signum() == 0
                ? basis.spent()
                : Money.of(basis.spent()
                        .value()
                        .multiply(basis.decided().value())
                        .divide(planned, 2, RoundingMode.HALF_UP));
    }

    private static UseOfMoney of(Basis basis, Money used, String formula) {
        Money eligible = Money.ZERO.exceeds(used) ? Money.ZERO : used.atMost(basis.granted());
        Money beyond = basis.paid().minus(eligible);
        return new UseOfMoney(eligible, beyond.positive() ? beyond : Money.ZERO, formula);
    }
}
