package de.quartierwerk.funding.receipt;

import de.quartierwerk.funding.money.Money;
import java.time.LocalDate;

/**
 * A receipt (Beleg).
 *
 * @param number its number; empty where it has none
 * @param date its day
 * @param payee who was paid; empty where it is not told
 * @param item item of the cost plan
 * @param amount amount
 */
record Receipt(String number, LocalDate date, String payee, String item, Money amount) {}
