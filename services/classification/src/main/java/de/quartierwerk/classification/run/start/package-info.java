/** Starting runs: what a run works on, on which values it computes, and the runs that a release of values starts. */
@NullMarked
package de.quartierwerk.classification.run.start;

import org.jspecify.annotations.NullMarked;
