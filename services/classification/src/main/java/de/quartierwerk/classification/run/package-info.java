/**
 * Runs (Klassifikationsläufe): a scheme version over the spaces and values known at an instant. What a run works on is
 * written down when it is started; it is then computed in the background, in one transaction, by whichever instance of
 * the service gets to it, also after a restart. A run that has ended never changes.
 */
package de.quartierwerk.classification.run;
