/**
 * Work beside the requests: {@link de.quartierwerk.kit.work.BackgroundWork} does what waits in the database,
 * {@link de.quartierwerk.kit.work.AfterCommit} wakes it, {@link de.quartierwerk.kit.work.ProgressStream} shows callers
 * how far it is.
 */
@NullMarked
package de.quartierwerk.kit.work;

import org.jspecify.annotations.NullMarked;
