/** Published methods as documents that come with the service, to be read, adapted and taken over as schemes. */
package de.quartierwerk.classification.scheme.shipped;
