/** Computing runs: the worker in the background, and the same computation for readers. */
@NullMarked
package de.quartierwerk.classification.run.compute;

import org.jspecify.annotations.NullMarked;
