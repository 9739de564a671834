/**
 * Runs (Klassifikationsläufe): a scheme version over the spaces and values known at an instant. Starting a run writes
 * down what it works on ({@code start}). An instance of the service then computes it in the background, in one
 * transaction, also after a restart ({@code compute}). A run that has ended never changes ({@code read}).
 */
@NullMarked
package de.quartierwerk.classification.run;

import org.jspecify.annotations.NullMarked;
