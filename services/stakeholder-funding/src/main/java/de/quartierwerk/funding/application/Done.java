package de.quartierwerk.funding.application;

/**
 * A step that somebody has taken.
 *
 * @param action the step
 * @param by name of the account
 */
record Done(Action action, String by) {}
