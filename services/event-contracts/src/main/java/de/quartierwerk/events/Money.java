package de.quartierwerk.events;

/**
 * An amount of money (Geldbetrag).
 *
 * @param amount decimal string with two decimals, e.g. {@code 50000.00}
 * @param currency ISO 4217 code, e.g. {@code EUR}
 */
public record Money(String amount, String currency) {}
