package de.quartierwerk.bench;

import de.quartierwerk.local.LocalService;

/**
 * A list with at least {@link ListClient#ITEMS} items, and its rows in the database.
 *
 * @param kind what it lists, for the line of the benchmark
 * @param path path and query of a page
 * @param user who reads it
 * @param service service that has it
 * @param rows query of the same rows, without a limit
 */
record MeasuredList(String kind, String path, String user, LocalService service, String rows) {}
