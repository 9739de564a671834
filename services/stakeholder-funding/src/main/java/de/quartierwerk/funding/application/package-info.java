/**
 * Applications (Anträge) from the draft to the recovery of what was not needed.
 *
 * <p>{@link de.quartierwerk.funding.application.Application} is the state machine: its methods are the steps, each
 * refuses what must not be, none needs a container. Rules with an idea of their own stand beside it
 * ({@code SubmissionRules}, {@code DecisionRules}, {@code PaymentRules}, {@code RecoveryRules}).
 */
package de.quartierwerk.funding.application;
