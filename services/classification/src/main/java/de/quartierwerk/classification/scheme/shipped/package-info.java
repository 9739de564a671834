/** Published methods as documents that come with the service, to be read, adapted and taken over as schemes. */
@NullMarked
package de.quartierwerk.classification.scheme.shipped;

import org.jspecify.annotations.NullMarked;
