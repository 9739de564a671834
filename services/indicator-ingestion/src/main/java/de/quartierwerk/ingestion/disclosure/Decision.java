package de.quartierwerk.ingestion.disclosure;

import java.math.BigDecimal;

/**
 * What the public may see of a value.
 *
 * @param publicStatus status that the public sees
 * @param reason why it is suppressed, or null
 * @param rounded the value as the public sees it where that differs from the exact one, else null; with it, numerator
 *     and denominator are not public
 */
public record Decision(String publicStatus, Reason reason, BigDecimal rounded) {}
