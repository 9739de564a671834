/**
 * Events in. {@link de.quartierwerk.kit.inbox.Inbox} applies each event once, keeps what cannot be applied as a dead
 * letter, and {@link de.quartierwerk.kit.inbox.Settling} waits until what others sent before has been applied.
 */
@NullMarked
package de.quartierwerk.kit.inbox;

import org.jspecify.annotations.NullMarked;
