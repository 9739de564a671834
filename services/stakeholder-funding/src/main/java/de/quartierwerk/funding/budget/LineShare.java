package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a budget line gives to a payment.
 *
 * @param line code of the line
 * @param product its product
 * @param account its account
 * @param amount amount
 */
@Schema(description = "What a budget line gives to a payment")
public record LineShare(
        @Schema(examples = "wohlfahrt") String line,
        @Schema(examples = "950170") @Nullable String product,
        @Schema(examples = "531860") @Nullable String account,
        Money amount) {}
