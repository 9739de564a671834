/**
 * Requests that nobody should send. They are derived from the API documents: every operation, every parameter and every
 * field of a body, each with nonsense of many kinds. What an answer must never be stands in {@code Oracle}.
 */
package de.quartierwerk.acceptance.fuzz;
