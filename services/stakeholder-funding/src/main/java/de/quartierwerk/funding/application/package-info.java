/**
 * Applications (Anträge) and their way to the money and back. {@link Application} is the state machine; classes named
 * {@code XRules} hold what its steps require, without a container. Each step is a JSON document of its own in the
 * application's row.
 */
@NullMarked
package de.quartierwerk.funding.application;

import org.jspecify.annotations.NullMarked;
